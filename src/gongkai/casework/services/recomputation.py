"""Working out every open case anew: when a day has passed, or the calendar changed."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from gongkai.audit.services import record
from gongkai.casework.models import CaseworkSettings, DisclosureRequest
from gongkai.casework.permissions import REGISTER
from gongkai.casework.selectors.clock import history_of
from gongkai.casework.services.copies import put_copies
from gongkai.organs.calendar import working_days
from gongkai.organs.models import Organ
from gongkai.statute.calendar import WorkingDays
from gongkai.statute.clock import ClockSettings
from gongkai.statute.errors import GongkaiError

BATCH = 1000
_DEFAULTS = ClockSettings()

Progress = Callable[[int, int | None], None]


@dataclass(frozen=True)
class Moved:
    """A request whose due day is another one now; or that could not be worked out.

    ``problem`` says why the latter could not; its copies are left as they were.
    """

    disclosure_request: DisclosureRequest
    was: date | None
    now: date | None
    problem: str = ""


def recompute_open(
    *,
    today: date,
    organs: Iterable[Organ] | None = None,
    actor: Any = None,
    progress: Progress | None = None,
) -> list[Moved]:
    """Renew the copies of every open request; return those whose due day moved.

    It goes batch by batch, each in a transaction of its own, and so in the memory
    of one batch beside the list it returns; nobody waits for the whole. What moved
    is journaled, an entry for each organ in a batch.
    """
    requests = DisclosureRequest.objects.filter(closed_on__isnull=True)
    if organs is not None:
        requests = requests.filter(organ__in=organs)
    calendar = working_days()
    total = requests.count() if progress else 0
    moved: list[Moved] = []
    done, last = 0, 0
    while batch := _renew_batch(requests, last, today, calendar):
        found = [one for one in batch.moved if one.problem or one.was != one.now]
        _journal(found, actor)
        moved += found
        done, last = done + batch.size, batch.last
        if progress:
            progress(done, max(done, total))
    return moved


@dataclass(frozen=True)
class _Batch:
    size: int
    last: int
    moved: list[Moved]


@transaction.atomic
def _renew_batch(
    requests: QuerySet[DisclosureRequest],
    after: int,
    today: date,
    calendar: WorkingDays,
) -> _Batch | None:
    """Renew the next open requests by primary key; None when there are no more."""
    rows = list(
        requests.filter(pk__gt=after)
        .order_by("pk")
        .select_for_update(of=("self",))
        .prefetch_related("steps")
        .defer("subject", "note")[:BATCH]
    )
    if not rows:
        return None
    settings = _settings_of({row.organ_id for row in rows})
    moved = []
    changed: dict[tuple[Any, ...], list[int]] = defaultdict(list)
    for row in rows:
        was, before = row.due_on, _shown(row)
        chosen = settings.get(row.organ_id, _DEFAULTS)
        problem = _renew(row, today, chosen, calendar)
        if _shown(row) != before:
            changed[_shown(row)].append(row.pk)
        moved.append(Moved(row, was, row.due_on, problem))
    for (state, due_on, received_on), keys in changed.items():
        DisclosureRequest.objects.filter(pk__in=keys).update(
            state=state, due_on=due_on, received_on=received_on
        )
    return _Batch(len(rows), rows[-1].pk, moved)


def _renew(
    row: DisclosureRequest,
    today: date,
    settings: ClockSettings,
    calendar: WorkingDays,
) -> str:
    """Set the copies of one request; return why it cannot be worked out, or nothing."""
    try:
        put_copies(row, history_of(row, settings), today, settings, calendar)
    except GongkaiError as error:
        return error.message
    return ""


def _shown(row: DisclosureRequest) -> tuple[str, date | None, date | None]:
    return row.state, row.due_on, row.received_on


def _settings_of(organs: set[int]) -> dict[int, ClockSettings]:
    chosen = CaseworkSettings.objects.filter(organ__in=organs)
    return {each.organ_id: each.clock_settings() for each in chosen}


def _journal(moved: list[Moved], actor: Any) -> None:
    for organ, lines in _by_organ(moved):
        record(
            actor=actor,
            action="重算期限",
            subject=REGISTER,
            subject_key="",
            organ_code=organ,
            detail={"moved": lines},
        )


def _by_organ(moved: list[Moved]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    codes = dict(
        Organ.objects.filter(
            pk__in={one.disclosure_request.organ_id for one in moved}
        ).values_list("pk", "code")
    )
    lines: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for one in moved:
        line = {
            "number": one.disclosure_request.number,
            "was": one.was and one.was.isoformat(),
            "now": one.now and one.now.isoformat(),
        }
        if one.problem:
            line["problem"] = one.problem
        lines[codes[one.disclosure_request.organ_id]].append(line)
    yield from lines.items()
