"""By when something has to be public.

条例第二十六条：「应当自该政府信息形成或者变更之日起20个工作日内及时公开」, unless a law
or regulation sets another limit; those stand in ``deadlines.toml``. The day of the
event is day zero (docs/interpretations/0051-disclosure-limits.md).
"""

import tomllib
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from gongkai.statute.calendar import WorkingDays
from gongkai.statute.clock.limits import IN_FORCE_FROM, limits_on
from gongkai.statute.errors import StatuteError
from gongkai.statute.remedies.deadlines import Deadline, last_day
from gongkai.statute.remedies.periods import Period, Unit

_ONE_DAY = timedelta(days=1)


class DeadlineKind(StrEnum):
    """What is to be made public, or taken back, by a limit of its own."""

    GENERAL = "general"
    BUDGET = "budget"
    PROPOSAL_REPLY = "proposal_reply"
    PENALTY_WITHDRAWAL = "penalty_withdrawal"
    INTERPRETATION = "interpretation"

    @property
    def label(self) -> str:
        """What it is, in officers' words."""
        return _GENERAL_LABEL if self is _GENERAL else _special()[self][0].label

    @property
    def event(self) -> str:
        """The event from which the limit runs."""
        return _GENERAL_EVENT if self is _GENERAL else _events()[self]

    @property
    def wording(self) -> str:
        """The limit as a catalogue's column 公开时限 writes it.

        >>> DeadlineKind.GENERAL.wording
        '信息形成或者变更之日起20个工作日内'
        """
        is_general = self is _GENERAL
        period = _general_on(IN_FORCE_FROM) if is_general else _special()[self][-1]
        unit = "个工作日" if period.unit is Unit.WORKING_DAYS else "日"
        event = f"信息{self.event}" if is_general else self.event
        return f"{event}之日起{period.number}{unit}内"


_GENERAL = DeadlineKind.GENERAL
_GENERAL_LABEL = "一般信息"
_GENERAL_EVENT = "形成或者变更"


def disclosure_due(
    kind: DeadlineKind,
    happened_on: date,
    calendar: WorkingDays,
    *,
    provisional: bool = False,
) -> Deadline:
    """Return by when something that happened on this day has to be public.

    Raises ``StatuteError`` for a day before the rule; ``CalendarError`` past the last
    holiday notice, unless ``provisional``.

    >>> calendar = WorkingDays.load_all()
    >>> disclosure_due(DeadlineKind.GENERAL, date(2025, 4, 22), calendar).due_on
    datetime.date(2025, 5, 22)
    >>> disclosure_due(DeadlineKind.BUDGET, date(2025, 9, 12), calendar).due_on
    datetime.date(2025, 10, 9)
    """
    period = _period_on(kind, happened_on)
    return last_day(period, happened_on, calendar, provisional)


def last_event_overdue(kind: DeadlineKind, today: date, calendar: WorkingDays) -> date:
    """Return the latest day whose limit has passed by ``today``: for sorting lists.

    It goes by the weekly rule past the last notice.

    >>> last_event_overdue(
    ...     DeadlineKind.GENERAL, date(2021, 7, 1), WorkingDays.load_all()
    ... )
    datetime.date(2021, 6, 1)
    """
    day = today - _period_on(kind, today).number * _ONE_DAY
    while disclosure_due(kind, day, calendar, provisional=True).due_on >= today:
        day -= _ONE_DAY
    return day


def _period_on(kind: DeadlineKind, day: date) -> Period:
    if kind is DeadlineKind.GENERAL:
        return _general_on(day)
    for period in _special()[kind]:
        if period.covers(day):
            return period
    first = _special()[kind][0]
    raise StatuteError(
        f"“{first.label}”的公开期限自{first.in_force_from}起施行，{day}还没有。"
        "请核对日期，或者按当时的规定人工计算。",
        article="26",
    )


def _general_on(day: date) -> Period:
    limit = limits_on(day).publish
    return Period(
        key=DeadlineKind.GENERAL.value,
        label=_GENERAL_LABEL,
        number=limit.working_days,
        unit=Unit.WORKING_DAYS,
        article=limit.citation,
        text="自该政府信息形成或者变更之日起20个工作日内",
        in_force_from=limit.first_day,
        in_force_until=limit.last_day,
    )


@cache
def _special() -> dict[DeadlineKind, tuple[Period, ...]]:
    periods: dict[DeadlineKind, tuple[Period, ...]] = {}
    for table in _tables():
        kind = DeadlineKind(table["key"])
        period = Period(
            key=table["key"],
            label=table["label"],
            number=table["number"],
            unit=Unit(table["unit"]),
            article=table["article"],
            text=table["text"],
            in_force_from=table["from"],
            in_force_until=table.get("until"),
        )
        periods[kind] = (*periods.get(kind, ()), period)
    return periods


@cache
def _events() -> dict[DeadlineKind, str]:
    return {DeadlineKind(table["key"]): table["event"] for table in _tables()}


@cache
def _tables() -> list[dict[str, Any]]:
    file = files("gongkai.statute.disclosure").joinpath("deadlines.toml")
    told: list[dict[str, Any]] = tomllib.loads(file.read_text("utf-8"))["period"]
    return told
