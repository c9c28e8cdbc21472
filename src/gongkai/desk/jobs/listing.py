"""任务: the jobs that an account may look at, and what runs by the clock."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse_lazy
from django.utils import timezone

from gongkai.desk.jobs.results import jobs_open_to, sees_all
from gongkai.desk.registers.chips import Chip, Tone
from gongkai.desk.registers.furniture import HOME
from gongkai.jobs.models import Job, JobState, ScheduledRun
from gongkai.jobs.registry import handler_of
from gongkai.jobs.schedule import ScheduledTask, scheduled_tasks
from gongkai.jobs.selectors import as_it_stands

LISTING = {"url": reverse_lazy("desk_jobs:index"), "label": "任务"}
_ON_PAGE = 50
_TONES = {
    JobState.QUEUED: Tone.WAITING,
    JobState.RUNNING: Tone.WAITING,
    JobState.DONE: Tone.DONE,
    JobState.FAILED: Tone.OVERDUE,
    JobState.INTERRUPTED: Tone.DUE,
}


@dataclass(frozen=True)
class JobRow:
    """A job in the list."""

    job: Job
    title: str
    state: Chip


@dataclass(frozen=True)
class ScheduleRow:
    """A task of the schedule with its last and its next run."""

    title: str
    words: str
    run_at: datetime | None
    last: JobRow | None
    next_at: datetime
    is_due: bool


def index(request: HttpRequest) -> HttpResponse:
    """Show the jobs, the newest first."""
    now = timezone.now()
    jobs = jobs_open_to(request.user).select_related("started_by")
    page = Paginator(jobs, _ON_PAGE).get_page(request.GET.get("p"))
    is_for_all = request.user.is_superuser or sees_all(request.user)
    context = {
        "page_title": "任务",
        "breadcrumbs_items": [HOME, {"url": "", "label": "任务"}],
        "rows": [_row(as_it_stands(job, now)) for job in page],
        "page_obj": page,
        "elided_page_range": page.paginator.get_elided_page_range(page.number),
        "schedule": schedule_rows(now) if is_for_all else [],
    }
    return render(request, "desk/jobs/index.html", context)


def schedule_rows(now: datetime) -> list[ScheduleRow]:
    """Return what runs by the clock, in the order of the day."""
    runs = {run.kind: run for run in ScheduledRun.objects.select_related("job")}
    return [_scheduled(task, runs.get(task.kind), now) for task in scheduled_tasks()]


def state_chip(job: Job) -> Chip:
    """Return how a job stands."""
    state = JobState(job.state)
    return Chip(state.label, _TONES[state])


def _scheduled(
    task: ScheduledTask, run: ScheduledRun | None, now: datetime
) -> ScheduleRow:
    done_for = None if run is None else run.due_at
    return ScheduleRow(
        _title(task.kind),
        task.words,
        None if run is None else run.run_at,
        _row(run.job) if run is not None and run.job is not None else None,
        task.next_due(now),
        is_due=done_for is None or done_for < task.last_due(now),
    )


def _row(job: Job) -> JobRow:
    return JobRow(job, _title(job.kind), state_chip(job))


def _title(kind: str) -> Any:
    handler = handler_of(kind)
    return handler.title if handler else kind
