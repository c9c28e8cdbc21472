"""Worked examples (a) to (d) of the law file, and the borders around them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.statute.calendar import WorkingDays
from gongkai.statute.errors import CalendarError, StatuteError
from gongkai.statute.remedies import Unit, deadline, period_keys, period_on

CALENDAR = WorkingDays.load_all()
ROLLING = [
    key
    for key in period_keys()
    if period_on(key, date(2025, 1, 1)).unit is not Unit.WORKING_DAYS
]


@pytest.mark.parametrize(
    ("key", "starts_on", "nominal_on", "due_on"),
    [
        # (a) refusal served on Monday; the 60th day is in the National Day holiday
        (
            "reconsideration.apply",
            date(2025, 8, 4),
            date(2025, 10, 3),
            date(2025, 10, 9),
        ),
        # (b) the 60th day is in the Spring Festival
        (
            "reconsideration.apply",
            date(2024, 12, 3),
            date(2025, 2, 1),
            date(2025, 2, 5),
        ),
        # (c) reconsideration decision served on Thursday
        (
            "litigation.after_reconsideration",
            date(2025, 9, 18),
            date(2025, 10, 3),
            date(2025, 10, 9),
        ),
        # (d) six months from knowing the act
        ("litigation.direct", date(2025, 4, 3), date(2025, 10, 3), date(2025, 10, 9)),
        # a month without the day ends on its last; 2026-02-28 is a make-up Saturday
        ("litigation.direct", date(2025, 8, 31), date(2026, 2, 28), date(2026, 2, 28)),
        # the same in a leap year: Thursday
        ("litigation.direct", date(2023, 8, 31), date(2024, 2, 29), date(2024, 2, 29)),
        # an ordinary Sunday
        ("reconsideration.apply", date(2024, 3, 6), date(2024, 5, 5), date(2024, 5, 6)),
        # a year from a leap day
        ("litigation.untold", date(2024, 2, 29), date(2025, 2, 28), date(2025, 2, 28)),
    ],
)
def test_the_last_day_gives_way_to_rest(key, starts_on, nominal_on, due_on):
    found = deadline(key, starts_on, CALENDAR)

    assert (found.nominal_on, found.due_on) == (nominal_on, due_on)
    assert found.is_moved == (nominal_on != due_on)
    assert not found.provisional


def test_working_days_of_the_reconsideration_law_are_counted_as_such():
    found = deadline("reconsideration.amend", date(2025, 9, 25), CALENDAR)

    assert found.due_on == found.nominal_on == date(2025, 10, 15)


def test_a_deadline_explains_itself():
    found = deadline("reconsideration.apply", date(2025, 8, 4), CALENDAR)

    assert found.text == (
        "2025-08-04起60日，2025-10-03届满，当日休息，顺延至2025-10-09"
        "（《行政复议法》第二十条第一款）。"
    )


def test_a_deadline_on_a_working_day_tells_no_move():
    found = deadline("litigation.direct", date(2025, 8, 31), CALENDAR)

    assert found.text == (
        "2025-08-31起6个月，2026-02-28届满（《行政诉讼法》第四十六条第一款）。"
    )


def test_an_act_on_the_last_day_is_in_time():
    found = deadline("reconsideration.apply", date(2025, 8, 4), CALENDAR)

    assert found.includes(date(2025, 10, 9))
    assert not found.includes(date(2025, 10, 10))


def test_a_year_without_notice_is_refused():
    with pytest.raises(CalendarError):
        deadline("litigation.direct", date(2090, 10, 1), CALENDAR)


def test_a_year_without_notice_may_be_guessed_by_the_week():
    found = deadline("litigation.direct", date(2090, 1, 1), CALENDAR, provisional=True)

    assert found.nominal_on == date(2090, 7, 1)  # a Saturday
    assert found.due_on == date(2090, 7, 3)
    assert found.provisional
    assert "（放假安排未收入，暂按周末推算）" in found.text


def test_working_days_of_such_a_year_may_be_guessed_too():
    found = deadline(
        "reconsideration.examine", date(2090, 5, 5), CALENDAR, provisional=True
    )

    assert (found.due_on, found.provisional) == (date(2090, 5, 12), True)


def test_a_day_at_the_end_of_time_is_refused():
    for key in ("reconsideration.apply", "litigation.direct"):
        with pytest.raises(StatuteError) as refusal:
            deadline(key, date(9999, 12, 30), CALENDAR, provisional=True)

        assert refusal.value.message == "日期超出了能够计算的范围。请检查日期。"


@given(
    st.sampled_from(["litigation.direct", "reconsideration.apply"]),
    st.dates(date(2019, 5, 15), date(2026, 3, 31)),
)
def test_a_period_never_ends_on_a_rest_day(key, starts_on):
    found = deadline(key, starts_on, CALENDAR)

    assert CALENDAR.is_working_day(found.due_on)
    assert found.nominal_on <= found.due_on
    assert CALENDAR.count(found.nominal_on, found.due_on) == int(found.is_moved)


@given(
    st.sampled_from(ROLLING),
    st.dates(date(2024, 1, 1), date(2024, 12, 31)),
    st.dates(date(2024, 1, 1), date(2024, 12, 31)),
)
def test_a_later_start_never_ends_earlier(key, one, other):
    earlier, later = sorted((one, other))

    first = deadline(key, earlier, CALENDAR, provisional=True)
    second = deadline(key, later, CALENDAR, provisional=True)
    assert first.due_on <= second.due_on
