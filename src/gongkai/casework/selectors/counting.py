"""Requests as table three counts them, and the requests behind each of its cells.

Both follow from ``statute.annual_report.tabulation.table_three_rows``: what is
counted in a cell is what a click on it opens.
"""

from django.db.models import Q, QuerySet

from gongkai.casework.models import DisclosureRequest
from gongkai.organs.models import Organ
from gongkai.organs.periods import SPANS, Lifetime, Span, any_of
from gongkai.statute.annual_report.tabulation import RequestGroup, table_three_rows
from gongkai.statute.applicants import ApplicantKind
from gongkai.statute.errors import GongkaiError
from gongkai.statute.outcomes import Outcome

TOTAL = "total"
CONCLUDED = "concluded"

_LIFETIME = Lifetime("received_on", "closed_on")

#: The spans in which a request counts anywhere in the year.
_COUNTING = tuple(
    span for span in SPANS if table_three_rows(span.start, span.end, Outcome.DISCLOSED)
)


def request_groups(organ: Organ, year: int) -> list[RequestGroup]:
    """Return the organ's requests grouped as table three counts them, in one query.

    Requests that came after the year or ended before it are left out.
    """
    counts = _LIFETIME.counts(
        DisclosureRequest.objects.filter(organ=organ),
        year,
        by=("applicant_kind", "outcome"),
        spans=_COUNTING,
    )
    return [
        RequestGroup(
            ApplicantKind(row["applicant_kind"]),
            span.start,
            span.end,
            Outcome(row["outcome"]) if row["outcome"] else None,
            count,
        )
        for row, span, count in counts
    ]


def requests_in_cell(
    organ: Organ, year: int, column: str, row: str
) -> QuerySet[DisclosureRequest]:
    """Return the requests that one cell of table three counts.

    ``column`` is an applicant kind or ``total``; ``row`` is ``new``,
    ``brought_forward``, an outcome, a group of outcomes (``withheld``),
    ``concluded`` or ``carried_forward``.
    """
    hits = [
        _LIFETIME.lies_in(span, year) & _ended_as(outcomes)
        for span in _COUNTING
        if (outcomes := _outcomes_in_row(span, row))
    ]
    if not hits or column not in {TOTAL, *ApplicantKind}:
        raise GongkaiError(f"表三没有“{column} · {row}”这一格，请从报告页面点开。")
    requests = DisclosureRequest.objects.filter(any_of(hits), organ=organ)
    return requests if column == TOTAL else requests.filter(applicant_kind=column)


def _outcomes_in_row(span: Span, row: str) -> frozenset[Outcome]:
    return frozenset(
        outcome
        for outcome in Outcome
        if any(
            _is_part_of(counted, row)
            for counted in table_three_rows(span.start, span.end, outcome)
        )
    )


def _is_part_of(counted: str, row: str) -> bool:
    """Return whether a row that counts a case is, or adds up into, another row."""
    if row == CONCLUDED:
        return counted in set(Outcome)
    return row in (counted, counted.partition(".")[0])


def _ended_as(outcomes: frozenset[Outcome]) -> Q:
    if len(outcomes) == len(Outcome):
        return Q()
    return Q(outcome__in=sorted(outcomes))
