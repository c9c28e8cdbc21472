"""Remedy cases as table four counts them, and the cases behind each of its cells.

Both follow from ``statute.annual_report.tabulation.table_four_column``.
"""

from collections.abc import Iterator

from django.db.models import Q, QuerySet

from gongkai.organs.models import Organ
from gongkai.organs.periods import SPANS, Lifetime, any_of
from gongkai.remedies.models import RemedyCase
from gongkai.statute.annual_report.tabulation import RemedyGroup, table_four_column
from gongkai.statute.errors import GongkaiError
from gongkai.statute.remedy_results import RemedyColumn, RemedyResult, RemedyRoute

TOTAL = "total"

_LIFETIME = Lifetime("accepted_on", "concluded_on")

#: The spans in which a case counts anywhere in the year.
_COUNTING = tuple(
    span
    for span in SPANS
    if table_four_column(
        RemedyRoute.RECONSIDERATION,
        span.start,
        span.end,
        RemedyResult.RECONSIDERATION_UPHELD,
    )
)


def remedy_groups(organ: Organ, year: int) -> list[RemedyGroup]:
    """Return the organ's cases grouped as table four counts them, in one query.

    Cases accepted after the year or concluded before it are left out.
    """
    counts = _LIFETIME.counts(
        RemedyCase.objects.filter(organ=organ),
        year,
        by=("route", "result"),
        spans=_COUNTING,
    )
    return [
        RemedyGroup(
            RemedyRoute(row["route"]),
            span.start,
            span.end,
            RemedyResult(row["result"]) if row["result"] else None,
            count,
        )
        for row, span, count in counts
    ]


def remedies_in_cell(
    organ: Organ, year: int, route: str, column: str
) -> QuerySet[RemedyCase]:
    """Return the cases that one cell of table four counts.

    ``route`` is one of the table's three groups; ``column`` is one of its columns
    or ``total``.
    """
    if route not in set(RemedyRoute) or column not in {TOTAL, *RemedyColumn}:
        raise GongkaiError(f"表四没有“{route} · {column}”这一格，请从报告页面点开。")
    hits = any_of(_hits(RemedyRoute(route), column, year))
    return RemedyCase.objects.filter(hits, organ=organ, route=route)


def lawsuits(organ: Organ, year: int) -> QuerySet[RemedyCase]:
    """Return the cases that the two litigation groups count together."""
    conditions = [
        Q(route=route) & any_of(_hits(route, TOTAL, year))
        for route in RemedyRoute
        if route is not RemedyRoute.RECONSIDERATION
    ]
    return RemedyCase.objects.filter(any_of(conditions), organ=organ)


def _hits(route: RemedyRoute, column: str, year: int) -> Iterator[Q]:
    for span in _COUNTING:
        results = [
            result
            for result in RemedyResult
            if result.fits(route)
            and column
            in (TOTAL, table_four_column(route, span.start, span.end, result))
        ]
        if results:
            ending = Q() if span.end is None else Q(result__in=results)
            yield _LIFETIME.lies_in(span, year) & ending
