"""The jobs app's own work: forgetting jobs that are long over."""

from datetime import time, timedelta
from typing import Any

from django.utils import timezone

from gongkai.jobs.models import LIVE, Job
from gongkai.jobs.registry import Report, handles
from gongkai.jobs.schedule import runs_daily

FORGET = "jobs.forget"
_KEPT_FOR = timedelta(days=90)


@handles(FORGET, "清理旧的任务记录")
def forget_old_jobs(report: Report) -> dict[str, Any]:
    """Delete what ended 90 days ago and more; the journal keeps what was done."""
    ended = Job.objects.exclude(state__in=LIVE)
    count, _ = ended.filter(created_at__lt=timezone.now() - _KEPT_FOR).delete()
    report(count, count)
    return {}


runs_daily(FORGET, at=time(3, 20))
