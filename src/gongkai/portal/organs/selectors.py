from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet

from gongkai.organs.models import Organ
from gongkai.portal.annual_report.selectors import readable_reports
from gongkai.publishing.selectors import published_items

HOME_ORGANS_LIMIT = 200


@dataclass(frozen=True)
class OrganEntry:
    """An organ in the list of all organs, with what it has."""

    organ: Organ
    item_count: int
    report_year: int | None


def disclosing_organs() -> QuerySet[Organ]:
    """Return the organs in use that have disclosed anything here."""
    return Organ.objects.filter(
        Q(Exists(published_items().filter(organ=OuterRef("pk"))))
        | Q(Exists(readable_reports().filter(organ=OuterRef("pk"))))
        | Q(guide__isnull=False),
        is_active=True,
    )


def has_several_organs() -> bool:
    """Say whether the installation serves more than one organ's public pages."""
    return len(disclosing_organs().order_by().values_list("pk", flat=True)[:2]) > 1


def hosting_organ() -> Organ | None:
    """Return the organ above all others, whose marks the common pages carry.

    Where several trees stand side by side there is none.
    """
    tops = list(Organ.objects.filter(parent=None, is_active=True)[:2])
    return tops[0] if len(tops) == 1 else None


def organ_entries() -> list[OrganEntry]:
    """Return the disclosing organs in the order of the tree, with their counts."""
    organs = list(disclosing_organs()[:HOME_ORGANS_LIMIT])
    items = _per_organ(published_items().filter(organ__in=organs), Count("pk"))
    years = _per_organ(readable_reports().filter(organ__in=organs), Max("year"))
    return [
        OrganEntry(organ, items.get(organ.pk, 0), years.get(organ.pk))
        for organ in organs
    ]


def _per_organ(rows: QuerySet[Any], aggregate: Count | Max) -> dict[int, int]:
    counted = rows.order_by().values("organ_id").annotate(value=aggregate)
    return {row["organ_id"]: row["value"] for row in counted}
