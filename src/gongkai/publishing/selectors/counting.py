"""Published items, and normative documents as table two counts them."""

from django.db.models import QuerySet

from gongkai.organs.models import Organ
from gongkai.organs.periods import SPANS, Lifetime, Span, any_of, day_in
from gongkai.publishing.models import Channel, Item, ItemStatus, NormativeDocument
from gongkai.statute.annual_report.tabulation import (
    DocumentGroup,
    DocumentKind,
    LedgerTotals,
    tabulate_ledger,
)
from gongkai.statute.errors import GongkaiError
from gongkai.statute.periods import Period

_LIFETIME = Lifetime("issued_on", "ended_on")


def published_items(organ: Organ | None = None) -> QuerySet[Item]:
    """Return the items that the public may read, newest first."""
    items = Item.objects.filter(status=ItemStatus.PUBLISHED)
    return items if organ is None else items.filter(organ=organ)


def items_disclosed(
    organ: Organ, year: int, channel: str | None = None
) -> QuerySet[Item]:
    """Return the items disclosed in the year, newest first.

    With a channel, those that went out on it. A withdrawn item does not count.
    """
    items = published_items(organ).filter(day_in("disclosed_on", Period.DURING, year))
    if channel is None:
        return items
    if channel not in Channel.values:
        raise GongkaiError(f"没有“{channel}”这个公开渠道，请从列表里选。")
    return items.filter(releases__channel=channel)


def documents_in_force(organ: Organ) -> QuerySet[NormativeDocument]:
    """Return the documents of the organ that have not ended."""
    return NormativeDocument.objects.filter(organ=organ, ended_on__isnull=True)


def document_groups(organ: Organ, year: int) -> list[DocumentGroup]:
    """Return the organ's documents grouped as table two counts them, in one query."""
    documents = NormativeDocument.objects.filter(organ=organ)
    return [
        DocumentGroup(DocumentKind(row["kind"]), span.start, span.end, count)
        for row, span, count in _LIFETIME.counts(documents, year, ("kind",), SPANS)
    ]


def documents_in_cell(
    organ: Organ, year: int, kind: str, column: str
) -> QuerySet[NormativeDocument]:
    """Return the documents that one cell of table two counts.

    ``column`` is ``issued``, ``repealed`` or ``in_force``.
    """
    hits = [
        _LIFETIME.lies_in(span, year)
        for span in SPANS
        if kind in set(DocumentKind) and _counts_in(span, column)
    ]
    if not hits:
        raise GongkaiError(f"表二没有“{kind} · {column}”这一格，请从报告页面点开。")
    return NormativeDocument.objects.filter(any_of(hits), organ=organ, kind=kind)


def _counts_in(span: Span, column: str) -> bool:
    """Ask the tabulation whether one document of this span counts in a column."""
    one = DocumentGroup(DocumentKind.NORMATIVE_DOCUMENT, span.start, span.end, 1)
    table = tabulate_ledger(LedgerTotals(documents=(one,)))
    counted: int | None = table[DocumentKind.NORMATIVE_DOCUMENT].get(column)
    return counted == 1
