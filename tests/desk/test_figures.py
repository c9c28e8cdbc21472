"""A click on a figure opens exactly the records that it counts."""

import csv
import io
from datetime import date

import pytest

from desk.pages import text_of
from factories.casework import DisclosureRequestFactory
from factories.ledger import LedgerEntryFactory
from factories.organs import OrganFactory, account_with_role
from gongkai.organs.roles import Role

pytestmark = pytest.mark.django_db

LICENSING = "table2.administrative_licensing.decisions"


@pytest.fixture
def entries(organ, other_organ):
    """Two entries that the figure of 2021 counts, and three that it does not."""
    counted = [
        LedgerEntryFactory(organ=organ, number="T-1", quantity=500),
        LedgerEntryFactory(organ=organ, number="T-2", quantity=88),
    ]
    LedgerEntryFactory(organ=organ, happened_on=date(2020, 6, 1))
    LedgerEntryFactory(organ=organ, fee=True)
    LedgerEntryFactory(organ=other_organ)
    return counted


def query(organ, path=LICENSING, year=2021):
    return {"figure": path, "organ": organ.code, "year": str(year)}


def test_list_shows_exactly_the_records_and_names_the_figure(desk, organ, entries):
    page = desk.get("/desk/ledger/", query(organ))

    assert page.context["items_count"] == len(entries)
    assert "2021年年报" in text_of(page)
    assert "588 件" in text_of(page)
    assert "以下是所计的记录" in text_of(page)


def test_export_holds_exactly_the_records(desk, organ, entries):
    response = desk.get("/desk/ledger/", query(organ) | {"export": "csv"})

    rows = csv.DictReader(io.StringIO(response.content.decode("utf-8-sig")))
    assert sorted(row["编号"] for row in rows) == [entry.number for entry in entries]


def test_search_stays_within_the_records(desk, organ, entries):
    page = desk.get("/desk/ledger/", query(organ) | {"q": "T-2"})

    assert page.context["items_count"] == 1
    assert page.context["figure"].organ == organ
    assert len(entries) == 2


def test_a_figure_of_years_before_is_not_cut_by_the_year(desk, organ):
    DisclosureRequestFactory(organ=organ, received_on=date(2020, 12, 20))

    page = desk.get("/desk/requests/", query(organ, "table3.total.brought_forward"))

    assert page.context["items_count"] == 1


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"figure": "table9.nothing"}, "年度报告里没有“table9.nothing”这个数字"),
        ({"figure": "table3.total.new"}, "这个数字计的不是本登记簿的记录"),
        ({"organ": "Z-9"}, "没有代码为“Z-9”的机关"),
        ({"organ": "B-1"}, "没有代码为“B-1”的机关"),
        ({"year": "去年"}, "“去年”不是年份"),
        ({"year": "99999"}, "没有99999年的年度报告"),
    ],
)
def test_what_is_not_there_is_said_in_one_sentence(
    desk, organ, entries, other_organ, changed, sentence
):
    page = desk.get("/desk/ledger/", query(organ) | changed)
    file = desk.get("/desk/ledger/", query(organ) | changed | {"export": "csv"})

    assert page.status_code == 200
    assert sentence in text_of(page)
    assert page.context["items_count"] == 0
    assert other_organ.name not in text_of(page)
    assert file.headers["Content-Type"] == "text/html; charset=utf-8"
    assert len(entries) == 2


def test_a_supervisor_opens_the_figures_of_the_organs_below(client, organ, entries):
    county = OrganFactory()
    organ.parent = county
    organ.save()
    client.force_login(account_with_role(Role.SUPERVISOR, county))

    page = client.get("/desk/ledger/", query(organ))

    assert page.context["items_count"] == len(entries)
