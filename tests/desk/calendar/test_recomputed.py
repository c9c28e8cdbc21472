"""The page of a job, and the due dates that the recomputing moved."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from desk.pages import english_in, text_of
from factories.casework import DisclosureRequestFactory
from gongkai.jobs.models import Job, JobState
from gongkai.organs.roles import Role

pytestmark = pytest.mark.django_db

KIND = "casework.recompute_open"


def moved(disclosure_request, was, now, problem=""):
    return {"pk": disclosure_request.pk, "was": was, "now": now, "problem": problem}


def recomputed(*lines, **fields):
    values = {
        "kind": KIND,
        "state": JobState.DONE,
        "done": 3,
        "total": 3,
        "result": {"checked": 3, "moved": lines},
        "finished_at": timezone.now(),
    }
    return Job.objects.create(**(values | fields))


def url_of(job):
    return f"/desk/jobs/{job.pk}/"


def test_moved_due_dates_are_listed_with_before_and_after(desk, organ):
    one = DisclosureRequestFactory(organ=organ, subject="申请公开校车台账。")
    job = recomputed(moved(one, "2027-02-03", "2027-02-05"))

    response = desk.get(url_of(job))

    page = text_of(response)
    assert "核对在办申请 3 件" in page
    assert "申请公开校车台账。 云溪县教育局 2027-02-03 2027-02-05" in page
    assert english_in(page) == []


def test_case_that_could_not_be_worked_out_stands_apart_with_the_reason(desk, organ):
    one = DisclosureRequestFactory(organ=organ)
    job = recomputed(moved(one, None, None, "没有收到日期，算不出期限。"))

    page = desk.get(url_of(job))

    assert page.context["moved"] == []
    assert [line["problem"] for line in page.context["problems"]] == [
        "没有收到日期，算不出期限。"
    ]
    assert "算不出的办件 1 件没有重算" in text_of(page)


def test_requests_of_other_organs_are_not_listed(desk, organ, other_organ):
    own = DisclosureRequestFactory(organ=organ)
    foreign = DisclosureRequestFactory(organ=other_organ)
    dates = ("2027-02-03", "2027-02-05")
    job = recomputed(moved(own, *dates), moved(foreign, *dates))

    lines = desk.get(url_of(job)).context["moved"]

    assert [line["disclosure_request"] for line in lines] == [own]
    assert lines[0]["url"] == f"/desk/cases/{own.pk}/"
    assert (lines[0]["was"], lines[0]["now"]) == (date(2027, 2, 3), date(2027, 2, 5))


def test_nothing_moved_is_said(desk):
    assert "到期日没有变动" in text_of(desk.get(url_of(recomputed())))


@pytest.mark.parametrize("role", Role)
def test_the_list_is_for_those_who_see_requests(as_role, role):
    page = as_role(role).get(url_of(recomputed()))

    is_shown = page.status_code == 200 and "moved" in page.context
    blind = {Role.CLERK, Role.OFFICE_REVIEWER, Role.ADMINISTRATOR}
    assert is_shown is (role not in blind)


def test_job_of_another_person_is_not_there(desk):
    job = recomputed(kind="other.work")

    assert desk.get(url_of(job)).status_code == 404
    assert desk.post(f"{url_of(job)}again/").status_code == 404


def test_running_job_shows_how_far_it_is_and_may_be_left(desk, officer):
    job = recomputed(
        state=JobState.RUNNING,
        runner="elsewhere:1",
        seen_at=timezone.now(),
        result={},
        total=12,
        started_by=officer,
        finished_at=None,
    )

    response = desk.get(url_of(job))

    page = text_of(response)
    assert "3 / 12 件" in page
    assert "可以离开这一页" in page
    assert "再运行一次" not in page
    assert b"data-job-live" in response.content


def test_interrupted_job_says_so(desk, officer):
    job = recomputed(state=JobState.RUNNING, result={}, started_by=officer)
    Job.objects.update(created_at=timezone.now() - timedelta(hours=1))

    page = text_of(desk.get(url_of(job)))

    assert "中断" in page
    assert "处理它的程序停止了" in page


def test_only_who_started_a_job_runs_it_again(desk):
    job = recomputed(state=JobState.FAILED)

    assert "再运行一次" not in text_of(desk.get(url_of(job)))
    assert desk.post(f"{url_of(job)}again/").status_code == 404


def test_nobody_gets_in_without_signing_in(client):
    job = recomputed()

    assert client.get(url_of(job)).status_code == 302
    assert client.post(f"{url_of(job)}again/").status_code == 302
