"""A year as twelve small months, each day with its reason."""

import calendar as weeks
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from gongkai.desk.calendar.notice_toml import ranges_of
from gongkai.statute.calendar import DayStatus, Festival, Notice, WorkingDays
from gongkai.statute.calendar.working_days import WEEKLY_RULE

WEEKDAYS = ("一", "二", "三", "四", "五", "六", "日")
_MONDAY_FIRST = weeks.Calendar(firstweekday=0)


@dataclass(frozen=True)
class DayCell:
    """One day: its number, whether it is worked, and what a notice says of it."""

    number: int
    tone: str
    mark: str
    reason: str


@dataclass(frozen=True)
class Month:
    """A month in weeks from Monday; a day of another month is None."""

    number: int
    weeks: tuple[tuple[DayCell | None, ...], ...]
    working_days: int


@dataclass(frozen=True)
class FestivalLine:
    """What the notices arrange for one festival, in words."""

    name: str
    off: str
    make_up: str
    restored: str
    source: str


def months_of(calendar: WorkingDays, year: int) -> list[Month]:
    """Return the twelve months; a year without notice goes by weekends alone."""
    return [_month(calendar, year, number) for number in range(1, 13)]


def festival_lines(notices: Iterable[Notice], year: int) -> list[FestivalLine]:
    """Return the festivals of a year, in the order of the notices."""
    return [
        _line(festival, notice)
        for notice in notices
        if notice.year == year
        for festival in notice.festivals
    ]


def in_words(days: Iterable[date], year: int) -> str:
    """Write days as an officer would: 9月28日、10月1日至8日."""
    return "、".join(
        _range_in_words(first, last, year) for first, last in ranges_of(list(days))
    )


def _month(calendar: WorkingDays, year: int, number: int) -> Month:
    rows = _MONDAY_FIRST.monthdatescalendar(year, number)
    statuses = {
        day: calendar.explain(day, provisional=True)
        for row in rows
        for day in row
        if day.month == number
    }
    return Month(
        number,
        tuple(tuple(_cells(row, statuses)) for row in rows),
        sum(status.is_working for status in statuses.values()),
    )


def _cells(
    row: Iterable[date], statuses: dict[date, DayStatus]
) -> Iterator[DayCell | None]:
    for day in row:
        yield _cell(day, statuses[day]) if day in statuses else None


def _cell(day: date, status: DayStatus) -> DayCell:
    is_arranged = status.source != WEEKLY_RULE
    tone = "work" if status.is_working else "rest"
    if is_arranged:
        tone = "make-up" if status.is_working else "holiday"
    mark = ("班" if status.is_working else "休") if is_arranged else ""
    return DayCell(day.day, tone, mark, status.reason if is_arranged else "")


def _line(festival: Festival, notice: Notice) -> FestivalLine:
    return FestivalLine(
        festival.name,
        in_words(festival.off, notice.year),
        in_words(festival.make_up, notice.year),
        in_words(festival.restored, notice.year),
        notice.citation,
    )


def _range_in_words(first: date, last: date, year: int) -> str:
    begun = f"{first.month}月{first.day}日"
    if first.year != year:
        begun = f"{first.year}年{begun}"
    if first == last:
        return begun
    ended = (
        f"{last.day}日" if last.month == first.month else f"{last.month}月{last.day}日"
    )
    return f"{begun}至{ended}"
