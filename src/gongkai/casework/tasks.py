"""Long work on requests, queued by name (``gongkai.jobs``)."""

from datetime import date
from typing import Any

from django.utils import timezone

from gongkai.casework.services import Moved, recompute_open
from gongkai.jobs.registry import Report, handles
from gongkai.organs.models import Account

RECOMPUTE_OPEN = "casework.recompute_open"


@handles(RECOMPUTE_OPEN, "重算在办申请的期限")
def recompute_open_requests(
    report: Report, account: int | None = None
) -> dict[str, Any]:
    """Work out every open request anew; return which due days moved."""
    checked = 0

    def progress(done: int, total: int | None) -> None:
        nonlocal checked
        checked = done
        report(done, total)

    moved = recompute_open(
        today=timezone.localdate(),
        actor=Account.objects.get(pk=account) if account else None,
        progress=progress,
    )
    return {"checked": checked, "moved": [_line(one) for one in moved]}


def _line(moved: Moved) -> dict[str, Any]:
    return {
        "pk": moved.disclosure_request.pk,
        "was": _text(moved.was),
        "now": _text(moved.now),
        "problem": moved.problem,
    }


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None
