"""Notice received 2024-11-22: pay by 2024-12-20 (worked example 11 of the clock)."""

from datetime import date
from decimal import Decimal

import pytest

from gongkai.statute.calendar import WorkingDays
from gongkai.statute.errors import StatuteError
from gongkai.statute.fees import (
    Payment,
    has_objection_route,
    lapses_on,
    notice_is_in_time,
    paid_in_full_on,
    payment_due_on,
    reply_period_restarts_after,
)

CALENDAR = WorkingDays.load_all()
RECEIVED = date(2024, 11, 22)
DUE = date(2024, 12, 20)


def test_the_notice_goes_out_within_the_reply_period():
    assert notice_is_in_time(date(2024, 12, 2), date(2024, 12, 2))
    assert not notice_is_in_time(date(2024, 12, 3), date(2024, 12, 2))


def test_payment_is_due_twenty_working_days_after_the_receipt():
    assert payment_due_on(RECEIVED, CALENDAR) == DUE


def test_the_request_lapses_on_the_next_working_day():
    assert lapses_on(RECEIVED, CALENDAR) == date(2024, 12, 23)


def test_payment_on_the_last_day_starts_the_reply_period_anew():
    assert reply_period_restarts_after(DUE, RECEIVED, CALENDAR) == DUE


def test_the_reply_is_due_twenty_working_days_after_payment():
    zero = reply_period_restarts_after(date(2024, 12, 10), RECEIVED, CALENDAR)

    assert CALENDAR.add(zero, 20) == date(2025, 1, 8)


def test_money_after_the_last_day_goes_back():
    with pytest.raises(StatuteError) as refusal:
        reply_period_restarts_after(date(2024, 12, 21), RECEIVED, CALENDAR)

    assert refusal.value.message == (
        "2024-12-21缴费已过缴费期限2024-12-20，视为放弃申请，不再处理。请退回所缴费用。"
    )
    assert refusal.value.article == "《政府信息公开信息处理费管理办法》第六条"


def test_a_part_is_no_payment():
    assert paid_in_full_on(Decimal(100), [Payment(DUE, Decimal(99))]) is None
    assert paid_in_full_on(Decimal(100), []) is None


def test_parts_are_complete_on_the_day_of_the_last():
    parts = [Payment(DUE, Decimal(50)), Payment(date(2024, 12, 3), Decimal(50))]

    assert paid_in_full_on(Decimal(100), parts) == DUE


def test_payment_of_nothing_is_refused():
    with pytest.raises(StatuteError) as refusal:
        paid_in_full_on(Decimal(0), [])

    assert refusal.value.message == (
        "收费金额应当大于0元，现为0元。不收费的不必通知缴费。"
    )


def test_an_objection_waits_until_the_payment_period_is_over():
    assert not has_objection_route(DUE, DUE)
    assert has_objection_route(date(2024, 12, 21), DUE)
