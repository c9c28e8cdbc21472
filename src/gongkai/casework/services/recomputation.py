"""Working out every open case anew: when a day has passed, or the calendar changed.

Batch by batch, in the memory of one. A batch is read without locking anything; where
nothing moved, nothing is written either. What moved is locked, read again, written
and journaled in one short transaction: officers wait for that at most, and stopping
between two batches leaves nothing half done. Run again, it finds nothing to do for
what is done.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import QuerySet

from gongkai.audit.services import Entry, record_all
from gongkai.casework.models import CaseworkSettings, DisclosureRequest
from gongkai.casework.permissions import REGISTER
from gongkai.casework.selectors.case_rows import CaseRow, case_rows, step_rows
from gongkai.casework.services.copying import write_columns
from gongkai.casework.services.reckoning import Reckoner
from gongkai.organs.calendar import working_days
from gongkai.organs.models import Organ
from gongkai.statute.clock import ClockSettings
from gongkai.statute.errors import GongkaiError

BATCH = 1000
#: Moved requests that are told one by one; all of them stand in the journal.
MOST_TOLD = 10_000
_DEFAULTS = ClockSettings()
_SHOWN = ("state", "due_on", "received_on")

Progress = Callable[[int, int | None], None]


@dataclass(frozen=True, slots=True)
class Moved:
    """A request whose due day is another one now; or that could not be worked out.

    ``problem`` says why the latter could not; its copies are left as they were.
    """

    pk: int
    organ: str
    number: str
    was: date | None
    now: date | None
    problem: str = ""


@dataclass
class Recomputation:
    """What came of it. ``moved`` and ``problems`` count all; ``told`` are the first."""

    checked: int = 0
    moved: int = 0
    problems: int = 0
    told: list[Moved] = field(default_factory=list)

    def add(self, checked: int, found: list[Moved]) -> None:
        """Count a batch."""
        self.checked += checked
        self.problems += sum(1 for one in found if one.problem)
        self.moved += sum(1 for one in found if not one.problem)
        self.told += found[: MOST_TOLD - len(self.told)]


def recompute_open(
    *,
    today: date,
    organs: Iterable[Organ] | None = None,
    actor: Any = None,
    progress: Progress | None = None,
) -> Recomputation:
    """Renew the copies of every open request; return whose due day moved.

    What moved is journaled, an entry for each organ in a batch.
    """
    requests = DisclosureRequest.objects.filter(closed_on__isnull=True)
    if organs is not None:
        requests = requests.filter(organ__in=organs)
    total = requests.count() if progress else 0
    readings = _Readings(today)
    result = Recomputation()
    for rows in _batches(requests):
        result.add(len(rows), _renew(rows, readings, actor))
        if progress:
            progress(result.checked, max(result.checked, total))
    return result


class _Readings:
    """The reckoners by the readings that the organs chose."""

    def __init__(self, today: date) -> None:
        self._today = today
        self._calendar = working_days()
        self._reckoners: dict[ClockSettings, Reckoner] = {}

    def of(self, rows: list[CaseRow]) -> dict[int, Reckoner]:
        """Return the reckoner of each organ of the rows."""
        organs = {row.organ_id for row in rows}
        chosen = CaseworkSettings.objects.filter(organ__in=organs)
        settings = dict.fromkeys(organs, _DEFAULTS)
        settings.update({each.organ_id: each.clock_settings() for each in chosen})
        return {organ: self._reckoner(one) for organ, one in settings.items()}

    def _reckoner(self, settings: ClockSettings) -> Reckoner:
        if settings not in self._reckoners:
            reckoner = Reckoner(self._today, settings, self._calendar)
            self._reckoners[settings] = reckoner
        return self._reckoners[settings]


def _batches(requests: QuerySet[DisclosureRequest]) -> Iterator[list[CaseRow]]:
    """Yield all requests, organ by organ."""
    in_order = requests.order_by("organ_id", "pk")
    rows = case_rows(in_order[:BATCH])
    while rows:
        yield rows
        organ, last = rows[-1].organ_id, rows[-1].pk
        rows = case_rows(in_order.filter(organ=organ, pk__gt=last)[:BATCH])
        if len(rows) < BATCH:
            rows += case_rows(in_order.filter(organ__gt=organ)[: BATCH - len(rows)])


_Shown = tuple[str, date | None, date | None]


class _Found(NamedTuple):
    """A request and what it should show; or why that cannot be worked out."""

    row: CaseRow
    now: _Shown
    problem: str = ""

    @property
    def is_stale(self) -> bool:
        """Whether there is something to write, or to tell."""
        return bool(self.problem) or self.now != _shown(self.row)


def _renew(rows: list[CaseRow], readings: _Readings, actor: Any) -> list[Moved]:
    """Renew a batch; return what moved, and what could not be worked out."""
    stale = [one.row.pk for one in _worked_out(rows, readings) if one.is_stale]
    return _write(stale, readings, actor) if stale else []


@transaction.atomic
def _write(keys: list[int], readings: _Readings, actor: Any) -> list[Moved]:
    """Renew requests that an officer may have acted on since they were read."""
    requests = DisclosureRequest.objects.filter(pk__in=keys, closed_on__isnull=True)
    rows = case_rows(requests.order_by("pk").select_for_update(of=("self",)))
    stale = [one for one in _worked_out(rows, readings) if one.is_stale]
    write_columns(_SHOWN, [(one.row.pk, *one.now) for one in stale if not one.problem])
    moved = list(_moved(stale))
    record_all(actor=actor, entries=list(_entries(moved)))
    return moved


def _worked_out(rows: list[CaseRow], readings: _Readings) -> Iterator[_Found]:
    steps = step_rows(row.pk for row in rows)
    reckoners = readings.of(rows)
    for row in rows:
        try:
            copies = reckoners[row.organ_id].copies(row, steps.get(row.pk, ()))
        except GongkaiError as error:
            yield _Found(row, _shown(row), error.message)
        else:
            yield _Found(row, (copies.state, copies.due_on, copies.received_on))


def _shown(row: CaseRow) -> _Shown:
    return row.state, row.due_on, row.received_on


def _moved(stale: list[_Found]) -> Iterator[Moved]:
    """Yield those whose due day is another one, not those with another state."""
    organs = Organ.objects.filter(pk__in={one.row.organ_id for one in stale})
    codes = dict(organs.values_list("pk", "code"))
    for row, (_, due_on, _), problem in stale:
        if problem or due_on != row.due_on:
            organ = codes[row.organ_id]
            yield Moved(row.pk, organ, row.number, row.due_on, due_on, problem)


def _entries(moved: list[Moved]) -> Iterator[Entry]:
    """Yield an entry of the journal for each organ."""
    lines: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for one in moved:
        line: dict[str, Any] = {
            "number": one.number,
            "was": one.was and one.was.isoformat(),
            "now": one.now and one.now.isoformat(),
        }
        if one.problem:
            line["problem"] = one.problem
        lines[one.organ].append(line)
    for organ, told in lines.items():
        yield Entry(
            action="重算期限",
            subject=REGISTER,
            subject_key="",
            organ_code=organ,
            detail={"moved": told},
        )
