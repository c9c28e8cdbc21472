"""The other side: read the same file and check and save each row by itself."""

import csv
import io
from typing import Any

from django.db import transaction
from tasks.filling import make_organs
from tasks.ledger_csv import LAYOUT, ledger_csv
from tasks.measuring import peak_mib, seconds

from gongkai.ledger.models import EntryKind, LedgerEntry
from gongkai.organs.models import Office, Organ

_HEADERS = {column.field: column.header for column in LAYOUT.columns}


def run(size: int) -> dict[str, Any]:
    """Save ``size`` rows into an empty register, in one transaction."""
    content = ledger_csv(make_organs(1), size)
    rows_s, _ = seconds(lambda: _save(content))
    return {
        "rows_s": rows_s,
        "peak_mib": peak_mib(),
        "rows": LedgerEntry.objects.count(),
    }


@transaction.atomic
def _save(content: bytes) -> None:
    kinds = {kind.label: kind for kind in EntryKind}
    plain = ("number", "happened_on", "subject", "quantity", "result", "note")
    for row in csv.DictReader(io.StringIO(content.decode("utf-8-sig"))):
        organ = Organ.objects.get(code=row[_HEADERS["organ"]])
        entry = LedgerEntry(
            organ=organ,
            kind=kinds[row[_HEADERS["kind"]]],
            amount=row[_HEADERS["amount"]] or None,
            source_document=row[_HEADERS["source_document"]],
            office=Office.objects.get(organ=organ, number=row[_HEADERS["office"]]),
            **{field: row[_HEADERS[field]] for field in plain},
        )
        entry.full_clean()
        entry.save()
