"""Long work on remedies, queued by name (``gongkai.jobs``)."""

from datetime import date
from typing import Any

from gongkai.jobs.registry import Report, handles
from gongkai.organs.models import Account
from gongkai.remedies.services import Moved, recompute_open

RECOMPUTE_OPEN = "remedies.recompute_open"


@handles(RECOMPUTE_OPEN, "重算复议诉讼的期限")
def recompute_open_remedies(
    report: Report, account: int | None = None
) -> dict[str, Any]:
    """Work out every remedy that waits anew; return which days moved."""
    checked = 0

    def progress(done: int, total: int | None) -> None:
        nonlocal checked
        checked = done
        report(done, total)

    moved = recompute_open(
        actor=Account.objects.get(pk=account) if account else None, progress=progress
    )
    return {"checked": checked, "moved": [_line(one) for one in moved]}


def _line(moved: Moved) -> dict[str, Any]:
    return {
        "pk": moved.remedy.pk,
        "label": moved.label,
        "was": _text(moved.was),
        "now": _text(moved.now),
        "problem": moved.problem,
    }


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None
