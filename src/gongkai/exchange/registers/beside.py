"""Columns that a record of its own beside the row's record holds: the applicant's.

The record is made when its row names it. A row that says nothing of it, or masked
things alone, leaves it as it is.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models

from gongkai.exchange.registers.kinds import CellError
from gongkai.exchange.registers.masks import is_masked


@dataclass(frozen=True)
class Beside:
    """The one-to-one record beside, how it is reached and how many are saved.

    ``named`` is the field without which there is none, ``unnamed`` says so.
    """

    model: type[models.Model]
    name: str
    back: str
    named: str
    unnamed: str
    save: Callable[[Sequence[Any]], None]

    def of(self, record: models.Model) -> Any:
        """Return the record beside one whose related records are fetched, or None."""
        return getattr(record, self.name, None)

    def changed(
        self, record: models.Model, values: dict[str, Any], texts: dict[str, str]
    ) -> tuple[Any, list[str]]:
        """Return the record beside with what its cells say, and what differs.

        Raises ``CellError`` for cells that tell of somebody without naming him.
        """
        known = None if record.pk is None else self.of(record)
        if not any(values.values()):
            return known, []
        if known is None and is_masked(texts.get(self.named, "")):
            return None, []
        if not values.get(self.named, known and getattr(known, self.named)):
            raise CellError(self.unnamed)
        kept = known or self.model(**{self.back: record})
        differing = [
            name for name, value in values.items() if getattr(kept, name) != value
        ]
        for name in differing:
            setattr(kept, name, values[name])
        return kept, differing
