from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.statute.calendar import WorkingDays

CALENDAR = WorkingDays.load_all()
days = st.dates(date(2019, 1, 1), date(2026, 3, 31))
limits = st.integers(1, 80)


@settings(deadline=None)
@given(days, limits)
def test_a_due_day_is_a_working_day_after_the_start(start, n):
    due = CALENDAR.add(start, n)

    assert CALENDAR.is_working_day(due)
    assert due > start


@settings(deadline=None)
@given(days, days, limits)
def test_a_later_receipt_is_never_due_earlier(one, other, n):
    earlier, later = sorted((one, other))

    assert CALENDAR.add(earlier, n) <= CALENDAR.add(later, n)


@settings(deadline=None)
@given(days, limits)
def test_counting_undoes_adding(start, n):
    assert CALENDAR.count(start, CALENDAR.add(start, n)) == n


@settings(deadline=None)
@given(days, limits, limits)
def test_adding_twice_is_adding_the_sum(start, m, n):
    assert CALENDAR.add(CALENDAR.add(start, m), n) == CALENDAR.add(start, m + n)


@settings(deadline=None)
@given(days, limits)
def test_the_ledger_covers_every_day_once_and_counts_to_the_limit(start, n):
    result = CALENDAR.reckon(start, n)

    assert result.date == CALENDAR.add(start, n)
    assert sum(line.counted for line in result.counted) == n
    expected = start
    for line in result.counted:
        assert line.first == expected + timedelta(days=1)
        expected = line.last
    assert expected == result.date
