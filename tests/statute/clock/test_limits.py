from datetime import date

import pytest

from gongkai.statute.clock import ClockError, limits_on


def working_days(limits):
    return {name: getattr(limits, name).working_days for name in limits.__match_args__}


def test_the_limits_of_the_regulation_in_force():
    assert working_days(limits_on(date(2024, 9, 25))) == {
        "publish": 20,
        "amendment_notice": 7,
        "reply": 20,
        "extension": 20,
        "third_party_opinion": 15,
        "other_organ_opinion": 15,
        "payment": 20,
    }


def test_the_limits_of_the_regulation_of_2007():
    limits = limits_on(date(2019, 5, 14))

    assert (limits.reply.working_days, limits.extension.working_days) == (15, 15)
    assert limits.reply.citation == (
        "《政府信息公开条例》（国务院令第492号）第二十四条第二款"
    )


@pytest.mark.parametrize(
    "day", [date(2008, 5, 1), date(2019, 5, 15), date(2020, 12, 31), date(2021, 1, 1)]
)
def test_every_limit_holds_on_every_day_of_a_change(day):
    limits = limits_on(day)

    for name in limits.__match_args__:
        limit = getattr(limits, name)
        assert limit.first_day <= day <= limit.last_day


def test_before_the_first_regulation_there_is_no_limit():
    with pytest.raises(ClockError) as refused:
        limits_on(date(2008, 4, 30))

    assert refused.value.message == (
        "2008-04-30早于《政府信息公开条例》施行之日2008-05-01。请核对收到日期。"
    )
