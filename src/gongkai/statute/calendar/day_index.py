"""Working days counted once, so that a clock adds and counts by looking up.

A million open cases are reckoned anew on the day that a holiday notice appears; each
takes a dozen additions. Days outside the index are left to the calendar, which says
why it refuses them.
"""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class DayIndex:
    """The working days of an unbroken run of days, in order.

    ``counts`` holds, for each day from ``first`` on, how many working days there are
    up to and including it.
    """

    first: int
    counts: "array[int]"
    working_days: tuple[date, ...]

    @classmethod
    def of(cls, days: Iterable[tuple[date, bool]]) -> "DayIndex":
        """Index the days; after a gap between years nothing is indexed."""
        first, counts, working = 0, array("L"), []
        for day, is_working in sorted(days):
            if not counts:
                first = day.toordinal()
            elif day.toordinal() != first + len(counts):
                break
            if is_working:
                working.append(day)
            counts.append(len(working))
        return cls(first, counts, tuple(working))

    def add(self, day: date, n: int) -> date | None:
        """Return the ``n``-th working day after ``day``, or none if it lies outside.

        >>> index = DayIndex.of([(date(2024, 9, 29), True), (date(2024, 9, 30), True)])
        >>> index.add(date(2024, 9, 29), 1), index.add(date(2024, 9, 29), 2)
        (datetime.date(2024, 9, 30), None)
        """
        place = self._place(day)
        if place is None or n < 1:
            return None
        place = self.counts[place] + n - 1
        return self.working_days[place] if place < len(self.working_days) else None

    def count(self, after: date, until: date) -> int | None:
        """Return how many working days d have ``after`` < d ≤ ``until``."""
        start, end = self._place(after), self._place(until)
        if start is None or end is None:
            return None
        return max(0, self.counts[end] - self.counts[start])

    def _place(self, day: date) -> int | None:
        if isinstance(day, datetime):
            return None
        place = day.toordinal() - self.first
        return place if 0 <= place < len(self.counts) else None
