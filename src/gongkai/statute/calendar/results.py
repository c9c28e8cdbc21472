"""What the calendar answers with: one day, one line of a count, one count."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class DayStatus:
    """Whether ``day`` is a working day, why, and by which text.

    ``reason`` is what an officer would say (国庆节调休上班); ``source`` cites the
    notice, or the rule on weekly rest days. ``provisional`` marks a day of a year
    whose notice is not known: the weekly rule alone was asked.
    """

    day: dt.date
    is_working: bool
    reason: str
    source: str
    provisional: bool = False


@dataclass(frozen=True)
class LedgerLine:
    """Days in a row with one reason; ``counted`` of them are working days."""

    first: dt.date
    last: dt.date
    counted: int
    reason: str
    source: str


@dataclass(frozen=True)
class WorkdayResult:
    """The day that a count ends on, and the ledger of the days that it passed."""

    date: dt.date
    provisional: bool
    counted: tuple[LedgerLine, ...]


def ledger_of(days: Iterable[DayStatus]) -> tuple[LedgerLine, ...]:
    """Fold consecutive days with the same reason and source into lines."""
    lines: list[LedgerLine] = []
    for status in days:
        counted = int(status.is_working)
        if lines and _continues(lines[-1], status):
            lines[-1] = replace(
                lines[-1], last=status.day, counted=lines[-1].counted + counted
            )
        else:
            day = status.day
            lines.append(LedgerLine(day, day, counted, status.reason, status.source))
    return tuple(lines)


def _continues(line: LedgerLine, status: DayStatus) -> bool:
    return (line.reason, line.source) == (status.reason, status.source)
