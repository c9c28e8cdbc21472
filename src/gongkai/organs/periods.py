"""Report periods as database conditions, shared by every register that counts.

A record of a counting register has a day on which it begins and a day, perhaps yet
to come, on which it ends; where both lie against the report year is its span.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Count, Q, QuerySet

from gongkai.statute.periods import Period, first_day, last_day

_ORDER = tuple(Period)


@dataclass(frozen=True)
class Span:
    """Where a record begins and ends against the year; None has not ended."""

    start: Period
    end: Period | None


#: Every span that there can be: nothing ends before it begins.
SPANS = tuple(
    Span(start, end)
    for start in Period
    for end in (*Period, None)
    if end is None or _ORDER.index(end) >= _ORDER.index(start)
)


def day_in(field: str, period: Period | None, year: int) -> Q:
    """Return the condition that a date field lies in the period; None is no date."""
    if period is None:
        return Q(**{f"{field}__isnull": True})
    if period is Period.BEFORE:
        return Q(**{f"{field}__lt": first_day(year)})
    if period is Period.AFTER:
        return Q(**{f"{field}__gt": last_day(year)})
    return Q(**{f"{field}__gte": first_day(year), f"{field}__lte": last_day(year)})


def any_of(conditions: Iterable[Q]) -> Q:
    """Return the condition that at least one of the conditions holds."""
    return reduce(or_, conditions)


@dataclass(frozen=True)
class Lifetime:
    """The two date fields between which the records of a register live."""

    begins: str
    ends: str

    def lies_in(self, span: Span, year: int) -> Q:
        """Return the condition that a record has the span in the year."""
        return day_in(self.begins, span.start, year) & day_in(self.ends, span.end, year)

    def counts(
        self,
        records: QuerySet[Any],
        year: int,
        by: tuple[str, ...],
        spans: tuple[Span, ...],
    ) -> Iterator[tuple[dict[str, Any], Span, int]]:
        """Count records by some fields and by span, in one pass of the database.

        A count for each span beside a GROUP BY of stored fields alone: SQLite then
        reads the counting index in its order and sorts nothing.
        """
        names = {f"span{n}": span for n, span in enumerate(spans)}
        columns = {
            name: Count("pk", filter=self.lies_in(span, year))
            for name, span in names.items()
        }
        rows: QuerySet[Any, dict[str, Any]]
        rows = records.order_by().values(*by).annotate(**columns)
        for row in rows:
            for name, span in names.items():
                if row[name]:
                    yield row, span, row[name]
