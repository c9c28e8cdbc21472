from datetime import timedelta
from threading import Thread

import pytest
from django.utils import timezone

from factories.organs import AccountFactory
from gongkai.jobs import registry
from gongkai.jobs.models import Job, JobState
from gongkai.jobs.registry import handles
from gongkai.jobs.runner import at_work, run, this_process
from gongkai.jobs.selectors import as_it_stands, latest
from gongkai.jobs.services import start, start_again
from gongkai.statute.errors import GongkaiError

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def handlers(monkeypatch):
    monkeypatch.setattr(registry, "_handlers", {})

    @handles("count", "数数")
    def count(report, until):
        for done in range(until + 1):
            report(done, until)
        return {"counted": until}

    @handles("refuse", "拒绝")
    def refuse(report):
        raise GongkaiError("没有可以处理的申请。")

    @handles("break", "出错")
    def break_down(report):
        report(3, 10)
        return {}["missing"]


def finished(kind, **params):
    job = start(kind=kind, params=params, actor=None)
    run(job.pk)
    job.refresh_from_db()
    return job


def test_job_runs_to_its_end_and_keeps_the_result():
    job = finished("count", until=5)

    assert (job.state, job.done, job.total) == (JobState.DONE, 5, 5)
    assert job.result == {"counted": 5}
    assert job.started_at <= job.finished_at


def test_job_without_anything_to_do_is_done():
    job = finished("count", until=0)

    assert (job.state, job.done, job.total) == (JobState.DONE, 0, 0)


def test_refusal_of_the_handler_is_the_message():
    job = finished("refuse")

    assert (job.state, job.message) == (JobState.FAILED, "没有可以处理的申请。")


def test_broken_handler_leaves_a_failed_job_and_a_trace():
    job = start(kind="break", actor=None)

    with pytest.raises(KeyError):
        run(job.pk)

    job.refresh_from_db()
    assert (job.state, job.done, job.total) == (JobState.FAILED, 3, 10)
    assert job.message.startswith("程序出错，任务没有完成。")


def test_unknown_kind_is_refused_and_not_queued():
    with pytest.raises(GongkaiError, match="没有名为fly的任务"):
        start(kind="fly", actor=None)

    assert Job.objects.count() == 0


def test_job_of_a_kind_that_is_gone_fails_in_words():
    job = Job.objects.create(kind="fly")

    run(job.pk)

    job.refresh_from_db()
    assert job.message == "程序里没有这种任务，不能运行。"


def test_two_handlers_of_one_name_are_a_mistake():
    with pytest.raises(ValueError, match="two handlers"):
        handles("count", "再数")(dict)


def test_job_begins_only_when_its_transaction_is_through(
    django_capture_on_commit_callbacks,
):
    with django_capture_on_commit_callbacks() as callbacks:
        job = start(kind="count", params={"until": 1}, actor=AccountFactory())

    assert len(callbacks) == 1
    assert job.state == JobState.QUEUED


def running(**fields):
    values = {"kind": "count", "state": JobState.RUNNING, "seen_at": timezone.now()}
    return Job.objects.create(**(values | fields))


def test_running_job_of_this_process_that_nobody_has_is_interrupted():
    job = running(runner=this_process())

    as_it_stands(job, timezone.now())

    assert job.state == JobState.INTERRUPTED
    assert job.message.startswith("处理它的程序停止了")


def test_running_job_in_hand_is_left_alone():
    job = running(runner=this_process(), seen_at=timezone.now() - timedelta(days=1))
    at_work.add(job.pk)

    as_it_stands(job, timezone.now())

    at_work.discard(job.pk)
    assert job.state == JobState.RUNNING


@pytest.mark.parametrize(
    ("silence", "state"),
    [(90, JobState.RUNNING), (121, JobState.INTERRUPTED)],
)
def test_job_of_another_process_is_believed_for_two_minutes(silence, state):
    now = timezone.now()
    job = running(runner="elsewhere:1", seen_at=now - timedelta(seconds=silence))

    assert as_it_stands(job, now).state == state


def test_finished_job_stays_finished_however_old():
    job = finished("count", until=1)

    assert as_it_stands(job, timezone.now() + timedelta(days=9)).state == JobState.DONE


def test_slow_job_writes_its_true_end_over_the_mark():
    job = start(kind="count", params={"until": 2}, actor=None)
    as_it_stands(job, timezone.now() + timedelta(hours=1))

    run(job.pk)

    job.refresh_from_db()
    assert (job.state, job.message) == (JobState.DONE, "")


def test_interrupted_job_is_started_again_with_the_same_values():
    job = running(runner=this_process(), params={"until": 2})
    as_it_stands(job, timezone.now())

    again = start_again(job=job, actor=None)
    run(again.pk)

    again.refresh_from_db()
    assert (again.result, again.pk == job.pk) == ({"counted": 2}, False)


def test_live_job_is_not_started_twice():
    with pytest.raises(GongkaiError, match="还在进行"):
        start_again(job=running(), actor=None)


def test_latest_is_the_newest_of_its_kind():
    assert latest("count", timezone.now()) is None

    finished("count", until=1)
    newest = finished("count", until=2)
    finished("refuse")

    assert latest("count", timezone.now()) == newest


@pytest.mark.django_db(transaction=True)
def test_job_runs_in_a_thread_of_its_own(monkeypatch):
    threads = []

    class KeptThread(Thread):
        def start(self):
            threads.append(self)
            super().start()

    monkeypatch.setattr("gongkai.jobs.runner.Thread", KeptThread)

    job = start(kind="count", params={"until": 3}, actor=None)
    threads[0].join()

    job.refresh_from_db()
    assert (job.state, job.result) == (JobState.DONE, {"counted": 3})
