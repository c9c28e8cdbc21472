"""A filled grid as a sheet, merged as the form merges it."""

from collections.abc import Mapping
from typing import Any

from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from gongkai.documents.fonts import Face
from gongkai.documents.tables import lay_out
from gongkai.exchange.xlsx.cells import (
    HEAD_FILL,
    RULED,
    UNIT_PT,
    font,
    put_text,
    set_page,
)
from gongkai.statute.annual_report.cells import CellValue, cell_value, money_paths
from gongkai.statute.annual_report.format import load_format
from gongkai.statute.annual_report.grid import GridCell, TableGrid

# Row 1 names the table, the grid begins below it.
FIRST_ROW = 2
_SIZE = 10.5
_LINE_PT = 15.0
_COUNT_FORMAT = "0"


class Figures:
    """The values of a report's cells, and how they are shown."""

    def __init__(self, report: Mapping[str, Any], decimal_places: int) -> None:
        self._report = report
        self._form = load_format(report.get("format", ""))
        self._money = money_paths(self._form)
        decimals = f"0.{'0' * decimal_places}" if decimal_places else "0"
        # 0 is shown as 0, with no decimals.
        self._money_format = f"{decimals};-{decimals};0"

    def value(self, path: str) -> CellValue:
        """Return the figure at ``path``."""
        return cell_value(self._report, path)

    def number_format(self, path: str) -> str:
        """Return the number format of the cell at ``path``."""
        return self._money_format if path in self._money else _COUNT_FORMAT

    def table_name(self, grid: TableGrid) -> str:
        """Return the short name of a table (表三)."""
        return str(getattr(self._form, grid.key).name)


def fill_table(sheet: Worksheet, grid: TableGrid, figures: Figures, title: str) -> None:
    """Draw the table below a line that names it."""
    _name(sheet, grid)
    for at, row in enumerate(grid.rows):
        for cell in row:
            _draw(sheet, FIRST_ROW + at, cell, figures)
    _measure(sheet, grid)
    frozen = FIRST_ROW + grid.header_rows
    sheet.freeze_panes = f"A{frozen}"
    sheet.print_title_rows = f"1:{max(1, frozen - 1)}"
    set_page(sheet, landscape=True, pages=1, title=title)


def _name(sheet: Worksheet, grid: TableGrid) -> None:
    middle = Alignment(horizontal="center", vertical="center")
    put_text(sheet, 1, 1, grid.caption, font(Face.HEADING, 14), middle)
    sheet.merge_cells(
        start_row=1, end_row=1, start_column=1, end_column=grid.column_count
    )
    sheet.row_dimensions[1].height = 30


def _draw(sheet: Worksheet, row: int, cell: GridCell, figures: Figures) -> None:
    corner = cell.column + 1
    bottom, right = row + cell.row_span - 1, corner + cell.column_span - 1
    for at in range(row, bottom + 1):
        for column in range(corner, right + 1):
            sheet.cell(at, column).border = RULED
    align = Alignment(horizontal=cell.align, vertical="center", wrap_text=True)
    if cell.path is None:
        head = put_text(sheet, row, corner, cell.text, font(Face.TABLE, _SIZE), align)
        head.fill = HEAD_FILL
    else:
        figure = sheet.cell(row, corner)
        figure.value = figures.value(cell.path)
        figure.number_format = figures.number_format(cell.path)
        figure.font, figure.alignment = font(Face.TABLE, _SIZE), align
    if cell.row_span * cell.column_span > 1:
        sheet.merge_cells(
            start_row=row, end_row=bottom, start_column=corner, end_column=right
        )


def _measure(sheet: Worksheet, grid: TableGrid) -> None:
    """Give columns and rows the proportions of the printed page."""
    layout = lay_out(grid)
    scale = _SIZE / layout.size
    for at, width in enumerate(layout.column_widths, start=1):
        letter = get_column_letter(at)
        sheet.column_dimensions[letter].width = width * scale / UNIT_PT
    for at, height in enumerate(layout.row_heights):
        lines = round((height - min(layout.row_heights)) / layout.line) + 1
        sheet.row_dimensions[FIRST_ROW + at].height = lines * _LINE_PT + 5
