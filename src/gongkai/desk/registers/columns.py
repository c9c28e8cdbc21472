"""The columns of a register's list, and the rows that they make."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import Model
from django.forms import Media
from django.utils import timezone

from gongkai.desk.registers.chips import Chip

_SHORT = 9

Value = str | Callable[[Any], Any]


@dataclass(frozen=True)
class Column:
    """One column: its heading, where its value comes from, how it is set.

    ``kind`` is the class of its cells: text, code, title, date, number or chip.
    ``sort_key`` names the field to order by; without one nobody orders by the column.
    """

    label: str
    value: Value
    sort_key: str = ""
    kind: str = "text"

    def value_of(self, record: Model) -> Any:
        """Return the value of the record's cell."""
        if callable(self.value):
            return self.value(record)
        display = getattr(record, f"get_{self.value}_display", None)
        return display() if display else getattr(record, self.value)


def text(label: str, value: Value, sort_key: str = "") -> Column:
    """Return a column of words."""
    return Column(label, value, sort_key or _own(value))


def code(label: str, value: Value) -> Column:
    """Return a column of numbers that people call records by; they never break."""
    return Column(label, value, _own(value), "code")


def title(label: str, value: Value, sort_key: str = "") -> Column:
    """Return the column that people read the record by; it takes the free space."""
    return Column(label, value, sort_key or _own(value), "title")


def day(label: str, value: Value) -> Column:
    """Return a column of dates."""
    return Column(label, value, _own(value), "date")


def number(label: str, value: Value) -> Column:
    """Return a column of figures, set flush right."""
    return Column(label, value, _own(value), "number")


def chip(label: str, value: Callable[[Any], Chip | None], sort_key: str = "") -> Column:
    """Return a column of states."""
    return Column(label, value, sort_key, "chip")


def _own(value: Value) -> str:
    return value if isinstance(value, str) else ""


@dataclass(frozen=True)
class Cell:
    """One cell as the template prints it."""

    label: str
    kind: str
    value: Any

    @property
    def is_short(self) -> bool:
        """Whether it is a word or two that should not break."""
        return len(str(self.value)) <= _SHORT


@dataclass(frozen=True)
class Row:
    """One record in a list; ``edit_url`` is empty where it may not be changed."""

    url: str
    edit_url: str
    cells: Sequence[Cell]


@dataclass(frozen=True)
class Heading:
    """A column's heading; ``ordering`` is what a click on it asks for."""

    label: str
    kind: str
    ordering: str
    direction: str


@dataclass(frozen=True)
class RecordTable:
    """A page of a register, ready to print."""

    headings: Sequence[Heading]
    rows: Sequence[Row]
    media: Media


def headings_of(columns: Iterable[Column], ordering: Any) -> list[Heading]:
    """Return the headings, with the ordering that is in force marked."""
    return [
        Heading(column.label, column.kind, *_ordering(column.sort_key, ordering))
        for column in columns
    ]


def _ordering(sort_key: str, current: Any) -> tuple[str, str]:
    if not sort_key:
        return "", ""
    if current == sort_key:
        return f"-{sort_key}", "ascending"
    return sort_key, "descending" if current == f"-{sort_key}" else ""


def cells_of(columns: Iterable[Column], record: Model) -> list[Cell]:
    """Return the cells of a record."""
    return [
        Cell(column.label, column.kind, shown(column.value_of(record)))
        for column in columns
    ]


def shown(value: Any) -> Any:
    """Return a value as lists and record pages print it.

    >>> shown(date(2021, 3, 5)), shown(True), shown(Decimal("1200.50")), shown(None)
    ('2021-03-05', '是', '1,200.50', '')
    """
    if value is None:
        return ""
    for kind, printed in _PRINTED:
        if isinstance(value, kind):
            return printed(value)
    return value


def _moment(at: datetime) -> str:
    return timezone.localtime(at).strftime("%Y-%m-%d %H:%M")


#: The more special kind before the more general one.
_PRINTED: tuple[tuple[type, Callable[[Any], str]], ...] = (
    (bool, lambda truth: "是" if truth else "否"),
    (datetime, _moment),
    (date, date.isoformat),
    (Decimal, "{:,.2f}".format),
    (int, "{:,}".format),
)
