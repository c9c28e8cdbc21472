"""What the ledger gives table two, and the entries behind each of its cells."""

from django.db.models import Q, QuerySet, Sum

from gongkai.ledger.models import EntryKind, LedgerEntry
from gongkai.ledger.models.money import to_fen
from gongkai.organs.models import Organ
from gongkai.organs.periods import day_in
from gongkai.statute.annual_report.tabulation import LedgerTotals
from gongkai.statute.errors import GongkaiError
from gongkai.statute.periods import Period


def ledger_totals(organ: Organ, year: int) -> LedgerTotals:
    """Return the year's decisions of each kind and its fees in fen, in one query.

    The documents of table two come from ``publishing.selectors.document_groups``.
    """
    sums = entries_in_year(organ, year).aggregate(
        licensing=Sum("quantity", filter=Q(kind=EntryKind.LICENSING)),
        penalties=Sum("quantity", filter=Q(kind=EntryKind.PENALTY)),
        compulsion=Sum("quantity", filter=Q(kind=EntryKind.COMPULSION)),
        fees=Sum("amount", filter=Q(kind=EntryKind.FEE)),
    )
    return LedgerTotals(
        licensing_decisions=sums["licensing"] or 0,
        penalty_decisions=sums["penalties"] or 0,
        compulsion_decisions=sums["compulsion"] or 0,
        fees_fen=to_fen(sums["fees"]) if sums["fees"] else 0,
        fee_decimal_places=organ.fee_decimal_places,
    )


def entries_in_cell(organ: Organ, year: int, kind: str) -> QuerySet[LedgerEntry]:
    """Return the entries that a row of table two sums; ``kind`` is the row's key."""
    if kind not in EntryKind.values:
        raise GongkaiError(f"表二台账没有“{kind}”这一类，请从报告页面点开。")
    return entries_in_year(organ, year).filter(kind=kind)


def entries_in_year(organ: Organ, year: int) -> QuerySet[LedgerEntry]:
    """Return the entries dated in the year."""
    return LedgerEntry.objects.filter(
        day_in("happened_on", Period.DURING, year), organ=organ
    )
