"""What publishing does by the clock."""

from datetime import time
from typing import Any

from django.utils import timezone

from gongkai.jobs.registry import Report, handles
from gongkai.jobs.schedule import runs_daily
from gongkai.publishing.services import lapse_expired

LAPSE = "publishing.lapse"


@handles(LAPSE, "有效期满的规范性文件转为失效")
def lapse_documents(report: Report) -> dict[str, Any]:
    """End the normative documents whose term is over."""
    lapsed = lapse_expired(timezone.localdate())
    report(len(lapsed), len(lapsed))
    return {"count": len(lapsed)}


runs_daily(LAPSE, at=time(0, 10))
