"""What a figure is: a number that an organ states for a year, and its records.

Each register's ``figures.py`` declares the figures that can be counted from it;
``annual_report`` collects them. The records behind a figure and its value come
from one queryset, so that what is counted is what a click opens.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from gongkai.organs.models import Organ

Records = Callable[[Organ, int], QuerySet[Any]]
Measure = Callable[[QuerySet[Any]], int | Decimal]


def count(records: QuerySet[Any]) -> int:
    """Count the records."""
    return records.count()


@dataclass(frozen=True)
class Figure:
    """A named figure; ``register`` is the model label of its records.

    ``key`` names it in prose marks, addresses and the exchange document
    (``items.government_website``); ``unit`` stands after it in Chinese (条, 件, 元).
    """

    key: str
    label: str
    unit: str
    register: str
    records: Records
    measure: Measure = count

    def value(self, organ: Organ, year: int) -> int | Decimal:
        """Count the figure for an organ and a year."""
        return self.measure(self.records(organ, year))
