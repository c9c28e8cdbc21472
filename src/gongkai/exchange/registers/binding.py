"""Drafts bound to records: organ and references found, duplicates refused.

Rows come in chunks; each chunk costs a few queries, however many rows it has.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import QuerySet

from gongkai.exchange.registers.layout import ORGAN, Column, Layout
from gongkai.exchange.registers.reading import Draft, RowReader
from gongkai.exchange.registers.references import Reference, References
from gongkai.exchange.registers.trees import in_circles
from gongkai.organs.models import Organ

Key = tuple[Any, ...]
_BATCH = 400
_NO_RIGHT = "您没有这个机关的权限，请删去这一行，或请有权限的同事导入。"


@dataclass
class Bound:
    """A draft and its record: the one with its key, or a new one.

    ``above`` is the row of the same file that its parent column names.
    """

    draft: Draft
    key: Key
    record: Any
    above: "Bound | None" = None

    @property
    def node(self) -> Any:
        """What names the record in its tree: primary key, or key while it has none."""
        return self.record.pk or self.key


class Binder:
    """Binds the drafts of one file to records.

    ``organ_limit`` are the organs whose records the file may touch; None is all.
    """

    def __init__(
        self, layout: Layout, reader: RowReader, organ_limit: QuerySet[Organ] | None
    ) -> None:
        self.layout = layout
        self.reader = reader
        self._limit = organ_limit
        self._references = References()
        self._lines: dict[Key, int] = {}

    def bind(self, drafts: list[Draft]) -> list[Bound]:
        """Return the drafts that are right so far, bound to their records."""
        if self.layout.model is not Organ:
            self._find_organs([draft for draft in drafts if ORGAN in draft.values])
        self._find_key_references([draft for draft in drafts if not draft.is_wrong])
        keyed = self._keyed([draft for draft in drafts if not draft.is_wrong])
        existing = self._existing([key for key, _ in keyed])
        bound = [
            Bound(draft, key, existing.get(key) or self.layout.model())
            for key, draft in keyed
        ]
        self._find_references(bound)
        if self.layout.parent is not None:
            self._refuse_circles(bound, self.layout.parent)
        if self.layout.model is Organ:
            self._refuse_foreign_places(bound)
        return [one for one in bound if not one.draft.is_wrong]

    def _find_organs(self, drafts: list[Draft]) -> None:
        column, reference = self.layout.references[0]
        self._resolve(column, reference, [(draft, None) for draft in drafts])
        found = {draft.values[ORGAN] for draft in drafts} - {None}
        foreign = found - self._within_limit(found)
        for draft in drafts:
            if draft.values[ORGAN] in foreign:
                self.reader.refuse(draft, _NO_RIGHT, column)

    def _find_key_references(self, drafts: list[Draft]) -> None:
        for column, reference in self.layout.key_references:
            named = [(draft, draft.values[ORGAN]) for draft in drafts]
            self._resolve(column, reference, named)

    def _keyed(self, drafts: Iterable[Draft]) -> list[tuple[Key, Draft]]:
        """Give each draft its key; refuse a key that an earlier row has."""
        last = [c for c in self.layout.columns if c.field in self.layout.key][-1]
        keyed = []
        for draft in drafts:
            key = tuple(draft.values[field] for field in self.layout.key)
            earlier = self._lines.setdefault(key, draft.line)
            if earlier == draft.line:
                keyed.append((key, draft))
            else:
                reason = f"和第{earlier}行重复，请删去一行或改正。"
                self.reader.refuse(draft, reason, last)
        return keyed

    def _existing(self, keys: list[Key]) -> dict[Key, models.Model]:
        found = {}
        names = self.layout.key_attributes
        for start in range(0, len(keys), _BATCH):
            batch = set(keys[start : start + _BATCH])
            columns = zip(names, zip(*batch, strict=True), strict=True)
            filters = {f"{name}__in": set(values) for name, values in columns}
            records = self.layout.model._default_manager.filter(**filters)  # noqa: SLF001
            for record in records.order_by().select_for_update():
                key = tuple(getattr(record, name) for name in names)
                if key in batch:
                    found[key] = record
        return found

    def _find_references(self, bound: list[Bound]) -> None:
        here = {one.key: one for one in bound}
        key_references = self.layout.key_references
        for column, reference in self.layout.references:
            if column.field == ORGAN or (column, reference) in key_references:
                continue
            named = [one for one in bound if one.draft.values.get(column.field)]
            if column == self.layout.parent:
                named = [one for one in named if not _in_file(one, column, here)]
            self._resolve(
                column,
                reference,
                [(one.draft, one.draft.values.get(ORGAN)) for one in named],
            )

    def _resolve(
        self,
        column: Column,
        reference: Reference,
        named: list[tuple[Draft, int | None]],
    ) -> None:
        """Put primary keys in the place of the keys that drafts name at organs."""
        field = column.field
        self._references.load(
            (reference, organ_id if reference.scoped else None, draft.values[field])
            for draft, organ_id in named
        )
        for draft, organ_id in named:
            pk = self._references.pk(reference, organ_id, draft.values[field])
            if pk is None:
                self.reader.refuse(draft, reference.missing(), column)
            draft.values[field] = pk

    def _refuse_circles(self, bound: list[Bound], parent: Column) -> None:
        rows = self.layout.model._default_manager.order_by()  # noqa: SLF001
        above: dict[Any, Any] = dict(rows.values_list("pk", parent.attribute))
        for one in bound:
            named = one.draft.values.get(parent.field)
            above[one.node] = one.above.node if one.above else named
        circles = in_circles(above)
        for one in bound:
            if one.node in circles:
                reason = "上级关系绕成了圈，请改正上级。"
                self.reader.refuse(one.draft, reason, parent)

    def _refuse_foreign_places(self, bound: list[Bound]) -> None:
        """Refuse organs that are not, or would not come, below the actor's own."""
        touched = {one.key: _places(one) for one in bound}
        open_to_actor = self._within_limit(set().union(*touched.values()))
        for one in bound:
            if touched[one.key] - open_to_actor:
                self.reader.refuse(one.draft, _NO_RIGHT, self.layout.columns[0])

    def _within_limit(self, pks: set[Any]) -> set[Any]:
        """Return the organs that may be touched; the top of the tree is None."""
        if self._limit is None:
            return pks
        known = sorted(pks - {None})
        allowed: set[Any] = set()
        for start in range(0, len(known), _BATCH):
            batch = self._limit.filter(pk__in=known[start : start + _BATCH])
            allowed.update(batch.values_list("pk", flat=True))
        return allowed


def _in_file(one: Bound, column: Column, here: dict[Key, Bound]) -> bool:
    """Bind a row to the row of the same file that its parent column names."""
    one.above = here.get((*one.key[:-1], one.draft.values[column.field]))
    if one.above is None:
        return False
    one.draft.values[column.field] = one.above.record.pk
    return True


def _places(one: Bound) -> set[int | None]:
    """Return the organs that a row of the organs' register touches."""
    organ, parent_id = one.record, one.draft.values.get("parent")
    own = set() if organ.pk is None else {organ.pk}
    stays = organ.pk is not None and organ.parent_id == parent_id
    comes_with_parent = one.above is not None and one.above.record.pk is None
    return own if stays or comes_with_parent else own | {parent_id}
