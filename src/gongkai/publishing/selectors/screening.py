"""What screening found of an item, for its pages."""

from dataclasses import dataclass

from gongkai.publishing.models import Item, ScreeningFinding, ScreeningRun, Settlement
from gongkai.publishing.screening import CHECKS
from gongkai.publishing.screening.files import SIGHT_LABELS
from gongkai.publishing.screening.lexicon import LABEL, NAME

#: The checks whose passages can be masked with stars.
MASKABLE = frozenset(
    ("identity_number", "mobile_number", "bank_card", "home_address", "person_name")
)
_LABELS = {
    **{check.name: check.label for check in CHECKS},
    **SIGHT_LABELS,
    NAME: LABEL,
    "too_many": "发现过多",
}


@dataclass(frozen=True)
class ScreeningStanding:
    """The last run of an item and how many findings wait, are told, are settled."""

    run: ScreeningRun | None
    blocking: int
    told: int
    settled: int


def label_of(check: str) -> str:
    """Return a check in officers' words."""
    return _LABELS.get(check, check)


def current_findings(item: Item) -> list[ScreeningFinding]:
    """Return what is in the item now: what waits first, then by place."""
    found = item.findings.filter(is_current=True)
    related = found.select_related("attachment", "settled_by")
    return sorted(
        related,
        key=lambda each: (bool(each.settlement), not each.is_blocking, each.pk),
    )


def screening_standing(item: Item) -> ScreeningStanding:
    """Return where the screening of an item stands."""
    rows = list(
        item.findings.filter(is_current=True).values_list("settlement", "is_blocking")
    )
    waiting = [is_blocking for settlement, is_blocking in rows if not settlement]
    masked = item.findings.filter(
        is_current=False, settlement__in=(Settlement.MASKED, Settlement.CHANGED)
    ).count()
    return ScreeningStanding(
        item.screening_runs.last(),
        sum(waiting),
        len(waiting) - sum(waiting),
        len(rows) - len(waiting) + masked,
    )
