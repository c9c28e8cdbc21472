"""Cells, pages and styles that all sheets share."""

from typing import Any

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from gongkai.documents.fonts import OFFICIAL, Face
from gongkai.documents.geometry import ROTATED, UPRIGHT, Page

_INCH = 25.4
_A4 = 9

RULED = Border(*(Side(style="thin"),) * 4)
HEAD_FILL = PatternFill("solid", fgColor="F3F5F8")


# A unit of column width is a digit of the workbook's own font, 宋体 11.
UNIT_PT = 6.0


def font(face: Face, size: float, **more: Any) -> Font:
    """Return the official font of ``face``."""
    return Font(name=OFFICIAL[face].name, size=size, **more)


def put_text(
    sheet: Worksheet, row: int, column: int, text: str, style: Font, align: Alignment
) -> Cell:
    """Write ``text`` as text, even if it looks like a formula."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)  # noqa: S101 - only corners of merged cells are set
    cell.value = text
    cell.data_type = "s"
    cell.quotePrefix = text.startswith(("=", "+", "-", "@"))
    cell.font, cell.alignment = style, align
    return cell


def set_page(sheet: Worksheet, *, landscape: bool, pages: int, title: str) -> None:
    """Print on A4, one page wide and ``pages`` long (0 is as many as there are)."""
    page: Page = ROTATED if landscape else UPRIGHT
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = pages
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = page.left / _INCH
    sheet.page_margins.right = page.right / _INCH
    sheet.page_margins.top = page.top / _INCH
    sheet.page_margins.bottom = page.bottom / _INCH
    sheet.print_options.horizontalCentered = True
    footer: Any = sheet.oddFooter
    footer.center.text = "— &P —"
    if title:
        header: Any = sheet.oddHeader
        header.center.text = title.replace("&", "&&")
    sheet.sheet_view.showGridLines = False
