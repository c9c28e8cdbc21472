"""What prose may state of the ledger of table two."""

from decimal import Decimal
from typing import Any

from django.db.models import QuerySet, Sum

from gongkai.ledger.models import EntryKind, LedgerEntry
from gongkai.ledger.selectors import entries_in_cell
from gongkai.organs.figures import Figure, Records
from gongkai.organs.models import Organ

_REGISTER = LedgerEntry._meta.label_lower  # noqa: SLF001


def decisions(records: QuerySet[Any]) -> int:
    """Add up the decisions that the entries count."""
    total: int | None = records.aggregate(total=Sum("quantity"))["total"]
    return total or 0


def yuan(records: QuerySet[Any]) -> Decimal:
    """Add up the yuan that the entries collected."""
    total: Decimal | None = records.aggregate(total=Sum("amount"))["total"]
    return total or Decimal(0)


def _of(kind: EntryKind) -> Records:
    def records(organ: Organ, year: int) -> QuerySet[Any]:
        return entries_in_cell(organ, year, kind)

    return records


def _decisions(key: str, kind: EntryKind) -> Figure:
    return Figure(key, f"{kind.label}决定", "件", _REGISTER, _of(kind), decisions)


FIGURES: tuple[Figure, ...] = (
    _decisions("ledger.licensing", EntryKind.LICENSING),
    _decisions("ledger.penalties", EntryKind.PENALTY),
    _decisions("ledger.compulsion", EntryKind.COMPULSION),
    Figure("ledger.fees", "行政事业性收费", "元", _REGISTER, _of(EntryKind.FEE), yuan),
)
