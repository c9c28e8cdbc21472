"""What differs between two contents of an item: field by field, passage by passage."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any

from gongkai.catalogue.models import Category
from gongkai.publishing.content import CONTENT_FIELDS, ItemContent, content_of
from gongkai.publishing.models import Item, ItemRevision
from gongkai.publishing.rich_text import text_of_body
from gongkai.statute.review import ReviewAct

_SENTENCE = re.compile(r"[^。；\n]*[。；\n]|[^。；\n]+")
#: Passages up to this many characters are compared letter by letter.
_SHORT = 400


class Change(StrEnum):
    """What became of a run of text."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True)
class Run:
    """Text that was kept, added or taken away."""

    text: str
    change: Change


@dataclass(frozen=True)
class FieldChange:
    """A field that differs, as runs."""

    label: str
    runs: tuple[Run, ...]


def changes_since_return(item: Item) -> list[FieldChange] | None:
    """Return what changed since the last return; None where none came back."""
    returned = (
        item.review_entries.filter(act=ReviewAct.RETURNED.value)
        .order_by("-position")
        .first()
    )
    if returned is None:
        return None
    before = item.revisions.filter(content=returned.content).order_by("-pk").first()
    return compare(before, content_of(item)) if before else None


def compare(
    before: ItemRevision, after: ItemRevision | ItemContent
) -> list[FieldChange]:
    """Return the fields in which an earlier revision and a later content differ."""
    changed = [
        name
        for name in CONTENT_FIELDS
        if before.values.get(name, "") != after.values.get(name, "")
    ]
    found = [
        _field_change(name, before.values.get(name, ""), after.values.get(name, ""))
        for name in changed
    ]
    files = runs_between(_files(before.files), _files(after.files))
    if before.files != after.files:
        found.append(FieldChange("附件", tuple(files)))
    return found


def runs_between(before: str, after: str) -> Iterator[Run]:
    """Yield the runs that lead from one text to the other.

    >>> [(run.change.value, run.text) for run in runs_between("共3件。", "共5件。")]
    [('same', '共'), ('removed', '3'), ('added', '5'), ('same', '件。')]
    """
    old, new = _SENTENCE.findall(before), _SENTENCE.findall(after)
    for tag, i, j, k, n in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        was, now = "".join(old[i:j]), "".join(new[k:n])
        if tag == "equal":
            yield Run(was, Change.SAME)
        elif max(len(was), len(now)) <= _SHORT:
            yield from _letters(was, now)
        else:
            yield from _whole(was, now)


def _letters(was: str, now: str) -> Iterator[Run]:
    matcher = SequenceMatcher(None, was, now, autojunk=False)
    for tag, i, j, k, n in matcher.get_opcodes():
        if tag == "equal":
            yield Run(was[i:j], Change.SAME)
        else:
            yield from _whole(was[i:j], now[k:n])


def _whole(was: str, now: str) -> Iterator[Run]:
    if was:
        yield Run(was, Change.REMOVED)
    if now:
        yield Run(now, Change.ADDED)


def _field_change(name: str, was: str, now: str) -> FieldChange:
    field: Any = Item._meta.get_field(name)  # noqa: SLF001
    runs = runs_between(_printed(field, was), _printed(field, now))
    return FieldChange(str(field.verbose_name), tuple(runs))


def _printed(field: Any, value: str) -> str:
    if field.name == "category":
        return str(Category.objects.filter(pk=int(value or 0)).first() or "")
    if field.choices:
        return str(dict(field.choices).get(value, value))
    return text_of_body(value)


def _files(files: list[dict[str, str]]) -> str:
    return "；".join(f"{file['title']}（{file['sha256'][:8]}）" for file in files)
