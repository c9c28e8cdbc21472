"""The last day of a period.

民法典第二百零一条、第二百零二条、第二百零三条 and 民事诉讼法第八十五条, which
行政复议法第八十八条 refers to: the first day is not counted; a month ends on the day
with the same number or, without one, on its last day; a last day on a holiday gives
way to the day after the holiday (docs/interpretations/0036-roll-over.md).
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from gongkai.statute.calendar import WorkingDays
from gongkai.statute.errors import StatuteError
from gongkai.statute.remedies.periods import Period, Unit, period_on

_ONE_DAY = timedelta(days=1)
_MONTHS = {Unit.MONTHS: 1, Unit.YEARS: 12}


@dataclass(frozen=True)
class Deadline:
    """The last day of ``period`` begun on ``starts_on``, which is day zero.

    ``nominal_on`` is the last day by the count alone; ``due_on`` is later where that
    is a rest day. ``provisional``: a year without holiday notice was asked.
    """

    period: Period
    starts_on: date
    nominal_on: date
    due_on: date
    provisional: bool = False

    @property
    def text(self) -> str:
        """How the day comes about, in one sentence."""
        count = f"{self.starts_on}起{self.period.words}，{self.nominal_on}届满"
        moved = f"，当日休息，顺延至{self.due_on}" if self.is_moved else ""
        doubt = "（放假安排未收入，暂按周末推算）" if self.provisional else ""
        return f"{count}{moved}{doubt}（{self.period.article}）。"

    @property
    def is_moved(self) -> bool:
        """Whether a rest day moved the last day."""
        return self.due_on != self.nominal_on

    def includes(self, day: date) -> bool:
        """Return whether an act on ``day`` is in time."""
        return day <= self.due_on


def deadline(
    key: str, starts_on: date, calendar: WorkingDays, *, provisional: bool = False
) -> Deadline:
    """Return the deadline of the period ``key`` that begins on ``starts_on``.

    With ``provisional``, days of a year without holiday notice go by the weekly rule
    alone; without it such a year raises ``CalendarError``.

    >>> deadline("reconsideration.apply", date(2025, 8, 4),
    ...          WorkingDays.load_all()).due_on
    datetime.date(2025, 10, 9)
    """
    return last_day(period_on(key, starts_on), starts_on, calendar, provisional)


def last_day(
    period: Period, starts_on: date, calendar: WorkingDays, provisional: bool
) -> Deadline:
    """Return the deadline of ``period``, begun on ``starts_on``."""
    if period.unit is Unit.WORKING_DAYS:
        result = calendar.reckon(starts_on, period.number, provisional=provisional)
        day = result.date
        return Deadline(period, starts_on, day, day, result.provisional)
    try:
        nominal_on = _count(period, starts_on)
    except (OverflowError, ValueError) as error:
        raise StatuteError("日期超出了能够计算的范围。请检查日期。") from error
    due_on, guessed = _after_rest(nominal_on, calendar, provisional)
    return Deadline(period, starts_on, nominal_on, due_on, guessed)


def _count(period: Period, starts_on: date) -> date:
    if period.unit is Unit.DAYS:
        return starts_on + timedelta(days=period.number)
    return add_months(starts_on, period.number * _MONTHS[period.unit])


def add_months(day: date, months: int) -> date:
    """Return the day with the same number ``months`` later, or that month's last.

    >>> add_months(date(2025, 8, 31), 6)
    datetime.date(2026, 2, 28)
    """
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _after_rest(
    day: date, calendar: WorkingDays, provisional: bool
) -> tuple[date, bool]:
    status = calendar.explain(day, provisional=provisional)
    guessed = status.provisional
    while not status.is_working:
        day += _ONE_DAY
        status = calendar.explain(day, provisional=provisional)
        guessed = guessed or status.provisional
    return day, guessed
