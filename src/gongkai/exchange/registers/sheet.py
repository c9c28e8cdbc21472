"""A plain table as an XLSX file: for what is read and not imported again."""

import io
from collections.abc import Iterable, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from gongkai.exchange.registers.exporting import text_cell
from gongkai.exchange.registers.kinds import CellValue

_WIDEST = 60


def sheet_file(
    title: str,
    header: Sequence[str],
    rows: Iterable[Sequence[CellValue]],
    widths: Sequence[int] = (),
) -> bytes:
    """Return a file of one sheet; text stays text, whatever it begins with.

    ``widths`` are the columns' widths in characters, from the left.
    """
    workbook = Workbook(write_only=True)
    sheet: Any = workbook.create_sheet(title)
    sheet.freeze_panes = "A2"
    for place, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = min(width, _WIDEST)
    heads = [WriteOnlyCell(sheet, value=head) for head in header]
    for head in heads:
        head.font = Font(bold=True)
    sheet.append(heads)
    for row in rows:
        sheet.append(
            [text_cell(sheet, one) if isinstance(one, str) else one for one in row]
        )
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()
