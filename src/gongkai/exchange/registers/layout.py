"""What a register's table looks like: its columns, and how rows know their record."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db import models

from gongkai.casework.services import RowProblem
from gongkai.exchange.registers.attachments import AttachedFiles
from gongkai.exchange.registers.beside import Beside
from gongkai.exchange.registers.children import Labels
from gongkai.exchange.registers.kinds import (
    Choice,
    Day,
    Kind,
    Money,
    Text,
    Whole,
    YesNo,
)
from gongkai.exchange.registers.masks import Mask
from gongkai.exchange.registers.references import Reference
from gongkai.ledger.models import YuanField
from gongkai.organs.models import Organ

RowKind = Labels | AttachedFiles
CellKind = Kind | Reference | RowKind
ROW_KINDS = (Labels, AttachedFiles)
ORGAN = "organ"

_KINDS: tuple[tuple[type[models.Field[Any, Any]], Kind], ...] = (
    (YuanField, Money()),
    (models.DateField, Day()),
    (models.BooleanField, YesNo()),
    (models.IntegerField, Whole()),
)


@dataclass(frozen=True)
class Column:
    """A column: its header, the field that it fills, and what an empty cell means.

    A file may lack an ``optional`` one: known records keep what they have, new ones
    start with the model's default. Exports and templates always have it. What stands
    in an ``export_only`` one is not read. ``through`` names the reference by which the
    record knows a column that is no field of its own: the organ of a step's request;
    what stands in the record ``beside`` is read and written there. A ``mask`` lies
    over what tells of a person, unless the export is for somebody who may know it.
    """

    header: str
    field: str
    kind: CellKind
    required: bool = False
    empty: Any = None
    help: str = ""
    optional: bool = False
    export_only: bool = False
    through: str = ""
    beside: Beside | None = None
    mask: Mask | None = None

    @property
    def attribute(self) -> str:
        """The attribute of the record that holds the column's stored value."""
        return f"{self.field}_id" if isinstance(self.kind, Reference) else self.field

    def value_of(self, record: Any) -> Any:
        """Return what the record has in this column."""
        if self.beside is not None:
            return getattr(self.beside.of(record), self.field, None)
        holder = getattr(record, self.through) if self.through else record
        return getattr(holder, self.field)


@dataclass(frozen=True)
class Layout:
    """The table of one register. ``key`` are the fields that name a record.

    ``parent`` is the column that refers to the register itself, if there is one;
    ``settle`` runs after rows were written, for what no single row can hold.
    ``judge`` is asked of the changed records of each chunk before they are written,
    sets what their columns do not tell (the fields ``sets``) and says what is wrong
    with each; ``judge_written`` is asked once, of all that was written, and answers
    by primary key.
    """

    slug: str
    label: str
    model: type[models.Model]
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    settle: Callable[[], None] | None = None
    judge: Callable[[Sequence[Any]], Sequence[RowProblem | None]] | None = None
    sets: tuple[str, ...] = ()
    judge_written: Callable[[Sequence[Any]], Mapping[int, RowProblem]] | None = None

    @property
    def register(self) -> str:
        """The model's label, by which roles and journal know the register."""
        return self.model._meta.label_lower  # noqa: SLF001

    @property
    def references(self) -> list[tuple[Column, Reference]]:
        """The columns that refer to records, with what they refer to."""
        return [
            (column, column.kind)
            for column in self.columns
            if isinstance(column.kind, Reference)
        ]

    @property
    def key_references(self) -> list[tuple[Column, Reference]]:
        """The references that are part of the key, beside the organ."""
        return [
            (column, reference)
            for column, reference in self.references
            if column.field in self.key and column.field != ORGAN
        ]

    @property
    def parent(self) -> Column | None:
        """The column that refers to another row of the same register."""
        for column, kind in self.references:
            if kind.model is self.model:
                return column
        return None

    @property
    def row_columns(self) -> list[tuple[Column, RowKind]]:
        """The columns whose values are rows of their own, with their kind."""
        return [
            (column, column.kind)
            for column in self.columns
            if isinstance(column.kind, ROW_KINDS)
        ]

    @property
    def beside(self) -> Beside | None:
        """The record beside each row's that some columns tell of."""
        return next((c.beside for c in self.columns if c.beside), None)

    @property
    def key_attributes(self) -> tuple[str, ...]:
        """The attributes of a record that make up its key."""
        by_field = {column.field: column.attribute for column in self.columns}
        return tuple(by_field[field] for field in self.key)

    @property
    def organ_path(self) -> str:
        """How a query finds the organ of a record."""
        if self.model is Organ:
            return "pk"
        through = self.columns[0].through
        return f"{through}__{ORGAN}" if through else ORGAN


def column(
    model: type[models.Model],
    header: str,
    field: str,
    kind: CellKind | None = None,
    about: str = "",
) -> Column:
    """Return a column for a field of the model, as the model describes the field."""
    if isinstance(kind, ROW_KINDS):
        return Column(header, field, kind, empty=(), help=about)
    found: Any = model._meta.get_field(field)  # noqa: SLF001
    has_default = found.has_default()
    return Column(
        header,
        field,
        kind or _kind_of(found),
        required=not (found.blank or has_default),
        empty=found.get_default(),
        help=about or str(found.help_text),
    )


def organ_column(model: type[models.Model]) -> Column:
    """Return the first column of every register but the organs' own."""
    reference = Reference(Organ, "code", "机关代码", scoped=False)
    return column(model, "机关代码", ORGAN, reference, "记录所属机关的代码。")


def columns(
    model: type[models.Model],
    *described: tuple[Any, ...],
    optional: Sequence[tuple[Any, ...]] = (),
    export_only: Sequence[tuple[Any, ...]] = (),
) -> tuple[Column, ...]:
    """Return the organ's column and the described ones: header, field, kind, help.

    The optional ones come last, so that the files of earlier versions stay as they are.
    """
    return (
        organ_column(model),
        *(column(model, *one) for one in described),
        *(replace(column(model, *one), optional=True) for one in optional),
        *(
            replace(column(model, *one), optional=True, export_only=True)
            for one in export_only
        ),
    )


def _kind_of(field: Any) -> Kind:
    if field.choices:
        return Choice(tuple((str(value), str(label)) for value, label in field.choices))
    for kind_of_field, kind in _KINDS:
        if isinstance(field, kind_of_field):
            return kind
    return Text()
