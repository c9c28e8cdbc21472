"""The worklist: each open request in its list, narrowed by office and person."""

from datetime import date

import pytest
from django.urls import reverse

from desk.pages import english_in, text_of
from factories.casework import DisclosureRequestFactory
from factories.organs import OfficeFactory

pytestmark = pytest.mark.django_db

URL = "/desk/cases/"


@pytest.fixture
def make(organ, today):
    def one(subject, **fields):
        base = {"received_on": date(2022, 1, 10), "state": "registered"}
        return DisclosureRequestFactory(organ=organ, subject=subject, **(base | fields))

    return one


def sections(page):
    return {
        section.key: [row.case.subject for row in section.rows]
        for section in page.context["shown"]
    }


def test_each_open_request_stands_in_its_list(desk, make):
    make("甲", due_on=date(2022, 2, 8), state="overdue")
    make("乙", due_on=date(2022, 2, 9))
    make("丙", due_on=date(2022, 2, 11))
    make("丁", due_on=date(2022, 3, 1), state="consulting")
    make("戊", received_on=None, submitted_on=date(2022, 2, 8), state="submitted")
    make("己", due_on=date(2022, 3, 1))
    make("庚", closed_on=date(2022, 2, 1), outcome="disclosed", state="decided")

    page = desk.get(URL)

    assert sections(page) == {
        "overdue": ["甲"],
        "due_today": ["乙"],
        "this_week": ["丙"],
        "to_confirm": ["戊"],
        "waiting_for_others": ["丁"],
        "later": ["己"],
    }
    assert "已超 1 个工作日 · 2月8日" in text_of(page)
    assert english_in(text_of(page)) == []


def test_one_list_can_be_seen_alone(desk, make):
    make("甲", due_on=date(2022, 2, 8), state="overdue")
    make("乙", due_on=date(2022, 2, 9))

    assert sections(desk.get(URL, {"list": "due_today"})) == {"due_today": ["乙"]}


def test_lists_are_narrowed_to_an_office_and_to_oneself(desk, make, organ, officer):
    office = OfficeFactory(organ=organ)
    make("甲", due_on=date(2022, 2, 9), office=office)
    make("乙", due_on=date(2022, 2, 9), handler=officer.person)

    assert sections(desk.get(URL, {"office": office.pk})) == {"due_today": ["甲"]}
    assert sections(desk.get(URL, {"mine": "1"})) == {"due_today": ["乙"]}
    assert len(sections(desk.get(URL, {"office": "x"}))["due_today"]) == 2


def test_worklist_says_when_there_is_nothing_to_do(desk, today):
    assert "没有在办的申请。" in text_of(desk.get(URL))


def test_worklist_shows_nothing_of_other_organs(desk, other_organ, today):
    DisclosureRequestFactory(organ=other_organ, due_on=date(2022, 2, 9))

    assert sections(desk.get(URL)) == {}


def test_home_counts_what_presses_and_leads_there(desk, make):
    make("甲", due_on=date(2022, 2, 8), state="overdue")
    make("乙", due_on=date(2022, 2, 9))

    page = desk.get("/desk/")

    assert "公开申请逾期未答复" in text_of(page)
    assert f"{reverse('case:worklist')}?list=due_today" in page.content.decode()


def test_worklist_asks_the_database_the_same_for_one_and_for_three(
    desk, make, django_assert_max_num_queries
):
    make("甲", due_on=date(2022, 2, 9))
    desk.get(URL)
    with django_assert_max_num_queries(60) as one:
        desk.get(URL)
    make("乙", due_on=date(2022, 2, 9))
    make("丙", due_on=date(2022, 2, 9))
    with django_assert_max_num_queries(60) as three:
        desk.get(URL)

    assert len(one) == len(three)
