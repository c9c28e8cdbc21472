"""What publishing does by the clock: appointments, lapsing, reading files."""

from datetime import datetime, time
from typing import Any

from django.utils import timezone

from gongkai.jobs.registry import Report, handles
from gongkai.jobs.schedule import runs_daily, runs_when_due
from gongkai.publishing.extraction import EXTRACT, extract_waiting
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


@handles(EXTRACT, "提取附件文字")
def extract_texts(report: Report) -> dict[str, Any]:
    """Read the text of every attachment that waits for it."""
    return extract_waiting(report).told


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
runs_daily(EXTRACT, at=time(1, 0))
