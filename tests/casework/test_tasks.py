from datetime import date

import pytest

from factories.casework import registered
from gongkai.casework.tasks import RECOMPUTE_OPEN
from gongkai.jobs.models import JobState
from gongkai.jobs.runner import run
from gongkai.jobs.services import start
from gongkai.organs.calendar import keep_notice

pytestmark = pytest.mark.django_db

NOTICE = """
title = "国务院办公厅关于2027年部分节假日安排的通知"
document_number = "国办发明电〔2026〕99号"
issued_on = 2026-12-01
year = 2027
source = "示例"

[[festival]]
name = "元旦"
off = [[2027-01-01, 2027-01-03]]
"""


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    day = date(2026, 12, 7)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: day)


def recomputed():
    job = start(kind=RECOMPUTE_OPEN, params={"account": None}, actor=None)
    run(job.pk)
    job.refresh_from_db()
    return job


def test_new_notice_moves_the_due_dates_that_ran_into_its_year():
    into_next_year = registered(date(2026, 12, 4))
    within_this_year = registered(date(2026, 11, 2), today=date(2026, 11, 2))
    was = within_this_year.due_on
    keep_notice(name="2027", text=NOTICE, actor=None)

    job = recomputed()

    into_next_year.refresh_from_db()
    within_this_year.refresh_from_db()
    assert job.state == JobState.DONE
    assert job.result == {
        "checked": 2,
        "count": 1,
        "moved": [
            {
                "pk": into_next_year.pk,
                "was": "2027-01-01",
                "now": "2027-01-04",
                "problem": "",
            }
        ],
    }
    assert into_next_year.due_on == date(2027, 1, 4)
    assert within_this_year.due_on == was


def test_second_run_moves_nothing():
    registered(date(2026, 12, 4))
    keep_notice(name="2027", text=NOTICE, actor=None)
    recomputed()

    assert recomputed().result == {"checked": 1, "count": 0, "moved": []}


def test_without_open_requests_the_job_is_done():
    job = recomputed()

    assert (job.state, job.result) == (
        JobState.DONE,
        {"checked": 0, "count": 0, "moved": []},
    )
