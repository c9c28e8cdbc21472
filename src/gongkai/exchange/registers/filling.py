"""Records filled from drafts: what changes, and whether the model accepts it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import prefetch_related_objects

from gongkai.casework.services import RowProblem
from gongkai.exchange.registers.beside import Beside
from gongkai.exchange.registers.binding import Bound
from gongkai.exchange.registers.children import Change
from gongkai.exchange.registers.constraints import fields_of, violated
from gongkai.exchange.registers.kinds import CellError, tidy
from gongkai.exchange.registers.layout import Column, Layout, RowKind
from gongkai.exchange.registers.media import SavedFiles
from gongkai.exchange.registers.reading import Draft, RowReader
from gongkai.exchange.registers.references import Reference
from gongkai.organs.encryption import EncryptedTextField

Differences = dict[str, dict[str, str]]

#: What the journal tells of a sealed field that changed.
_UNTOLD = {"from": "（加密）", "to": "（加密）"}

_WORDING = {
    "max_length": "最多{limit_value}字，现有{show_value}字，请改短。",
    "max_value": "不能大于{limit_value}，请改正。",
    "min_value": "不能小于{limit_value}，请改正。",
}


@dataclass
class Filled:
    """A record with the values of its row, and what of it is to be written."""

    bound: Bound
    is_new: bool
    fields: list[str] = field(default_factory=list)
    rows: dict[str, Change] = field(default_factory=dict)
    beside: Any = None
    differences: Differences = field(default_factory=dict)

    @property
    def is_changed(self) -> bool:
        """Whether anything is to be written at all."""
        return self.is_new or bool(self.fields or self.rows or self.beside)


class Filler:
    """Fills the records of one file and notes what their model refuses."""

    def __init__(self, layout: Layout, reader: RowReader, files: SavedFiles) -> None:
        self.layout = layout
        self.reader = reader
        self.files = files
        self._plain = [
            column
            for column in layout.columns
            if column not in [rows for rows, _ in layout.row_columns]
            and not column.through
            and not column.export_only
            and not column.beside
        ]
        self._beside = [column for column in layout.columns if column.beside]
        checked = {
            column.field
            for column in self._plain
            if not isinstance(column.kind, Reference)
        }
        every = {f.name for f in layout.model._meta.concrete_fields}  # noqa: SLF001
        self._left_aside = every - checked
        self._sealed = {
            f.name
            for f in layout.model._meta.concrete_fields  # noqa: SLF001
            if isinstance(f, EncryptedTextField)
        }

    def fill(self, bound: Iterable[Bound]) -> list[Filled]:
        """Return the filled records of the rows, wrong ones left out."""
        filled = [self._filled(one) for one in bound]
        self._find_rows(filled)
        if self.layout.beside is not None:
            self._find_beside(filled, self.layout.beside)
        for one in filled:
            if one.is_changed:
                self._check(one)
        self._judge([one for one in filled if one.is_changed])
        return [one for one in filled if not one.bound.draft.is_wrong]

    def _filled(self, bound: Bound) -> Filled:
        record, values = bound.record, bound.draft.values
        filled = Filled(bound, is_new=record.pk is None)
        for column in self._plain:
            if column.field not in values:
                continue
            old, new = getattr(record, column.attribute), values[column.field]
            if not _same(old, new):
                setattr(record, column.attribute, new)
                filled.fields.append(column.field)
                if not filled.is_new:
                    filled.differences[column.field] = (
                        _UNTOLD
                        if column.field in self._sealed
                        else _difference(old, new)
                    )
        if bound.above is not None and bound.above.record.pk is None:
            filled.fields.append(self.layout.parent.field)  # type: ignore[union-attr]
        return filled

    def _find_rows(self, filled: list[Filled]) -> None:
        """Compare the cells that hold several values with the rows there are."""
        for column, kind in self.layout.row_columns:
            known = [one.bound.record for one in filled if not one.is_new]
            prefetch_related_objects(known, kind.related_name)
            for one in filled:
                if column.field in one.bound.draft.values:
                    self._compare_rows(one, column, kind)

    def _compare_rows(self, one: Filled, column: Column, kind: RowKind) -> None:
        record, draft = one.bound.record, one.bound.draft
        values = draft.values[column.field]
        now = () if one.is_new else kind.of(record)
        try:
            kind.check(values, now, self.files)
        except CellError as error:
            self.reader.refuse(draft, error.message, column)
            return
        if values == now and (one.is_new or not kind.differs(record, self.files)):
            return
        one.rows[column.field] = Change(record, values, now)
        if not one.is_new:
            old, new = kind.write(now), kind.write(values)
            one.differences[column.field] = _difference(old, new)

    def _find_beside(self, filled: list[Filled], beside: Beside) -> None:
        """Compare the cells of the record beside with what it has."""
        named = [one for one in filled if self._values_beside(one)]
        known = [one.bound.record for one in named if not one.is_new]
        prefetch_related_objects(known, beside.name)
        for one in named:
            self._compare_beside(one, beside)

    def _values_beside(self, one: Filled) -> dict[str, Any]:
        values = one.bound.draft.values
        names = [column.field for column in self._beside if column.field in values]
        return {name: values[name] for name in names}

    def _compare_beside(self, one: Filled, beside: Beside) -> None:
        draft, values = one.bound.draft, self._values_beside(one)
        try:
            kept, differing = beside.changed(one.bound.record, values, draft.texts)
        except CellError as error:
            self.reader.refuse(draft, error.message, *self._columns([beside.named]))
            return
        if differing:
            one.beside = kept
            if not one.is_new:
                one.differences |= dict.fromkeys(differing, _UNTOLD)

    def _check(self, one: Filled) -> None:
        """Ask the record's fields, its model and its constraints."""
        record = one.bound.record
        try:
            record.clean_fields(exclude=self._left_aside)
            record.clean()
        except ValidationError as error:
            self._refuse(one, error)
            return
        for constraint in violated(record):
            names = fields_of(constraint.condition)
            reason = str(constraint.get_violation_error_message())
            self.reader.refuse(one.bound.draft, reason, *self._columns(names))

    def _judge(self, changed: list[Filled]) -> None:
        """Ask the layout's judge about what the fields alone do not tell."""
        right = [one for one in changed if not one.bound.draft.is_wrong]
        if self.layout.judge is None or not right:
            return
        problems = self.layout.judge([one.bound.record for one in right])
        for one, problem in zip(right, problems, strict=True):
            one.fields += self.layout.sets
            if problem is not None and problem.refuses:
                self.refuse(one.bound.draft, problem)
            elif problem is not None:
                self.reader.tell(problem.message)

    def refuse(self, draft: Draft, problem: RowProblem) -> None:
        """Note what a judge found wrong with a row."""
        columns = self._columns(list(problem.fields))
        self.reader.refuse(draft, problem.message, *columns)

    def _refuse(self, one: Filled, error: ValidationError) -> None:
        for name, complaints in error.update_error_dict({}).items():
            names = [] if name == NON_FIELD_ERRORS else [name]
            for complaint in complaints:
                reason = _in_officers_words(complaint)
                self.reader.refuse(one.bound.draft, reason, *self._columns(names))

    def _columns(self, names: list[str]) -> list[Any]:
        return [column for column in self.layout.columns if column.field in names]


def _in_officers_words(complaint: ValidationError) -> str:
    """Return what is wrong with a value, and what to do where Django does not say."""
    wording = _WORDING.get(complaint.code or "")
    if wording is not None and complaint.params:
        return wording.format_map(complaint.params)
    return "".join(complaint.messages)


def _same(old: Any, new: Any) -> bool:
    return bool((tidy(old) if isinstance(old, str) else old) == new)


def _difference(old: Any, new: Any) -> dict[str, str]:
    return {
        "from": "" if old is None else str(old),
        "to": "" if new is None else str(new),
    }
