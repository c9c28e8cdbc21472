"""Read jobs, and notice those whose process died."""

from datetime import datetime, timedelta

from gongkai.jobs.models import LIVE, Job, JobState
from gongkai.jobs.runner import at_work, this_process

_SILENCE = timedelta(minutes=2)
_MESSAGE = "处理它的程序停止了，任务没有做完。已经做完的部分有效，可以再运行一次。"


def as_it_stands(job: Job, now: datetime) -> Job:
    """Return the job; one that nobody works on any more is marked 中断.

    In this process we know what is at work; of another one we believe two minutes
    of silence. A job that was only slow writes its true end over the mark.
    """
    if not job.is_live or _is_at_work(job, now):
        return job
    Job.objects.filter(pk=job.pk, state__in=LIVE).update(
        state=JobState.INTERRUPTED, message=_MESSAGE, finished_at=now
    )
    job.refresh_from_db()
    return job


def latest(kind: str, now: datetime) -> Job | None:
    """Return the newest job of a kind as it stands."""
    job = Job.objects.filter(kind=kind).first()
    return job and as_it_stands(job, now)


def _is_at_work(job: Job, now: datetime) -> bool:
    if job.pk in at_work and job.runner == this_process():
        return True
    silent_since = job.seen_at or job.created_at
    if job.runner == this_process() and job.state == JobState.RUNNING:
        return False
    return now - silent_since < _SILENCE
