"""What publishing does by the clock: appointments, and documents that lapse."""

from datetime import datetime, time
from typing import Any

from django.utils import timezone

from gongkai.jobs.registry import Report, handles
from gongkai.jobs.schedule import runs_daily, runs_when_due
from gongkai.publishing.services import (
    awaiting_release,
    expired,
    lapse_expired,
    publish_due,
    withdraw_expired,
)

LAPSE = "publishing.lapse"
KEEP_APPOINTMENTS = "publishing.keep_appointments"


@handles(LAPSE, "有效期满的规范性文件转为失效")
def lapse_documents(report: Report) -> dict[str, Any]:
    """End the normative documents whose term is over."""
    lapsed = lapse_expired(timezone.localdate())
    report(len(lapsed), len(lapsed))
    return {"count": len(lapsed)}


@handles(KEEP_APPOINTMENTS, "定时发布和撤下")
def keep_appointments(report: Report) -> dict[str, Any]:
    """Release and take back what is appointed for now or earlier."""
    now = timezone.now()
    released, taken_back = publish_due(now), withdraw_expired(now)
    done = len(released) + len(taken_back)
    report(done, done)
    return {"published": len(released), "withdrawn": len(taken_back)}


def _is_any(now: datetime) -> bool:
    return awaiting_release(now).exists() or expired(now).exists()


runs_daily(LAPSE, at=time(0, 10))
runs_when_due(KEEP_APPOINTMENTS, is_wanted=_is_any)
