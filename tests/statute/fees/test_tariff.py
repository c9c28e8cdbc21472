"""The tariffs in the words of a fee notice, and the one home of the time to pay."""

from datetime import date

from gongkai.statute.calendar import WorkingDays
from gongkai.statute.clock.limits import limits_on
from gongkai.statute.fees import FeeWay, payment_due_on, tariff_on


def test_the_tariff_by_requests_is_told_band_by_band():
    assert tariff_on(FeeWay.BY_REQUESTS).text == (
        "按件计收：同一申请人一个自然月内累计申请，第1至10件不收费；"
        "第11至30件，100元/件；第31件起，每10件为一档，第一档200元/件，"
        "每增加一档提高100元/件"
    )


def test_the_tariff_by_pages_is_told_band_by_band():
    assert tariff_on(FeeWay.BY_PAGES).text == (
        "按量计收：单件申请提供的信息，第1至30页不收费；第31至100页，10元/页；"
        "第101至200页，20元/页；第201页起，40元/页"
    )


def test_the_time_to_pay_is_the_limit_of_the_clock():
    calendar, received_on = WorkingDays.load_all(), date(2024, 11, 22)

    limit = limits_on(received_on).payment.working_days

    assert payment_due_on(received_on, calendar) == calendar.add(received_on, limit)
