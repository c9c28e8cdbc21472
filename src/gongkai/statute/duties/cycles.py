"""How often a duty of disclosure comes round, and how it stands.

条例第二十二条: the organ determines the concrete content; a duty that recurs has days
by which the next item is public. An item counts for the day that lies nearest to it,
so that a late one does not pass for the next period and an early one is not lost
(docs/interpretations/0053-duty-cycles.md).
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from gongkai.statute.errors import StatuteError

#: So many days before its day a duty is called due.
NOTICE_DAYS = 30
_DAYS_OF_A_YEAR = 365


class DutyState(StrEnum):
    """Whether a duty is met."""

    EMPTY = "empty"
    OVERDUE = "overdue"
    DUE = "due"
    MET = "met"
    NOT_APPLICABLE = "not_applicable"

    @property
    def label(self) -> str:
        """The state as the coverage page shows it."""
        return _LABELS[self]


_LABELS = {
    DutyState.EMPTY: "没有内容",
    DutyState.OVERDUE: "逾期未更新",
    DutyState.DUE: "即将到期",
    DutyState.MET: "已公开",
    DutyState.NOT_APPLICABLE: "不适用",
}


@dataclass(frozen=True)
class Cycle:
    """The days of a year by which a new item is public; none: when something changes.

    Written as ``06-30`` or ``04-30 10-31``.
    """

    days: tuple[tuple[int, int], ...] = ()

    @classmethod
    def parse(cls, text: str) -> "Cycle":
        """Read a cycle as it is written.

        Raises ``StatuteError`` that says what is wrong.

        >>> Cycle.parse("04-30 10-31").days
        ((4, 30), (10, 31))
        """
        return cls(tuple(sorted(_day_of(part) for part in text.split())))

    def __str__(self) -> str:
        return " ".join(f"{month:02}-{day:02}" for month, day in self.days)

    @property
    def label(self) -> str:
        """The cycle in officers' words."""
        if not self.days:
            return "形成或者变更时"
        written = "、".join(f"{month}月{day}日" for month, day in self.days)
        times = "每年" if len(self.days) == 1 else f"每年{len(self.days)}次"
        return f"{times}，{written}前"

    def next_due_after(self, newest_on: date) -> date | None:
        """Return the day by which the item after the newest one is public.

        >>> Cycle.parse("06-30").next_due_after(date(2025, 7, 20))
        datetime.date(2026, 6, 30)
        >>> Cycle.parse("06-30").next_due_after(date(2026, 2, 10))
        datetime.date(2027, 6, 30)
        """
        if not self.days:
            return None
        half = timedelta(days=_DAYS_OF_A_YEAR // len(self.days) // 2)
        return self._first_after(newest_on + half)

    def _first_after(self, day: date) -> date:
        dues = (
            date(year, month, number)
            for year in (day.year, day.year + 1)
            for month, number in self.days
        )
        return min(due for due in dues if due > day)


@dataclass(frozen=True)
class DutyStanding:
    """How a duty stands on a day, by when the next item is public, and why."""

    state: DutyState
    next_due_on: date | None
    text: str


def duty_standing(
    cycle: Cycle, newest_on: date | None, today: date, *, not_applicable: str = ""
) -> DutyStanding:
    """Return how a duty stands, given the day of its newest public item.

    ``not_applicable`` is the organ's reason why the duty is not its own.

    >>> duty_standing(Cycle.parse("06-30"), date(2024, 6, 3), date(2025, 7, 1)).state
    <DutyState.OVERDUE: 'overdue'>
    """
    if not_applicable:
        return DutyStanding(DutyState.NOT_APPLICABLE, None, not_applicable)
    if newest_on is None:
        text = f"还没有公开内容。公开周期：{cycle.label}。"
        return DutyStanding(DutyState.EMPTY, None, text)
    due_on = cycle.next_due_after(newest_on)
    if due_on is None:
        text = f"最近公开{newest_on}；{cycle.label}公开。"
        return DutyStanding(DutyState.MET, None, text)
    text = f"最近公开{newest_on}；{cycle.label}公开，下一次最迟{due_on}。"
    return DutyStanding(_state_by(due_on, today), due_on, text)


def _state_by(due_on: date, today: date) -> DutyState:
    if today > due_on:
        return DutyState.OVERDUE
    soon = due_on - today <= timedelta(days=NOTICE_DAYS)
    return DutyState.DUE if soon else DutyState.MET


def _day_of(text: str) -> tuple[int, int]:
    month, _, day = text.partition("-")
    try:
        # A day of every year: 29 February is none.
        found = date(2023, int(month), int(day))
    except ValueError as error:
        raise StatuteError(
            f"“{text}”不是公开周期里的一天。请写成“月-日”，例如06-30；"
            "一年几次的用空格隔开。"
        ) from error
    return found.month, found.day
