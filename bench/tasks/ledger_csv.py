"""A ledger as a CSV file in the import layout."""

import csv
import io

from tasks.makers import Maker

from gongkai.exchange.registers import LAYOUTS
from gongkai.ledger.models import LedgerEntry

LAYOUT = LAYOUTS["ledger"]


def ledger_csv(maker: Maker, rows: int) -> bytes:
    """Write licensing decisions, and one fee in ten, as an officer's file has them."""
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, [column.header for column in LAYOUT.columns])
    writer.writeheader()
    for register, count in (("licensing", rows - rows // 10), ("fees", rows // 10)):
        writer.writerows(map(_row, maker.records(register, count)))
    return file.getvalue().encode("utf-8-sig")


def _row(entry: LedgerEntry) -> dict[str, str]:
    texts = {
        "organ": entry.organ.code,
        "number": entry.number,
        "kind": entry.get_kind_display(),
        "happened_on": entry.happened_on.isoformat(),
        "subject": entry.subject,
        "quantity": str(entry.quantity),
        "amount": "" if entry.amount is None else f"{entry.amount:.2f}",
        "result": entry.result,
        "source_document": entry.source_document,
        "office": entry.office.number if entry.office else "",
        "note": entry.note,
    }
    return {column.header: texts[column.field] for column in LAYOUT.columns}
