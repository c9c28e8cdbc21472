"""Filled records written in bulk."""

from typing import Any

from django.utils import timezone

from gongkai.exchange.registers.filling import Filled
from gongkai.exchange.registers.layout import Layout
from gongkai.exchange.registers.media import SavedFiles

_BATCH = 1000


def write(layout: Layout, filled: list[Filled], files: SavedFiles) -> None:
    """Write what is new or changed, and the rows below it."""
    _add(layout, [one for one in filled if one.is_new])
    _change(layout, [one for one in filled if one.fields and not one.is_new])
    beside = [one.beside for one in filled if one.beside is not None]
    if beside and layout.beside is not None:
        layout.beside.save(beside)
    for column, kind in layout.row_columns:
        changes = [one.rows[column.field] for one in filled if column.field in one.rows]
        if changes:
            kind.save(changes, files)


def _add(layout: Layout, new: list[Filled]) -> None:
    """Add the records, those above before those below."""
    waiting = new
    while waiting:
        ready = [one for one in waiting if _above_is_there(one)]
        for one in ready:
            _put_below(layout, one)
        records = [one.bound.record for one in ready]
        _manager(layout).bulk_create(records, batch_size=_BATCH)
        waiting = [one for one in waiting if one.bound.record.pk is None]


def _change(layout: Layout, changed: list[Filled]) -> None:
    """Overwrite the changed fields, all records of a batch in one statement."""
    if not changed:
        return
    now = timezone.now()
    names = {name for one in changed for name in one.fields}
    stamps = [
        field.name
        for field in layout.model._meta.concrete_fields  # noqa: SLF001
        if getattr(field, "auto_now", False)
    ]
    for one in changed:
        _put_below(layout, one)
        for stamp in stamps:
            setattr(one.bound.record, stamp, now)
    _manager(layout).bulk_create(
        [one.bound.record for one in changed],
        batch_size=_BATCH,
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=sorted(names | set(stamps)),
    )


def _above_is_there(one: Filled) -> bool:
    above = one.bound.above
    return above is None or above.record.pk is not None


def _put_below(layout: Layout, one: Filled) -> None:
    """Set the parent that had no primary key when the record was filled."""
    if one.bound.above is not None and layout.parent is not None:
        setattr(one.bound.record, layout.parent.field, one.bound.above.record)


def _manager(layout: Layout) -> Any:
    return layout.model._default_manager  # noqa: SLF001
