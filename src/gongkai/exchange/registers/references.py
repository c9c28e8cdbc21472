"""Cells that name another record by its number or code, found in batches."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models

from gongkai.exchange.registers.kinds import CellValue, Row

#: Keys asked for in one query; with the organs this stays below every limit.
_BATCH = 400

Wanted = tuple["Reference", int | None, str]


@dataclass(frozen=True)
class Reference:
    """The number or code of a record of another register, or of the same one.

    A scoped one is looked for at the organ of the row.
    """

    model: type[models.Model]
    field: str
    noun: str
    scoped: bool = True
    labels: tuple[str, ...] = ()

    @property
    def hint(self) -> str:
        where = "本机关已登记的" if self.scoped else "已登记的"
        return f"{where}{self.noun}"

    def read(self, text: str, row: Row) -> str:  # noqa: ARG002
        return text

    def write(self, value: Any) -> CellValue:
        return str(getattr(value, self.field))

    def missing(self) -> str:
        """Return the reason for a key that no record has."""
        where = "本机关没有" if self.scoped else "没有"
        return f"{where}这个{self.noun}，请先登记，或改正这一格。"


class References:
    """Finds records by key, each key once, many keys in one query."""

    def __init__(self) -> None:
        self._found: dict[Wanted, int | None] = {}

    def load(self, wanted: Iterable[Wanted]) -> None:
        """Look up the keys that were not looked up before."""
        new = [key for key in dict.fromkeys(wanted) if key not in self._found]
        for reference in dict.fromkeys(key[0] for key in new):
            mine = [key for key in new if key[0] == reference]
            for start in range(0, len(mine), _BATCH):
                self._look_up(reference, mine[start : start + _BATCH])

    def pk(self, reference: Reference, organ_id: int | None, key: str) -> int | None:
        """Return the record's primary key, None when there is no such record."""
        return self._found.get((reference, organ_id if reference.scoped else None, key))

    def _look_up(self, reference: Reference, batch: list[Wanted]) -> None:
        self._found.update(dict.fromkeys(batch))
        filters: dict[str, Any] = {f"{reference.field}__in": {key[2] for key in batch}}
        names = [reference.field, "pk"]
        if reference.scoped:
            filters["organ_id__in"] = {key[1] for key in batch}
            names.append("organ_id")
        found = reference.model._default_manager.filter(**filters)  # noqa: SLF001
        for row in found.order_by().values(*names):
            key = (reference, row.get("organ_id"), row[reference.field])
            self._found[key] = row["pk"]
