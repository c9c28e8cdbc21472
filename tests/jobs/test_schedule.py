"""What runs by the clock: when it is due, and that one process only runs it."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command

from gongkai.jobs import registry, schedule
from gongkai.jobs.models import Job, JobState, ScheduledRun
from gongkai.jobs.registry import handler_of, handles
from gongkai.jobs.runner import run
from gongkai.jobs.schedule import ScheduledTask, runs_daily, scheduled_tasks
from gongkai.jobs.scheduling import run_due
from gongkai.jobs.tasks import forget_old_jobs
from gongkai.statute.errors import GongkaiError

pytestmark = pytest.mark.django_db

SHANGHAI = ZoneInfo("Asia/Shanghai")
EIGHT = ScheduledTask("mail", time(8))


def moment(day, hour, minute=0):
    return datetime(2026, 11, day, hour, minute, tzinfo=SHANGHAI)


@pytest.fixture
def counted(monkeypatch):
    """A task due at eight that counts how often it runs."""
    monkeypatch.setattr(registry, "_handlers", {})
    monkeypatch.setattr(schedule, "_tasks", {})
    runs = []

    @handles("mail", "提醒")
    def mail(report):
        runs.append(1)
        return {}

    runs_daily("mail", at=time(8))
    return runs


def run_at(now):
    return run_due(now, begin=lambda job: run(job.pk))


@pytest.mark.parametrize(
    ("now", "last", "following"),
    [
        (moment(23, 7, 59), moment(22, 8), moment(23, 8)),
        (moment(23, 8), moment(23, 8), moment(24, 8)),
        (moment(23, 23, 30), moment(23, 8), moment(24, 8)),
    ],
)
def test_daily_task_is_due_at_its_time_of_the_wall(now, last, following):
    assert (EIGHT.last_due(now), EIGHT.next_due(now)) == (last, following)


def test_hourly_task_is_due_at_the_full_hour():
    task = ScheduledTask("sweep")

    assert task.last_due(moment(23, 9, 41)) == moment(23, 9)
    assert task.next_due(moment(23, 9, 41)) == moment(23, 10)


def test_due_task_runs_once(counted):
    run_at(moment(23, 8, 1))
    run_at(moment(23, 8, 2))

    assert len(counted) == 1


def test_task_runs_again_the_next_day(counted):
    run_at(moment(23, 8, 1))
    run_at(moment(24, 8, 1))

    assert len(counted) == 2


def test_nights_that_were_missed_are_caught_up_once(counted):
    run_at(moment(20, 8, 1))

    run_at(moment(23, 7))

    assert len(counted) == 2
    assert ScheduledRun.objects.get().due_at == moment(22, 8)


def test_other_process_that_was_first_leaves_nothing(counted):
    ScheduledRun.objects.create(kind="mail", due_at=moment(23, 8))

    assert run_at(moment(23, 8, 1)) == []


def test_failure_does_not_stop_the_next_task(counted):
    @handles("break", "出错")
    def refuse(report):
        raise GongkaiError("没有办法。")

    runs_daily("break", at=time(7))

    jobs = run_at(moment(23, 8, 1))

    assert [Job.objects.get(pk=job.pk).state for job in jobs] == [
        JobState.FAILED,
        JobState.DONE,
    ]


def test_command_runs_what_is_due_and_says_so(counted, capsys):
    call_command("run_schedule")
    call_command("run_schedule")

    assert capsys.readouterr().out == "提醒\t已完成\n没有到点的任务。\n"


def test_every_scheduled_task_has_a_handler():
    kinds = {task.kind for task in scheduled_tasks()}

    assert [kind for kind in kinds if handler_of(kind) is None] == []
    assert kinds == {
        "casework.recompute_open",
        "desk.remind",
        "desk.remind_again",
        "desk.clear_sessions",
        "portal.sweep_pending",
        "jobs.forget",
        "publishing.extract_texts",
        "publishing.keep_appointments",
        "publishing.lapse",
    }


def test_old_jobs_are_forgotten_and_live_ones_kept():
    old = [Job.objects.create(kind="x", state=state) for state in ("done", "queued")]
    new = Job.objects.create(kind="x", state="done")
    ids = [job.pk for job in old]
    long_ago = moment(1, 0) - timedelta(days=900)
    Job.objects.filter(pk__in=ids).update(created_at=long_ago)

    forget_old_jobs(lambda *_: None)

    assert set(Job.objects.values_list("pk", flat=True)) == {ids[1], new.pk}
