from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.statute.calendar import WorkingDays
from gongkai.statute.calendar.day_index import DayIndex

CALENDAR = WorkingDays.load_all()
days = st.dates(date(2019, 1, 1), date(2026, 12, 31))


def walked(after: date, until: date) -> int:
    span = range(1, (until - after).days + 1)
    return sum(CALENDAR.is_working_day(after + timedelta(days=i)) for i in span)


@settings(deadline=None)
@given(days, st.integers(0, 60))
def test_looking_up_counts_what_walking_counts(after, length):
    until = min(after + timedelta(days=length), date(2026, 12, 31))

    assert CALENDAR.count(after, until) == walked(after, until)


def test_days_behind_a_gap_between_years_are_walked():
    calendar = WorkingDays.load(2024, 2026)

    assert calendar.count(date(2024, 9, 25), date(2024, 10, 28)) == 20
    assert calendar.count(date(2026, 2, 13), date(2026, 3, 19)) == 20
    assert calendar.add(date(2026, 2, 13), 20) == date(2026, 3, 19)


def test_a_count_past_the_last_notice_may_be_provisional():
    assert CALENDAR.count(date(2026, 12, 30), date(2027, 1, 4), provisional=True) == 3


def test_a_moment_is_not_looked_up():
    with pytest.raises(TypeError):
        CALENDAR.add(datetime(2024, 10, 1, 9, 0), 1)  # noqa: DTZ001


def test_an_empty_index_knows_nothing():
    index = DayIndex.of([])

    assert index.add(date(2024, 9, 25), 1) is None
    assert index.count(date(2024, 9, 25), date(2024, 9, 26)) is None


@settings(deadline=None)
@given(st.dates(date(2026, 10, 1), date(2031, 12, 31)), st.integers(0, 60))
def test_adding_by_weekends_reaches_the_day_that_its_ledger_reaches(start, n):
    reckoned = CALENDAR.reckon(start, n, provisional=True)

    assert CALENDAR.add(start, n, provisional=True) == reckoned.date
    assert CALENDAR.covers(start, reckoned.date) is not reckoned.provisional


@settings(deadline=None)
@given(st.dates(date(2026, 10, 1), date(2031, 12, 31)), st.integers(0, 60))
def test_counting_by_weekends_undoes_adding_by_weekends(start, n):
    reached = CALENDAR.add(start, n, provisional=True)

    assert CALENDAR.count(start, reached, provisional=True) == n


def test_a_gap_between_years_goes_by_weekends_where_that_is_allowed():
    calendar = WorkingDays.load(2024, 2026)

    assert calendar.add(date(2024, 12, 31), 2, provisional=True) == date(2025, 1, 2)
    assert calendar.covers(date(2024, 12, 31), date(2026, 1, 1)) is False
    assert calendar.covers(date(2024, 12, 30), date(2024, 12, 31)) is True


def test_a_calendar_without_years_goes_by_weekends_where_that_is_allowed():
    calendar = WorkingDays.of([])

    assert calendar.add(date(2024, 10, 4), 1, provisional=True) == date(2024, 10, 7)
