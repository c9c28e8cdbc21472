"""The worklist: each open request in its list, narrowed by office and person."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from desk.pages import english_in, text_of
from factories.casework import DisclosureRequestFactory
from factories.corrections import RecordCorrectionFactory
from factories.organs import OfficeFactory, OrganFactory

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
    assert sections(desk.get(URL, {"handler": "mine"})) == {"due_today": ["乙"]}
    assert len(sections(desk.get(URL, {"office": "x"}))["due_today"]) == 2


def options(page, name):
    return [str(one) for one in page.context[f"{name}_choices"]]


def test_each_choice_says_how_many_it_leaves(desk, make, organ, officer):
    office = OfficeFactory(organ=organ, name="人事股")
    make("甲", due_on=date(2022, 2, 9), office=office)
    make("乙", due_on=date(2022, 2, 9), handler=officer.person)
    make("丙", due_on=date(2022, 3, 9))

    page = desk.get(URL, {"list": "due_today"})

    assert options(page, "office") == ["人事股（1）", "未分派（1）"]
    assert options(page, "handler") == [
        "我承办的（1）",
        f"{officer.person}（1）",
        "未分派（1）",
    ]


def test_lists_are_narrowed_to_what_nobody_handles(desk, make, officer):
    make("甲", due_on=date(2022, 2, 9), handler=officer.person)
    make("乙", due_on=date(2022, 2, 9))

    assert sections(desk.get(URL, {"handler": "none"})) == {"due_today": ["乙"]}


def test_nothing_found_offers_the_way_back(desk, make):
    make("甲", due_on=date(2022, 2, 9))

    page = text_of(desk.get(URL, {"list": "due_today", "handler": "mine"}))

    assert "“今天到期”里没有符合条件的申请。 清除筛选" in page


def test_list_shown_is_handed_out_as_a_file(desk, make):
    make("甲", due_on=date(2022, 2, 9))
    make("乙", due_on=date(2022, 3, 9))

    answer = desk.get(URL, {"list": "due_today", "export": "csv"})

    lines = answer.content.decode("utf-8-sig").splitlines()
    assert ["甲" in line for line in lines[1:]] == [True]


@pytest.fixture
def county(organ, today):
    """The organ with 21 below it: with one case each, the first with two late ones."""
    below = [OrganFactory(parent=organ, name=f"云溪县{n}局") for n in range(21)]
    for one in below:
        DisclosureRequestFactory(organ=one, due_on=date(2022, 2, 9), state="registered")
    for _ in range(2):
        DisclosureRequestFactory(organ=below[7], due_on=date(2022, 2, 8))
    return below


def test_account_over_many_organs_sees_a_line_for_each(desk, county):
    lines = desk.get(URL).context["organ_lines"]

    assert len(lines) == 21
    assert lines[0].organ == county[7]
    assert lines[0].cells[:2] == [
        ("已超期", 2, f"?list=overdue&organ={county[7].code}"),
        ("今天到期", 1, f"?list=due_today&organ={county[7].code}"),
    ]


def test_figure_of_an_organ_leads_to_its_cases(desk, county):
    line = desk.get(URL).context["organ_lines"][0]

    page = desk.get(f"{URL}{line.cells[0][2]}")

    assert [len(rows) for rows in sections(page).values()] == [2]
    assert {row.case.organ for row in page.context["shown"][0].rows} == {county[7]}


def test_many_organs_are_counted_in_one_query(desk, county):
    with CaptureQueriesContext(connection) as queries:
        desk.get(URL)

    counting = [one["sql"] for one in queries if "GROUP BY" in one["sql"]]
    assert len(counting) == 1


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


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"state": "consulting"}, ["甲"]),
        ({"state": "open"}, ["甲", "乙"]),
        ({"due_since": "2022-02-10", "due_until": "2022-02-28"}, ["乙"]),
        ({"handler": "mine"}, ["甲"]),
        ({"handler": "none"}, ["乙"]),
        ({"office": "none"}, ["甲", "乙"]),
    ],
)
def test_register_is_narrowed_by_state_due_day_and_person(
    desk, make, officer, query, found
):
    make("甲", due_on=date(2022, 2, 9), state="consulting", handler=officer.person)
    make("乙", due_on=date(2022, 2, 11))

    page = desk.get(reverse("disclosurerequest:index"), query)

    assert sorted(one.subject for one in page.context["object_list"]) == sorted(found)


def test_open_corrections_stand_beside_the_requests_due_first(desk, organ, today):
    later = RecordCorrectionFactory(organ=organ, due_on=date(2022, 3, 1))
    late = RecordCorrectionFactory(organ=organ, due_on=date(2022, 2, 8))
    RecordCorrectionFactory(
        organ=organ, result="withdrawn", ended_on=date(2022, 2, 1), told_on=None
    )

    page = desk.get(URL)

    shown = page.context["corrections"]
    assert [row.correction for row in shown["rows"]] == [late, later]
    assert "信息更正 2 件" in text_of(page)
    assert "超期 · 2月8日" in text_of(page)


def test_corrections_cost_as_many_queries_for_one_as_for_three(desk, organ, today):
    counts = []
    for more in (1, 2):
        RecordCorrectionFactory.create_batch(more, organ=organ, due_on=today)
        with CaptureQueriesContext(connection) as queries:
            desk.get(URL)
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_an_empty_worklist_says_where_requests_come_from(desk, today):
    page = desk.get(URL)

    assert "没有在办的申请。 公众在网上提交的，自动列在“待确认”" in text_of(page)
    html = page.content.decode()
    assert reverse("case:register") in html
    assert reverse("disclosurerequest:import") in html
