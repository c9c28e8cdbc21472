"""How each duty of a catalogue stands: its newest public item, and the next day.

The newest item of a duty is one that names it, or one in its category when the
category has no other duty: then the category says enough
(docs/interpretations/0063-coverage-by-category.md).
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Subquery, When

from gongkai.catalogue.models import Duty
from gongkai.publishing.models import Item, ItemStatus
from gongkai.statute.duties import Cycle, DutyStanding, DutyState, duty_standing


@dataclass(frozen=True)
class Covered:
    """A duty with its newest public item, and how it stands."""

    duty: Duty
    newest_on: date | None
    newest_pk: int | None
    standing: DutyStanding

    @property
    def state(self) -> DutyState:
        """The state alone."""
        return self.standing.state


def with_newest(duties: QuerySet[Duty]) -> QuerySet[Any]:
    """Annotate duties with the newest items that name them, and are filed with them.

    Each is read at the head of an index (``item_duty``, ``item_category``), so that
    the number of items does not matter.
    """
    named = _newest(duty=OuterRef("pk"))
    no_other = Q(duty=None) | Q(duty=OuterRef("pk"))
    filed = _newest(category=OuterRef("category")).filter(no_other)
    others = Duty.objects.filter(category=OuterRef("category")).exclude(
        pk=OuterRef("pk")
    )
    return duties.annotate(
        is_alone=~Exists(others),
        named_on=Subquery(named.values("disclosed_on")[:1]),
        named_pk=Subquery(named.values("pk")[:1]),
        filed_on=_where_alone(filed, "disclosed_on"),
        filed_pk=_where_alone(filed, "pk"),
    )


def coverage(duties: QuerySet[Duty], today: date) -> list[Covered]:
    """Return how duties stand, what is missing first; in one query.

    Within a state the order of the catalogue is kept.
    """
    related = duties.select_related("organ", "office", "category")
    found: Iterable[Any] = with_newest(related).order_by(
        "organ__path", "position", "number"
    )
    covered = [_covered(duty, today) for duty in found]
    return sorted(covered, key=lambda one: _PRESSING.index(one.state))


def coverage_by_organ(
    duties: QuerySet[Duty], today: date
) -> dict[int, Counter[DutyState]]:
    """Return how many duties of each organ stand in each state, in one query.

    The keys are the organs' primary keys, in the order of the organ tree.
    """
    counts: dict[int, Counter[DutyState]] = {}
    rows = with_newest(duties).order_by("organ__path").values_list(*_COUNTED)
    for organ, cycle, reason, named_on, filed_on in rows.iterator():
        newest_on = max(filter(None, (named_on, filed_on)), default=None)
        state = _standing(cycle, newest_on, reason, today).state
        counts.setdefault(organ, Counter())[state] += 1
    return counts


def without_content(duties: QuerySet[Duty]) -> QuerySet[Duty]:
    """Return the duties that are the organ's own and have no public item."""
    return with_newest(duties).filter(not_applicable="").exclude(_HAS_ITEM)


def with_content(duties: QuerySet[Duty]) -> QuerySet[Duty]:
    """Return the duties that are the organ's own and have a public item."""
    return with_newest(duties).filter(_HAS_ITEM, not_applicable="")


_COUNTED = ("organ", "cycle", "not_applicable", "named_on", "filed_on")
_HAS_ITEM = Q(named_on__isnull=False) | Q(filed_on__isnull=False)

#: 缺什么 first.
_PRESSING = (
    DutyState.EMPTY,
    DutyState.OVERDUE,
    DutyState.DUE,
    DutyState.MET,
    DutyState.NOT_APPLICABLE,
)


def _newest(**which: Any) -> QuerySet[Item]:
    items = Item.objects.filter(status=ItemStatus.PUBLISHED, **which)
    return items.order_by("-disclosed_on", "-pk")


def _where_alone(filed: QuerySet[Item], field: str) -> Case:
    """Do not even look where the category has several duties: it tells nothing."""
    return Case(When(is_alone=True, then=Subquery(filed.values(field)[:1])))


def _covered(duty: Any, today: date) -> Covered:
    both = ((duty.named_on, duty.named_pk), (duty.filed_on, duty.filed_pk))
    found = [(on, pk) for on, pk in both if on is not None]
    newest_on, newest_pk = max(found, default=(None, None))
    standing = _standing(duty.cycle, newest_on, duty.not_applicable, today)
    return Covered(duty, newest_on, newest_pk, standing)


@lru_cache(maxsize=4096)
def _standing(
    cycle: str, newest_on: date | None, reason: str, today: date
) -> DutyStanding:
    """Work out a standing; thousands of duties share few cycles and days."""
    return duty_standing(Cycle.parse(cycle), newest_on, today, not_applicable=reason)
