"""Run a job, in a thread of the serving process: the default that needs no broker.

The thread has its own connection. Progress is written at most once a second and
outside any transaction of the runner's, so that on SQLite the one writer's place is
held for an instant only; a handler that works for long commits in pieces.
"""

import os
import socket
import time
from threading import Thread

from django.db import connection, transaction
from django.utils import timezone

from gongkai.jobs.models import Job, JobState
from gongkai.jobs.registry import Handler, handler_of
from gongkai.statute.errors import GongkaiError

_PAUSE = 1.0
_UNEXPECTED = "程序出错，任务没有完成。请再运行一次；仍不成功的，请告诉管理员。"
_MESSAGE_LIMIT = 400

#: The jobs that this process has in hand.
at_work: set[int] = set()


def this_process() -> str:
    """Return the name by which a job knows the process that runs it."""
    return f"{socket.gethostname()}:{os.getpid()}"


def run_in_thread(job: Job) -> None:
    """Run the job in a thread, once the transaction that queued it is through."""
    transaction.on_commit(Thread(target=_run_alone, args=(job.pk,), daemon=True).start)


def run(pk: int) -> None:
    """Run the job now, to its end; a refusal of the handler is the job's message."""
    job = Job.objects.get(pk=pk)
    handler = handler_of(job.kind)
    at_work.add(pk)
    try:
        if handler is None:
            _end(job, JobState.FAILED, message="程序里没有这种任务，不能运行。")
        else:
            _carry_out(job, handler)
    finally:
        at_work.discard(pk)


def _carry_out(job: Job, handler: Handler) -> None:
    now = timezone.now()
    _note(job, state=JobState.RUNNING, started_at=now, seen_at=now)
    state, message, result = JobState.FAILED, _UNEXPECTED, {}
    try:
        result = handler.run(_Progress(job), **job.params)
        state, message = JobState.DONE, ""
    except GongkaiError as error:
        message = error.message
    finally:
        _end(job, state, message=message, result=result)


class _Progress:
    """Writes how far the job has come, not more often than people look."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._written_at = -_PAUSE
        self._total: int | None = None

    def __call__(self, done: int, total: int | None = None) -> None:
        now = time.monotonic()
        is_new_total = total is not None and total != self._total
        if now - self._written_at < _PAUSE and done != total and not is_new_total:
            return
        self._written_at = now
        self._total = total
        _note(self._job, done=done, total=total, seen_at=timezone.now())


def _end(
    job: Job,
    state: JobState,
    *,
    message: str,
    result: dict[str, object] | None = None,
) -> None:
    _note(
        job,
        state=state,
        message=message[:_MESSAGE_LIMIT],
        result=result or {},
        finished_at=timezone.now(),
    )


def _note(job: Job, **values: object) -> None:
    Job.objects.filter(pk=job.pk).update(**values)


def _run_alone(pk: int) -> None:
    try:
        run(pk)
    finally:
        connection.close()
