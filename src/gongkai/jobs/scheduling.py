"""Begin what has fallen due: once, whichever process asks first.

A task whose moment passed while nothing was running falls due still, once, as soon
as somebody asks again.
"""

import logging
from collections.abc import Callable
from datetime import datetime
from threading import Event, Thread

from django.db import DatabaseError, connection, transaction
from django.db.models import Q
from django.utils import timezone

from gongkai.jobs.models import Job, ScheduledRun
from gongkai.jobs.runner import run_in_thread
from gongkai.jobs.schedule import ScheduledTask, scheduled_tasks
from gongkai.jobs.services import queue

_PAUSE_SECONDS = 20
_log = logging.getLogger(__name__)


def run_due(
    now: datetime, *, begin: Callable[[Job], object] = run_in_thread
) -> list[Job]:
    """Begin every task that has fallen due by ``now``; return their jobs.

    Another process that asks at the same time gets none of them.
    """
    begun = []
    for task in scheduled_tasks():
        job = _claim(task, now)
        if job is not None:
            begin(job)
            begun.append(job)
    return begun


@transaction.atomic
def _claim(task: ScheduledTask, now: datetime) -> Job | None:
    """Take the task if it is due and nobody has it: one row, one winner."""
    if task.is_wanted and not task.is_wanted(now):
        return None
    due_at = task.last_due(now)
    ScheduledRun.objects.get_or_create(kind=task.kind)
    waiting = Q(due_at__isnull=True) | Q(due_at__lt=due_at)
    mine = ScheduledRun.objects.filter(waiting, kind=task.kind)
    if not mine.update(due_at=due_at, run_at=now):
        return None
    job = queue(kind=task.kind)
    ScheduledRun.objects.filter(kind=task.kind).update(job=job)
    return job


def keep_running(stop: Event) -> Thread:
    """Start the thread that begins what falls due, until ``stop`` is set.

    It first waits: a server forks its workers in the meantime.
    """
    thread = Thread(target=_watch, args=(stop,), name="schedule", daemon=True)
    thread.start()
    return thread


def _watch(stop: Event) -> None:
    while not stop.wait(_PAUSE_SECONDS):
        try:
            run_due(timezone.now())
        except DatabaseError:
            _log.exception("the schedule could not be read; it is read again soon")
        finally:
            connection.close()
