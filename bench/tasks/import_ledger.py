"""Import a ledger of one organ, and then the same file once more."""

from typing import Any

from tasks.filling import make_organs, settle
from tasks.ledger_csv import LAYOUT, ledger_csv
from tasks.measuring import peak_mib, seconds

from gongkai.exchange.registers import ImportResult, import_file
from gongkai.ledger.models import LedgerEntry


def run(size: int) -> dict[str, Any]:
    """Import ``size`` rows into an empty register."""
    content = ledger_csv(make_organs(1), size)
    import_s, first = seconds(lambda: _import(content))
    settle()
    again_s, second = seconds(lambda: _import(content))
    return {
        "import_s": import_s,
        "again_s": again_s,
        "peak_mib": peak_mib(),
        "added": first.added,
        "unchanged": second.unchanged,
        "rows": LedgerEntry.objects.count(),
    }


def _import(content: bytes) -> ImportResult:
    return import_file(layout=LAYOUT, name="ledger.csv", content=content, actor=None)
