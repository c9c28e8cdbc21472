"""Cells with several values, each a row of its own below the record."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models

from gongkai.exchange.registers.kinds import (
    SEVERAL,
    CellError,
    CellValue,
    Row,
    plain,
    tidy,
)
from gongkai.exchange.registers.media import SavedFiles

Values = tuple[str, ...]


@dataclass(frozen=True)
class Change:
    """A record whose cell asks for other rows than it has now."""

    record: Any
    values: Values
    now: Values


def split(text: str) -> list[str]:
    """Return the values of a cell that holds several."""
    return [
        part for part in map(tidy, text.replace(";", SEVERAL).split(SEVERAL)) if part
    ]


@dataclass(frozen=True)
class Labels:
    """Rows that hold one choice each: the channels of an item, a person's roles.

    ``parent`` and ``field`` name the row's fields for the record and the choice.
    With ``at_organ`` a row also names the record's organ, and only rows of that
    organ are the cell's.
    """

    related_name: str
    model: type[models.Model]
    parent: str
    field: str
    choices: tuple[tuple[str, str], ...]
    at_organ: bool = False
    hint: str = "可填多个，用“；”隔开"

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(label for _, label in self.choices)

    def read(self, text: str, row: Row) -> Values:  # noqa: ARG002
        known = {plain(label): value for value, label in self.choices}
        wanted = [(part, known.get(plain(part))) for part in split(text)]
        for part, value in wanted:
            if value is None:
                permitted = "、".join(self.labels)
                raise CellError(f"“{part}”不在可填的值里，可填：{permitted}。")
        return self._in_order(value for _, value in wanted if value is not None)

    def write(self, value: Values) -> CellValue:
        names = dict(self.choices)
        return SEVERAL.join(names.get(one, one) for one in value)

    def of(self, record: models.Model) -> Values:
        """Return the values of a record whose rows are fetched already."""
        rows = getattr(record, self.related_name).all()
        return self._in_order(
            getattr(row, self.field)
            for row in rows
            if not self.at_organ or row.organ_id == record.organ_id  # type: ignore[attr-defined]
        )

    def check(self, values: Values, now: Values, files: SavedFiles) -> None:
        """Accept every choice."""

    def differs(self, record: models.Model, files: SavedFiles) -> bool:  # noqa: ARG002
        """Return whether rows of the same values differ: they do not."""
        return False

    def save(self, changes: Sequence[Change], files: SavedFiles) -> None:
        """Take out the rows that the cells do not name, put in those that lack."""
        del files
        new = []
        for change in changes:
            belonging = {f"{self.parent}_id": change.record.pk}
            if self.at_organ:
                belonging["organ_id"] = change.record.organ_id
            surplus = set(change.now) - set(change.values)
            if surplus:
                chosen = {f"{self.field}__in": surplus}
                self.model._default_manager.filter(**belonging, **chosen).delete()  # noqa: SLF001
            new += [
                self.model(**belonging, **{self.field: value})
                for value in change.values
                if value not in change.now
            ]
        self.model._default_manager.bulk_create(new, batch_size=1000)  # noqa: SLF001

    def _in_order(self, values: Iterable[str]) -> Values:
        present = set(values)
        return tuple(value for value, _ in self.choices if value in present)
