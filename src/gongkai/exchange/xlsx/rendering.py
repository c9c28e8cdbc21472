"""A report as a workbook: the prose, and one sheet for each table."""

import io
from collections.abc import Mapping
from typing import Any

from openpyxl import Workbook

from gongkai.documents.archive import settled
from gongkai.documents.fonts import Face
from gongkai.exchange.printing import RenderOptions, print_report
from gongkai.exchange.xlsx.cells import font
from gongkai.exchange.xlsx.prose import fill_prose
from gongkai.exchange.xlsx.tables import Figures, fill_table


def render(report: Mapping[str, Any], options: RenderOptions | None = None) -> bytes:
    """Return the report as an .xlsx file, its figures as numbers."""
    options = options or RenderOptions()
    printed = print_report(report, options)
    figures = Figures(report, options.fee_decimal_places)
    book = Workbook()
    _set_own_font(book)
    book.properties.title = printed.title
    book.properties.creator = printed.organ
    book.properties.language = "zh-CN"
    first = book.active
    assert first is not None  # noqa: S101 - a new workbook has one sheet
    first.title = "正文"
    names = {}
    for grid in printed.tables():
        names[grid.key] = figures.table_name(grid)
        fill_table(book.create_sheet(names[grid.key]), grid, figures, printed.title)
    fill_prose(first, printed, names)
    content = io.BytesIO()
    book.save(content)
    return settled(content.getvalue(), printed.generated_on)


def _set_own_font(book: Any) -> None:
    """Make 宋体 11 the font of empty cells, in which column widths are counted."""
    own = font(Face.TABLE, 11)
    book._named_styles["Normal"].font = own  # noqa: SLF001 - there is no setter
