"""Records as a file in the columns of their import: what goes out comes in again."""

import csv
import io
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ERROR_CODES
from openpyxl.styles import Font

from gongkai.exchange.registers.csv_table import guarded
from gongkai.exchange.registers.kinds import CellValue, tidy
from gongkai.exchange.registers.layout import ROW_KINDS, Column, Layout
from gongkai.exchange.registers.layouts import LAYOUTS
from gongkai.statute.errors import GongkaiError

CSV, XLSX = "csv", "xlsx"
_CHUNK = 2000
_LONGEST_CELL = 32_767


def hide_all(_record: Any) -> bool:
    """Leave the mask over what tells of persons, whosever record it is."""
    return False


def export_records(
    layout: Layout | str,
    records: QuerySet[Any],
    suffix: str,
    reveals: Callable[[Any], bool] = hide_all,
) -> bytes:
    """Return the records as a ``csv`` or ``xlsx`` file of the layout, in their order.

    What tells of persons is masked but in the records of which ``reveals`` says yes.
    Records are fetched chunk by chunk. Raises ``GongkaiError`` for another suffix,
    or for a text that no XLSX cell can hold.
    """
    layout = layout_of(layout)
    rows = (
        [_cell(column, record, is_open) for column in layout.columns]
        for record in _fetched(layout, records)
        for is_open in [reveals(record)]
    )
    header = [column.header for column in layout.columns]
    if suffix == CSV:
        return csv_file(header, rows)
    if suffix == XLSX:
        return _xlsx_file(layout, header, rows)
    raise GongkaiError(f"不能导出为“{suffix}”，请选XLSX或CSV。")


def layout_of(layout: Layout | str) -> Layout:
    """Return the layout of a slug; ``GongkaiError`` when there is none."""
    if isinstance(layout, Layout):
        return layout
    if layout not in LAYOUTS:
        known = "、".join(f"{slug}（{one.label}）" for slug, one in LAYOUTS.items())
        raise GongkaiError(f"没有“{layout}”这个登记簿，可用的有：{known}。")
    return LAYOUTS[layout]


def csv_file(header: list[str], rows: Iterator[list[CellValue]]) -> bytes:
    """Return rows as CSV in UTF-8 with the mark by which Excel knows it."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([_csv_text(value) for value in row])
    return stream.getvalue().encode("utf-8-sig")


def text_cell(sheet: Any, text: str) -> Any:
    """Return text for a cell of a sheet so that it stays text, formula or not."""
    if not text.startswith("=") and text not in ERROR_CODES:
        return text
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"
    return cell


def _fetched(layout: Layout, records: QuerySet[Any]) -> Iterator[Any]:
    related = [
        f"{column.through}__{column.field}" if column.through else column.field
        for column, _ in layout.references
    ]
    related += [layout.beside.name] if layout.beside else []
    below = [kind.related_name for _, kind in layout.row_columns]
    whole = records.select_related(*related) if related else records
    return whole.prefetch_related(*below).iterator(chunk_size=_CHUNK)


def _cell(column: Column, record: Any, is_open: bool) -> CellValue:
    kind = column.kind
    if isinstance(kind, ROW_KINDS):
        return kind.write(kind.of(record)) or None
    value = column.value_of(record)
    if value is None or value == "":
        return None
    if column.mask is not None and not is_open:
        return column.mask.over(value)
    written = kind.write(value)
    return tidy(written) if isinstance(written, str) else written


def _csv_text(value: CellValue) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:f}"
    return guarded(value) if isinstance(value, str) else str(value)


def _xlsx_file(
    layout: Layout, header: list[str], rows: Iterator[list[CellValue]]
) -> bytes:
    workbook = Workbook(write_only=True)
    sheet: Any = workbook.create_sheet(layout.label)
    try:
        _write_sheet(sheet, layout, header, rows)
    except BaseException:
        sheet.close()
        raise
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def _write_sheet(
    sheet: Any, layout: Layout, header: list[str], rows: Iterator[list[CellValue]]
) -> None:
    sheet.freeze_panes = "A2"
    titles = [WriteOnlyCell(sheet, value=title) for title in header]
    for title in titles:
        title.font = Font(bold=True)
    sheet.append(titles)
    for line, row in enumerate(rows, start=2):
        _refuse_long(layout, line, row)
        sheet.append(
            [text_cell(sheet, one) if isinstance(one, str) else one for one in row]
        )


def _refuse_long(layout: Layout, line: int, row: list[CellValue]) -> None:
    for column, value in zip(layout.columns, row, strict=True):
        if isinstance(value, str) and len(value) > _LONGEST_CELL:
            raise GongkaiError(
                f"第{line}行“{column.header}”超过{_LONGEST_CELL}字，XLSX放不下，"
                "请改为导出CSV。"
            )
