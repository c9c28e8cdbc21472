"""Counting in working days.

条例第三十三条第二款：「应当自收到申请之日起20个工作日内予以答复」; likewise
第二十六条, 第三十条, 第三十二条 and 第三十四条. The day of the starting event is day
zero and is not counted (docs/interpretations/0001-day-zero.md).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path

from gongkai.statute.calendar.day_index import DayIndex
from gongkai.statute.calendar.notice import Festival, Notice, read_notices
from gongkai.statute.calendar.results import DayStatus, WorkdayResult, ledger_of
from gongkai.statute.errors import CalendarError

WEEKLY_RULE = "《国务院关于职工工作时间的规定》第七条"

_ONE_DAY = timedelta(days=1)
_SATURDAY = 5
# Ten years: no limit of the Regulation comes near, and a slip of the hand stops here.
_MOST = 2500
# Open cases run into the next year or two before its notice appears.
_YEARS_AHEAD = 2


@dataclass(frozen=True)
class WorkingDays:
    """The working days of the years that the notices at hand arrange."""

    notices: tuple[Notice, ...]
    years: tuple[int, ...]
    _statuses: Mapping[date, DayStatus] = field(repr=False, compare=False)

    @classmethod
    def load(cls, *years: int, extra: Path | None = None) -> "WorkingDays":
        """Load the calendar of ``years`` from the notices in the package.

        ``extra`` is a folder with further notices, for an organ that cannot wait for
        a release; a file there takes the place of one with the same name here. Raises
        ``CalendarError`` for a year without notice or a malformed file.

        >>> WorkingDays.load(2024).is_working_day(date(2024, 10, 12))
        True
        """
        calendar = cls.load_all(extra=extra)
        if not years:
            return calendar
        for year in years:
            if year not in calendar.years:
                raise calendar.refusal(year)
        chosen = tuple(sorted(set(years)))
        return cls(calendar.notices, chosen, calendar.statuses_of(chosen))

    @classmethod
    def load_all(cls, extra: Path | None = None) -> "WorkingDays":
        """Load every year that has a notice.

        >>> WorkingDays.load_all().years[0]
        2019
        """
        if extra is None:
            return _shipped()
        return cls.of(({**_shipped_notices(), **read_notices(extra)}).values())

    @classmethod
    def of(cls, notices: Iterable[Notice]) -> "WorkingDays":
        """Build the calendar of these notices; the later of two prevails on a day."""
        in_order = tuple(sorted(notices, key=_order))
        years = _years(in_order)
        rulings = {
            status.day: status for notice in in_order for status in _rulings(notice)
        }
        statuses = {
            day: rulings.get(day) or _weekly(day) for y in years for day in _days(y)
        }
        return cls(in_order, years, statuses)

    def statuses_of(self, years: Iterable[int]) -> dict[date, DayStatus]:
        """Return the status of every day of ``years``, all of them covered."""
        return {day: self._statuses[day] for year in years for day in _days(year)}

    def refusal(self, year: int) -> CalendarError:
        """Return the refusal for a year without a notice.

        docs/interpretations/0002-year-without-notice.md.
        """
        known = f"已收入：{_span(self.years)}"
        if year < min(self.years, default=year):
            return CalendarError(
                f"{year}年的放假安排没有收入本程序，算不出该年的工作日（{known}）。"
                "请改用已收入年份的日期，或者补充该年的放假安排文件。"
            )
        return CalendarError(
            f"{year}年的放假安排尚未公布或者尚未收入，算不出该年的工作日（{known}）。"
            "请待国务院办公厅通知公布后补充安排文件再算，或者选择暂按周末推算。"
        )

    def is_working_day(self, day: date) -> bool:
        """Return whether ``day`` is a working day.

        >>> WorkingDays.load_all().is_working_day(date(2022, 10, 9))  # 周日调休上班
        True
        """
        return self.explain(day).is_working

    def explain(self, day: date, *, provisional: bool = False) -> DayStatus:
        """Return whether ``day`` is a working day, why, and by which notice.

        >>> WorkingDays.load_all().explain(date(2024, 9, 29)).reason
        '国庆节调休上班'
        """
        if isinstance(day, datetime):
            raise TypeError("a calendar day is a date, not a datetime")
        status = self._statuses.get(day)
        if status is not None:
            return status
        if not provisional:
            raise self.refusal(day.year)
        return _guess(day)

    def add(self, day: date, n: int, *, provisional: bool = False) -> date:
        """Return the ``n``-th working day after ``day``, which is day zero.

        ``n`` = 0 gives ``day`` itself, working day or not. With ``provisional``,
        years without notice go by the weekly rule alone; ``covers`` tells whether
        that was needed.

        >>> WorkingDays.load_all().add(date(2024, 9, 25), 20)  # 国庆节
        datetime.date(2024, 10, 28)
        """
        _check_count(n)
        found = self._index.add(day, n)
        if found is None and provisional:
            found = self._index_by_weekends.add(day, n)
        if found is not None:
            return found
        reached = day
        for status in self._walk(day, n, provisional=provisional):
            reached = status.day
        return reached

    def covers(self, after: date, until: date) -> bool:
        """Return whether notices arrange every day d with ``after`` < d ≤ ``until``.

        >>> WorkingDays.load_all().covers(date(2017, 12, 29), date(2018, 1, 2))
        False
        """
        if until <= after:
            return True
        years = range(_day_after(after).year, until.year + 1)
        return all(year in self.years for year in years)

    def reckon(self, day: date, n: int, *, provisional: bool = False) -> WorkdayResult:
        """Add like ``add``, and keep the ledger of every day that was passed.

        With ``provisional``, days of a year without notice go by the weekly rule
        alone, and the result says so. No holiday is guessed.

        >>> [(line.counted, line.reason) for line in
        ...  WorkingDays.load_all().reckon(date(2025, 9, 26), 2).counted]
        [(0, '周末休息'), (1, '国庆节、中秋节调休上班'), (1, '工作日')]
        """
        passed = list(self._walk(day, n, provisional=provisional))
        return WorkdayResult(
            date=passed[-1].day if passed else day,
            provisional=any(status.provisional for status in passed),
            counted=ledger_of(passed),
        )

    def count(self, after: date, until: date, *, provisional: bool = False) -> int:
        """Return how many working days d have ``after`` < d ≤ ``until``.

        Zero when ``until`` is not after ``after``. With ``provisional``, years
        without notice go by the weekly rule alone.

        >>> WorkingDays.load_all().count(date(2024, 9, 25), date(2024, 10, 28))
        20
        """
        known = self._index.count(after, until)
        if known is None and provisional:
            known = self._index_by_weekends.count(after, until)
        if known is not None:
            return known
        days = (until - after).days
        return sum(
            self.explain(
                after + timedelta(days=offset), provisional=provisional
            ).is_working
            for offset in range(1, days + 1)
        )

    def next_working_day(self, day: date) -> date:
        """Return the first working day after ``day``.

        >>> WorkingDays.load_all().next_working_day(date(2021, 2, 10))  # 春节
        datetime.date(2021, 2, 18)
        """
        return self.add(day, 1)

    @cached_property
    def _index(self) -> DayIndex:
        return DayIndex.of(
            (status.day, status.is_working) for status in self._statuses.values()
        )

    @cached_property
    def _index_by_weekends(self) -> DayIndex:
        """The index with weekends alone between the years known and soon after them."""
        if not self.years:
            return self._index
        years = range(min(self.years), max(self.years) + 1 + _YEARS_AHEAD)
        return DayIndex.of(
            (day, (self._statuses.get(day) or _weekly(day)).is_working)
            for year in years
            for day in _days(year)
        )

    def _walk(self, day: date, n: int, *, provisional: bool) -> Iterator[DayStatus]:
        """Yield the days after ``day`` up to and including the ``n``-th working one."""
        _check_count(n)
        left = n
        while left:
            day = _day_after(day)
            status = self.explain(day, provisional=provisional)
            left -= status.is_working
            yield status


@cache
def _shipped_notices() -> dict[str, Notice]:
    return read_notices(files("gongkai.statute.calendar.notices"))


@cache
def _shipped() -> WorkingDays:
    return WorkingDays.of(_shipped_notices().values())


def _order(notice: Notice) -> tuple[date, str]:
    return notice.issued_on, notice.document_number


def _span(years: tuple[int, ...]) -> str:
    if not years:
        return "无"
    first, last = years[0], years[-1]
    if len(years) != last - first + 1:
        return "、".join(f"{year}年" for year in years)
    return f"{first}年" if first == last else f"{first}—{last}年"


def _years(notices: tuple[Notice, ...]) -> tuple[int, ...]:
    """Return the years with a notice of their own; an amendment alone makes none."""
    numbers = {notice.document_number for notice in notices}
    years: dict[int, Notice] = {}
    for notice in notices:
        if notice.amends and notice.amends not in numbers:
            raise CalendarError(
                f"{notice.citation}调整的{notice.amends}没有收入。请先收入原通知。"
            )
        if not notice.amends and notice.year in years:
            raise CalendarError(
                f"{notice.year}年有两份放假安排：{years[notice.year].citation}和"
                f"{notice.citation}。请删去一份；后发的如是调整通知，请写明amends。"
            )
        if not notice.amends:
            years[notice.year] = notice
    return tuple(sorted(years))


def _rulings(notice: Notice) -> Iterator[DayStatus]:
    for festival in notice.festivals:
        yield from _festival_rulings(festival, notice.citation)


def _festival_rulings(festival: Festival, source: str) -> Iterator[DayStatus]:
    for day in festival.off:
        yield DayStatus(day, False, f"{festival.name}放假", source)
    for day in festival.make_up:
        yield DayStatus(day, True, f"{festival.name}调休上班", source)
    for day in festival.restored:
        working = day.weekday() < _SATURDAY
        reason = "恢复正常上班" if working else "恢复周末休息"
        yield DayStatus(day, working, reason, source)


def _check_count(n: int) -> None:
    if not 0 <= n <= _MOST:
        raise CalendarError(f"工作日数应为0至{_MOST}的整数，现为{n}。请改正后再算。")


def _weekly(day: date) -> DayStatus:
    if day.weekday() < _SATURDAY:
        return DayStatus(day, True, "工作日", WEEKLY_RULE)
    return DayStatus(day, False, "周末休息", WEEKLY_RULE)


def _guess(day: date) -> DayStatus:
    weekly = _weekly(day)
    reason = f"{weekly.reason}（{day.year}年放假安排未收入，暂按周末推算）"
    return DayStatus(day, weekly.is_working, reason, WEEKLY_RULE, provisional=True)


def _days(year: int) -> Iterator[date]:
    day = date(year, 1, 1)
    while day.year == year:
        yield day
        day += _ONE_DAY


def _day_after(day: date) -> date:
    try:
        return day + _ONE_DAY
    except OverflowError as error:
        raise CalendarError("日期超出了能够计算的范围。请检查日期。") from error
