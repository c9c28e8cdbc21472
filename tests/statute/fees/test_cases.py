"""The 29 examples of ``cases.toml``, each by what it states."""

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from gongkai.statute.fees import (
    fee_by_pages,
    fee_by_requests,
    ordinals_in_month,
    pages_of_sheets,
    propose_fees,
)

CASES = tomllib.loads(
    Path(__file__).with_name("cases.toml").read_text(encoding="utf-8")
)["case"]


def having(key):
    cases = [case for case in CASES if key in case]
    return pytest.mark.parametrize(
        "case", cases, ids=lambda case: f"{case['number']} {case['facts']}"
    )


def price(ordinal):
    return fee_by_requests(1, already=ordinal - 1).total_yuan


def test_the_table_holds_every_example():
    assert [case["number"] for case in CASES] == list(range(1, 30))


@having("requests")
def test_requests_of_a_month(case):
    already = case.get("already", 0)

    account = fee_by_requests(case["requests"], already=already)

    assert account.total_yuan == case["total"]
    assert price(already + case["requests"]) == case["last"]


@having("prices")
def test_each_part_of_a_split_letter_has_its_own_price(case):
    ordinals = range(case["already"] + 1, case["already"] + case["requests"] + 1)

    assert [price(ordinal) for ordinal in ordinals] == case["prices"]


@having("received")
def test_natural_months_count_apart(case):
    days = [day for day, requests in case["received"] for _ in range(requests)]

    total = sum((price(n) for n in ordinals_in_month(days)), Decimal(0))

    assert total == case["total"]


@having("pages")
def test_pages_of_a_request(case):
    assert fee_by_pages(case["pages"]).total_yuan == case["total"]


@having("each")
def test_pages_of_several_requests_are_not_added_up(case):
    totals = [fee_by_pages(pages).total_yuan for pages in case["each"]]

    assert sum(totals) == case["total"]


@having("sheets_both_sides")
def test_each_printed_side_is_a_page(case):
    pages = pages_of_sheets(case["sheets_both_sides"], both_sides=True)

    assert fee_by_pages(pages).total_yuan == case["total"]


@having("choice")
def test_one_tariff_is_chosen_for_a_request(case):
    proposals = propose_fees(**case["choice"])

    stated = {way: case[way] for way in ("by_requests", "by_pages") if way in case}
    assert {each.way.value: each.account.total_yuan for each in proposals} == stated
