"""Where a day lies against a report year (1 January to 31 December)."""

from datetime import date
from enum import StrEnum


class Period(StrEnum):
    """Before, during or after the report year."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


def period_of(day: date, year: int) -> Period:
    """Return where ``day`` lies against the report year ``year``.

    >>> period_of(date(2021, 12, 31), 2021)
    <Period.DURING: 'during'>
    """
    if day.year < year:
        return Period.BEFORE
    return Period.DURING if day.year == year else Period.AFTER


def first_day(year: int) -> date:
    """Return 1 January of the report year."""
    return date(year, 1, 1)


def last_day(year: int) -> date:
    """Return 31 December of the report year."""
    return date(year, 12, 31)
