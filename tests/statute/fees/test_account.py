from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.statute.errors import StatuteError
from gongkai.statute.fees import (
    FeeAccount,
    FeeWay,
    Tier,
    fee_by_pages,
    fee_by_requests,
    tariff_on,
)

counts = st.integers(0, 400)
pages = st.integers(0, 2000)
BY_REQUESTS = "《政府信息公开信息处理费管理办法》第四条"


def price_of_request(k):
    """Follow the words of 第四条 for the k-th request of the month."""
    price = 0
    if k > 10:
        price = 100
    for first in range(31, k + 1, 10):
        price = 200 + (first - 31) * 10
    return price


def price_of_page(p):
    """Follow the words of 第五条 for the p-th page of the request."""
    if p <= 30:
        return 0
    if p <= 100:
        return 10
    return 20 if p <= 200 else 40


@given(counts, counts)
def test_requests_cost_what_each_of_them_costs(n, already):
    naive = sum(price_of_request(k) for k in range(already + 1, already + n + 1))

    assert fee_by_requests(n, already=already).total_yuan == naive


@given(pages)
def test_pages_cost_what_each_of_them_costs(n):
    naive = sum(price_of_page(p) for p in range(1, n + 1))

    assert fee_by_pages(n).total_yuan == naive


@given(counts, counts)
def test_the_tiers_add_up_and_leave_no_gap(n, already):
    account = fee_by_requests(n, already=already)

    assert sum(tier.yuan for tier in account.tiers) == account.total_yuan
    assert all(tier.yuan == tier.count * tier.rate for tier in account.tiers)
    units = [unit for t in account.tiers for unit in range(t.from_, t.to + 1)]
    assert units == list(range(already + 1, already + n + 1))


@given(pages)
def test_the_tiers_of_pages_add_up_and_leave_no_gap(n):
    account = fee_by_pages(n)

    assert sum(tier.yuan for tier in account.tiers) == account.total_yuan
    units = [unit for t in account.tiers for unit in range(t.from_, t.to + 1)]
    assert units == list(range(1, n + 1))


@given(counts)
def test_one_more_never_costs_less(n):
    assert fee_by_requests(n).total_yuan <= fee_by_requests(n + 1).total_yuan
    assert fee_by_pages(n).total_yuan <= fee_by_pages(n + 1).total_yuan


@given(counts, counts)
def test_a_later_letter_never_reprices_an_earlier_one(first, second):
    apart = (
        fee_by_requests(first).total_yuan
        + fee_by_requests(second, already=first).total_yuan
    )

    assert apart == fee_by_requests(first + second).total_yuan


def test_the_account_names_tier_price_and_article():
    account = fee_by_requests(31)

    assert account == FeeAccount(
        FeeWay.BY_REQUESTS,
        Decimal(2200),
        (
            Tier(1, 10, 10, Decimal(0), Decimal(0), BY_REQUESTS, "第1至10件，不收费"),
            Tier(
                11,
                30,
                20,
                Decimal(100),
                Decimal(2000),
                BY_REQUESTS,
                "第11至30件，20件×100元，计2000元",
            ),
            Tier(
                31,
                31,
                1,
                Decimal(200),
                Decimal(200),
                BY_REQUESTS,
                "第31件，1件×200元，计200元",
            ),
        ),
    )


def test_the_account_reads_as_a_notice_states_it():
    assert fee_by_pages(120).text == (
        "第1至30页，不收费；第31至100页，70页×10元，计700元；"
        "第101至120页，20页×20元，计400元。合计1100元"
    )
    assert fee_by_requests(0).text == "合计0元"


def test_nothing_costs_nothing():
    assert fee_by_requests(0) == FeeAccount(FeeWay.BY_REQUESTS, Decimal(0), ())
    assert fee_by_pages(0) == FeeAccount(FeeWay.BY_PAGES, Decimal(0), ())


@pytest.mark.parametrize("n", [-1, 1_000_001])
def test_what_is_not_a_count_is_refused(n):
    with pytest.raises(StatuteError) as refusal:
        fee_by_pages(n)

    assert refusal.value.message == (
        f"页数应为0至1000000的整数，现为{n}。请改正后再算。"
    )
    assert refusal.value.article == "《政府信息公开信息处理费管理办法》第五条"


def test_earlier_requests_must_be_a_count_too():
    with pytest.raises(StatuteError) as refusal:
        fee_by_requests(1, already=-1)

    assert refusal.value.message.startswith("件数应为0至1000000的整数")


def test_the_fee_begins_on_the_first_day_of_2021():
    assert fee_by_requests(11, on=date(2021, 1, 1)).total_yuan == 100
    with pytest.raises(StatuteError) as refusal:
        fee_by_requests(11, on=date(2020, 12, 31))

    assert refusal.value.message == (
        "2020-12-31没有信息处理费的收费标准（2021-01-01起施行）。"
        "请核对日期；当时的申请不收费。"
    )


@pytest.mark.parametrize("way", FeeWay)
def test_each_tariff_names_its_source(way):
    tariff = tariff_on(way)

    assert "国办函〔2020〕109号" in tariff.source
    assert tariff.in_force_until is None
    assert [band.first for band in tariff.bands[1:]] == [
        band.last + 1 for band in tariff.bands[:-1]
    ]


def test_a_tariff_that_ended_covers_its_last_day():
    ended = replace(tariff_on(FeeWay.BY_REQUESTS), in_force_until=date(2030, 6, 30))

    assert ended.covers(date(2030, 6, 30))
    assert not ended.covers(date(2030, 7, 1))


def test_the_ways_have_the_words_of_the_measure():
    assert [way.label for way in FeeWay] == ["按件计收", "按量计收"]
