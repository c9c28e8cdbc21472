"""Working out the stored days of remedies anew, when the calendar changed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q

from gongkai.remedies.models import RemedyCase
from gongkai.remedies.models.course import COPIES
from gongkai.remedies.services.journal import journal
from gongkai.statute.errors import GongkaiError

BATCH = 500

Progress = Callable[[int, int | None], None]


@dataclass(frozen=True)
class Moved:
    """A stored day of a remedy that is another one now."""

    remedy: RemedyCase
    label: str
    was: date | None
    now: date | None
    problem: str = ""


def recompute_open(
    *, actor: Any = None, progress: Progress | None = None
) -> list[Moved]:
    """Renew the stored days of every remedy that still waits for one.

    Batch by batch, each in a transaction of its own; what moved is journaled. A row
    that cannot be worked out is left as it was, and told.
    """
    waiting = RemedyCase.objects.filter(
        Q(concluded_on__isnull=True)
        | Q(act_again_number__isnull=False, acted_again_on__isnull=True)
    ).order_by("pk")
    total = waiting.count()
    moved: list[Moved] = []
    done, last = 0, 0
    while keys := list(
        waiting.filter(pk__gt=last).values_list("pk", flat=True)[:BATCH]
    ):
        moved += _renew_batch(keys, actor)
        done, last = done + len(keys), keys[-1]
        if progress:
            progress(done, max(done, total))
    return moved


@transaction.atomic
def _renew_batch(keys: list[int], actor: Any) -> list[Moved]:
    rows = RemedyCase.objects.select_for_update(of=("self",)).filter(pk__in=keys)
    moved = []
    for row in rows.select_related("organ").prefetch_related("steps"):
        found = _renewed(row)
        moved += found
        if found:
            detail = {one.label: [str(one.was), str(one.now)] for one in found}
            journal(row, actor, "重算期限", **detail)
    return moved


def _renewed(row: RemedyCase) -> list[Moved]:
    before = {name: getattr(row, name) for name in COPIES}
    try:
        row.keep_copies(row.dues())
    except GongkaiError as error:
        return [Moved(row, "", None, None, error.message)]
    changed = [name for name in COPIES if getattr(row, name) != before[name]]
    if changed:
        RemedyCase.objects.filter(pk=row.pk).update(
            **{name: getattr(row, name) for name in changed}
        )
    return [
        Moved(row, _label(name), before[name], getattr(row, name)) for name in changed
    ]


def _label(name: str) -> str:
    field: Any = RemedyCase._meta.get_field(name)  # noqa: SLF001
    return str(field.verbose_name)
