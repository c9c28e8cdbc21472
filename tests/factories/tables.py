"""Table files as officers bring them: rows by header, every other cell empty."""

import csv
import io
from typing import Any

from openpyxl import Workbook

from gongkai.exchange.registers import LAYOUTS, ImportResult, import_file


def headers(slug: str) -> list[str]:
    """Return the headers of a register's layout."""
    return [column.header for column in LAYOUTS[slug].columns]


def csv_of(slug: str, *rows: dict[str, str], encoding: str = "utf-8") -> bytes:
    """Return a CSV file of the register with these rows."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, headers(slug), restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue().encode(encoding)


def xlsx_of(slug: str, *rows: dict[str, Any], title: str | None = None) -> bytes:
    """Return an XLSX file of the register with these rows, values as Excel has them."""
    workbook = Workbook()
    sheet: Any = workbook.active
    sheet.title = title or LAYOUTS[slug].label
    sheet.append(headers(slug))
    for row in rows:
        sheet.append([row.get(header) for header in headers(slug)])
    return saved(workbook)


def saved(workbook: Workbook) -> bytes:
    """Return a workbook as the bytes of its file."""
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def take_in(slug: str, content: bytes, name: str = "", **how: Any) -> ImportResult:
    """Import a file into the register, as the program itself."""
    how = {"actor": None, "name": name or f"{slug}.csv"} | how
    return import_file(layout=LAYOUTS[slug], content=content, **how)
