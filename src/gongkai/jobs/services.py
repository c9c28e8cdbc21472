"""Queue a job by name."""

from typing import Any

from django.db import transaction

from gongkai.jobs.models import Job
from gongkai.jobs.registry import handler_of
from gongkai.jobs.runner import run_in_thread, this_process
from gongkai.statute.errors import GongkaiError


@transaction.atomic
def start(*, kind: str, params: dict[str, Any] | None = None, actor: Any) -> Job:
    """Queue a job; it begins when the transaction around it is through.

    ``params`` are plain values, as the handler's keyword arguments.
    """
    job = queue(kind=kind, params=params, actor=actor)
    run_in_thread(job)
    return job


def queue(*, kind: str, params: dict[str, Any] | None = None, actor: Any = None) -> Job:
    """Keep a job that somebody else begins; without an actor it is the program's."""
    if handler_of(kind) is None:
        raise GongkaiError(f"程序里没有名为{kind}的任务，不能运行。请核对名称。")
    return Job.objects.create(
        kind=kind, params=params or {}, started_by=actor, runner=this_process()
    )


def start_again(*, job: Job, actor: Any) -> Job:
    """Queue the same work once more, after it failed or was interrupted."""
    if job.is_live:
        raise GongkaiError("这项任务还在进行，不能再运行一次。请等它结束。")
    return start(kind=job.kind, params=job.params, actor=actor)
