from gongkai.ledger.models.entry import EntryKind, LedgerEntry
from gongkai.ledger.models.money import YuanField

__all__ = ["EntryKind", "LedgerEntry", "YuanField"]
