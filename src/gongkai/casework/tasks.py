"""Long work on requests, queued by name (``gongkai.jobs``)."""

from datetime import date, time
from typing import Any

from django.utils import timezone

from gongkai.casework.corrections import refresh_due_days
from gongkai.casework.services import recompute_open
from gongkai.casework.services.recomputation import Moved
from gongkai.jobs.registry import Report, handles
from gongkai.jobs.schedule import runs_daily
from gongkai.organs.models import Account

RECOMPUTE_OPEN = "casework.recompute_open"


@handles(RECOMPUTE_OPEN, "重算在办申请的期限")
def recompute_open_requests(
    report: Report, account: int | None = None
) -> dict[str, Any]:
    """Work out every open request anew; return which due days moved."""
    refresh_due_days()
    done = recompute_open(
        today=timezone.localdate(),
        actor=Account.objects.get(pk=account) if account else None,
        progress=report,
    )
    return {
        "checked": done.checked,
        "count": done.moved + done.problems,
        "moved": [_line(one) for one in done.told],
    }


def _line(moved: Moved) -> dict[str, Any]:
    return {
        "pk": moved.pk,
        "was": _text(moved.was),
        "now": _text(moved.now),
        "problem": moved.problem,
    }


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


runs_daily(RECOMPUTE_OPEN, at=time(0, 30))
