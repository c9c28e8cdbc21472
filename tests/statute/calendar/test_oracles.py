"""Every day of 2019–2026 against two libraries that know nothing of each other."""

from collections.abc import Callable
from datetime import date, timedelta

import chinese_calendar
import holidays
import pytest

from gongkai.statute.calendar import WorkingDays

FIRST, LAST = date(2019, 1, 1), date(2026, 12, 31)
EVERY_DAY = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
CHINA = holidays.country_holidays("CN", years=range(2019, 2027))


@pytest.mark.parametrize(
    "oracle",
    [
        pytest.param(chinese_calendar.is_workday, id="chinese_calendar"),
        pytest.param(CHINA.is_working_day, id="holidays"),
    ],
)
def test_every_day_agrees_with_an_independent_library(
    oracle: Callable[[date], bool],
):
    calendar = WorkingDays.load_all()

    differing = [
        f"{day}: {calendar.explain(day).reason}, oracle says {oracle(day)}"
        for day in EVERY_DAY
        if calendar.is_working_day(day) != oracle(day)
    ]

    assert differing == []


def test_years_compared_are_the_years_shipped():
    assert WorkingDays.load_all().years == tuple(range(2019, 2027))


@pytest.mark.parametrize(
    ("year", "working_days"),
    [
        (2019, 250),
        (2020, 249),
        (2021, 250),
        (2022, 249),
        (2023, 249),
        (2024, 251),
        (2025, 248),
        (2026, 248),
    ],
)
def test_working_days_of_a_year(year, working_days):
    eve = date(year - 1, 12, 31)

    assert WorkingDays.load(year).count(eve, date(year, 12, 31)) == working_days
