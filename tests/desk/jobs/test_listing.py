"""任务: who sees which jobs, and the schedule."""

from datetime import timedelta

import pytest
from django.utils import timezone

from desk.pages import english_in, text_of
from factories.organs import AccountFactory
from gongkai.jobs.models import Job, JobState, ScheduledRun
from gongkai.organs.roles import Role

pytestmark = pytest.mark.django_db

URL = "/desk/jobs/"
SEES_ALL = {Role.DIRECTOR, Role.AUDITOR, Role.ADMINISTRATOR}


def job(**fields):
    values = {"kind": "desk.clear_sessions", "state": JobState.DONE}
    return Job.objects.create(**(values | fields))


def shown(page):
    return [row.job for row in page.context["rows"]]


@pytest.mark.parametrize("role", Role)
def test_all_jobs_are_for_those_who_watch_over_the_whole(as_role, role):
    job(started_by=AccountFactory())

    page = as_role(role).get(URL)

    assert bool(shown(page)) is (role in SEES_ALL)
    assert bool(page.context["schedule"]) is (role in SEES_ALL)


def test_a_role_below_the_top_is_not_enough(as_role, organ, other_organ):
    organ.parent = other_organ
    organ.save()

    page = as_role(Role.ADMINISTRATOR).get(URL)

    assert page.context["schedule"] == []


def test_everybody_sees_his_own_jobs(desk, officer):
    own = job(started_by=officer)

    assert shown(desk.get(URL)) == [own]


def test_schedule_tells_last_and_next_run(as_role):
    done = job()
    now = timezone.now()
    ScheduledRun.objects.create(
        kind="desk.clear_sessions", due_at=now, run_at=now, job=done
    )

    page = as_role(Role.ADMINISTRATOR).get(URL)

    rows = {row.title: row for row in page.context["schedule"]}
    cleared, never_run = rows["清理过期的登录"], rows["清理旧的任务记录"]
    assert (cleared.last.job, cleared.is_due) == (done, False)
    assert (never_run.run_at, never_run.is_due) == (None, True)
    assert english_in(text_of(page)) == []


def test_job_whose_process_died_shows_as_interrupted(desk, officer):
    job(started_by=officer, state=JobState.RUNNING, runner="elsewhere:1")
    Job.objects.update(created_at=timezone.now() - timedelta(hours=1))

    assert "中断" in text_of(desk.get(URL))


def test_list_asks_the_database_the_same_for_one_and_for_three(
    desk, officer, django_assert_max_num_queries
):
    job(started_by=officer)
    desk.get(URL)
    with django_assert_max_num_queries(60) as one:
        desk.get(URL)
    job(started_by=officer)
    job(started_by=officer)
    with django_assert_max_num_queries(60) as three:
        desk.get(URL)

    assert len(one) == len(three)


def test_empty_list_says_what_will_stand_here(desk):
    assert "还没有任务。 重算期限" in text_of(desk.get(URL))
