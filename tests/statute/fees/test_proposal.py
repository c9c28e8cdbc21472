from datetime import date

import pytest

from gongkai.statute.errors import StatuteError
from gongkai.statute.fees import (
    FeeWay,
    natural_month,
    ordinals_in_month,
    pages_of_sheets,
    permitted_ways,
    propose_fees,
)


def test_a_refusal_can_only_be_counted_as_a_request():
    ways = permitted_ways(pages=0, is_already_public=False)

    assert ways == (FeeWay.BY_REQUESTS,)


def test_copies_may_be_counted_either_way():
    ways = permitted_ways(pages=1, is_already_public=False)

    assert ways == (FeeWay.BY_REQUESTS, FeeWay.BY_PAGES)


def test_an_ordinary_request_gets_no_proposal():
    assert propose_fees(already=9, pages=30) == ()


def test_a_tariff_that_comes_to_nothing_is_not_proposed():
    proposals = propose_fees(already=0, pages=31)

    assert [proposal.way for proposal in proposals] == [FeeWay.BY_PAGES]


def test_a_split_letter_is_proposed_with_all_its_parts():
    (proposal,) = propose_fees(already=28, units=4)

    assert proposal.account.total_yuan == 600
    assert proposal.warnings == ()


def test_a_fee_beside_asking_for_reasons_is_doubted():
    (proposal,) = propose_fees(already=11, reasons_asked=True)

    (warning,) = proposal.warnings
    assert warning == (
        "已依《条例》第三十五条要求申请人说明理由，同一申请再收费依据不足，"
        "建议只选一种处理。"
    )


def test_nothing_is_proposed_for_a_day_before_the_measure():
    with pytest.raises(StatuteError):
        propose_fees(already=11, on=date(2020, 12, 31))


def test_a_natural_month_is_that_of_the_calendar():
    assert natural_month(date(2023, 2, 28)) == (date(2023, 2, 1), date(2023, 2, 28))
    assert natural_month(date(2024, 12, 1)) == (date(2024, 12, 1), date(2024, 12, 31))


def test_the_same_month_of_another_year_counts_anew():
    days = [date(2023, 5, 31), date(2024, 5, 1), date(2024, 5, 31)]

    assert ordinals_in_month(days) == (1, 1, 2)


def test_sheets_printed_on_one_side_are_pages():
    assert pages_of_sheets(35, both_sides=False) == 35


def test_fewer_than_no_sheets_are_refused():
    with pytest.raises(StatuteError) as refusal:
        pages_of_sheets(-1, both_sides=True)

    assert refusal.value.message == "张数不能是负数，现为-1。请改正后再算。"
