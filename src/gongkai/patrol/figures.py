"""What prose may state of patrols."""

from typing import Any

from django.db.models import Count, QuerySet, Sum

from gongkai.organs.figures import Figure
from gongkai.patrol.models import PatrolEntry
from gongkai.patrol.selectors import patrols_of_year, patrols_with_findings

_REGISTER = PatrolEntry._meta.label_lower  # noqa: SLF001


def _days(records: QuerySet[Any]) -> int:
    days: int = records.aggregate(days=Count("patrolled_on", distinct=True))["days"]
    return days


def _findings(records: QuerySet[Any]) -> int:
    total: int | None = records.aggregate(total=Sum("findings"))["total"]
    return total or 0


FIGURES: tuple[Figure, ...] = (
    Figure("patrols.days", "巡查天数", "天", _REGISTER, patrols_of_year, _days),
    Figure(
        "patrols.findings",
        "巡查发现问题",
        "个",
        _REGISTER,
        patrols_with_findings,
        _findings,
    ),
)
