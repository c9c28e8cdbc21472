"""Notice, payment, lapse and objection.

《政府信息公开信息处理费管理办法》第六条 to 第八条: the notice goes out within the
period for the reply; the applicant pays within a limit counted from the day after he
received it; unpaid means given up; paid in full, the reply period begins anew the
next day.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gongkai.statute.calendar import WorkingDays
from gongkai.statute.clock.limits import limits_on
from gongkai.statute.errors import StatuteError


@dataclass(frozen=True)
class Payment:
    """Money that came in on a day."""

    paid_on: date
    yuan: Decimal


def notice_is_in_time(sent_on: date, reply_due_on: date) -> bool:
    """Return whether the fee notice was sent within the period for the reply (六).

    >>> notice_is_in_time(date(2024, 11, 20), date(2024, 12, 2))
    True
    """
    return sent_on <= reply_due_on


def payment_due_on(notice_received_on: date, calendar: WorkingDays) -> date:
    """Return the last day to pay, counted from the day after the receipt (六).

    >>> payment_due_on(date(2024, 11, 22), WorkingDays.load_all())
    datetime.date(2024, 12, 20)
    """
    limit = limits_on(notice_received_on).payment
    return calendar.add(notice_received_on, limit.working_days)


def lapses_on(notice_received_on: date, calendar: WorkingDays) -> date:
    """Return the first working day on which an unpaid request is given up (六).

    >>> lapses_on(date(2024, 11, 22), WorkingDays.load_all())
    datetime.date(2024, 12, 23)
    """
    return calendar.next_working_day(payment_due_on(notice_received_on, calendar))


def paid_in_full_on(demanded: Decimal, payments: Iterable[Payment]) -> date | None:
    """Return the day on which the sum was complete, or none.

    A part is no payment (docs/interpretations/0032-fee-payment-and-postage.md).

    >>> parts = [Payment(date(2024, 12, 2), Decimal(60)),
    ...          Payment(date(2024, 12, 10), Decimal(40))]
    >>> paid_in_full_on(Decimal(100), parts)
    datetime.date(2024, 12, 10)
    """
    if demanded <= 0:
        raise StatuteError(
            f"收费金额应当大于0元，现为{demanded}元。不收费的不必通知缴费。"
        )
    received = Decimal(0)
    for payment in sorted(payments, key=lambda each: each.paid_on):
        received += payment.yuan
        if received >= demanded:
            return payment.paid_on
    return None


def reply_period_restarts_after(
    paid_on: date, notice_received_on: date, calendar: WorkingDays
) -> date:
    """Return day zero of the new reply period: the day of full payment (七).

    Raises ``StatuteError`` for money that came after the last day: the request has
    lapsed by then, and the money goes back.
    """
    due_on = payment_due_on(notice_received_on, calendar)
    if paid_on > due_on:
        raise StatuteError(
            f"{paid_on}缴费已过缴费期限{due_on}，视为放弃申请，不再处理。请退回所缴费用。",
            article="《政府信息公开信息处理费管理办法》第六条",
        )
    return paid_on


def has_objection_route(day: date, payment_due: date) -> bool:
    """Return whether the applicant may attack on ``day`` what followed the fee (八).

    Not while he may still pay, and never the fee alone. Afterwards he may complain
    (条例第五十一条), ask for reconsideration or sue over the 不再处理.

    >>> has_objection_route(date(2024, 12, 20), date(2024, 12, 20))
    False
    """
    return day > payment_due
