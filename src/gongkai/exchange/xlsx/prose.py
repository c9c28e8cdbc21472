"""The prose of a report on one sheet, a paragraph to a row."""

import re
from collections.abc import Iterator, Mapping
from math import ceil

from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet

from gongkai.documents.fonts import Face
from gongkai.documents.prose import em_width
from gongkai.documents.signature import chinese_date
from gongkai.exchange.printing import PrintedReport, PrintedSection
from gongkai.exchange.xlsx.cells import font, put_text, set_page

_WIDTH = 74.0
_CHARACTERS = 35
_LINE_PT = 17.0
# A row can be 409 points high; a longer paragraph goes on in the next row.
_MOST = _CHARACTERS * 20
_SENTENCE = re.compile(r"[^。；]*[。；]?")
_LOW = Alignment(vertical="bottom", wrap_text=True)
_TEXT = Alignment(vertical="top", wrap_text=True)


def fill_prose(
    sheet: Worksheet, printed: PrintedReport, tables: Mapping[str, str]
) -> None:
    """Write title and sections; a section with a table points to its sheet."""
    sheet.column_dimensions["A"].width = _WIDTH
    middle = Alignment(horizontal="center", vertical="center", wrap_text=True)
    put_text(sheet, 1, 1, printed.title, font(Face.TITLE, 18), middle)
    sheet.row_dimensions[1].height = 48
    row = 2
    for section in printed.sections:
        put_text(sheet, row, 1, section.heading, font(Face.HEADING, 14), _LOW)
        sheet.row_dimensions[row].height = 34
        row = _fill_section(sheet, row + 1, section, tables)
    if printed.published_on:
        day = f"公开日期：{chinese_date(printed.published_on)}"
        put_text(sheet, row, 1, day, font(Face.BODY, 12), _TEXT)
    sheet.freeze_panes = "A2"
    set_page(sheet, landscape=False, pages=0, title="")


def _fill_section(
    sheet: Worksheet, row: int, section: PrintedSection, tables: Mapping[str, str]
) -> int:
    """Write below a heading; return the next free row."""
    if section.table:
        name = tables[section.table.key]
        style = font(Face.BODY, 12, color="1B4B8F", underline="single")
        cell = put_text(sheet, row, 1, f"见工作表“{name}”", style, _TEXT)
        cell.hyperlink = f"#'{name}'!A1"
        cell.font = style
        return row + 1
    for paragraph in section.paragraphs:
        for piece in pieces(paragraph.text):
            put_text(sheet, row, 1, piece, font(Face.BODY, 12), _TEXT)
            lines = ceil(em_width(piece) / _CHARACTERS)
            sheet.row_dimensions[row].height = lines * _LINE_PT + 6
            row += 1
    return row


def pieces(text: str) -> Iterator[str]:
    """Yield ``text`` in pieces that a row can show, cut after a sentence if it can be.

    >>> [len(piece) for piece in pieces("长" * 1000)]
    [700, 300]
    """
    piece = ""
    for sentence in _SENTENCE.findall(text):
        rest = sentence
        if piece and len(piece) + len(rest) > _MOST:
            yield piece
            piece = ""
        while len(rest) > _MOST:
            yield rest[:_MOST]
            rest = rest[_MOST:]
        piece += rest
    if piece:
        yield piece
