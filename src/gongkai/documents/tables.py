"""Fitting a table to the page, so that no label is broken twice and no figure once.

GB/T 9704 gives a table the type area and leaves its text size free (5.2.2: 「特定情况
可以作适当调整」); a table that is too wide stands on a rotated page (8). Word and
Typst both set the layout that is reckoned here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from gongkai.documents import geometry
from gongkai.documents.prose import em_width
from gongkai.statute.annual_report.grid import GridCell, TableGrid

_SIDE_PADDING_PT = 4.0
# A table of nothing but figures has narrow columns.
_FIGURES_SIDE_PADDING_PT = 2.0
# Digits are wider than half a character in some fonts that may stand in.
_DIGIT = 0.58
_LINE = 1.25
_MAX_LINES = 2
_NOT_FIRST = frozenset("，。、；：？！）》”’·")
_PITCH = 1.9
# Room below a rotated table for its rules and for the paragraph that Word wants there.
_SPARE_PT = 14.0
_MIN_PADDING_PT = 0.75
# Programs do not agree on whether a text fits that is as wide as its room.
_SLACK_PT = 1.0


@dataclass(frozen=True)
class TableLayout:
    """Where and how large a table stands; all measures in points.

    ``row_heights`` are least heights; ``line`` is the pitch of lines inside a cell;
    ``side`` is the space left and right of its text.
    """

    is_landscape: bool
    size: float
    line: float
    side: float
    column_widths: tuple[float, ...]
    row_heights: tuple[float, ...]

    @property
    def is_breakable(self) -> bool:
        """Whether the table is too long to be kept on one page."""
        page = geometry.ROTATED if self.is_landscape else geometry.UPRIGHT
        return sum(self.row_heights) > _table_room(page)


def lay_out(grid: TableGrid) -> TableLayout:
    """Return the largest layout in which ``grid`` fits, upright if it can be.

    A label may take two lines, a figure one; a rotated table must fit on its page
    together with its heading. A table that fits nowhere gets the smallest layout.
    """
    for sizes in (geometry.TABLE_SIZES_PT, geometry.SMALL_TABLE_SIZES_PT):
        for page in (geometry.UPRIGHT, geometry.ROTATED):
            for size in sizes:
                layout = _layout(grid, page, size)
                if _fits(grid, page, layout):
                    return layout
    return layout


@dataclass(frozen=True)
class _Setting:
    """The size of a table's text and the space at its sides, in points."""

    size: float
    side: float

    def width(self, cell: GridCell) -> float:
        """Return the width of the cell's text in one line."""
        characters = em_width(cell.text)
        return self.size * (characters if cell.is_header else 2 * _DIGIT * characters)


def _layout(grid: TableGrid, page: geometry.Page, size: float) -> TableLayout:
    has_labels = any(cell.scope == "row" for row in grid.rows for cell in row)
    side = _SIDE_PADDING_PT if has_labels else _FIGURES_SIDE_PADDING_PT
    setting = _Setting(size, side)
    widths = _column_widths(grid, page.text_width, setting)
    text = [_row_lines(row, widths, setting) * size * _LINE for row in grid.rows]
    padding = size * (_PITCH - _LINE) / 2
    if page.is_landscape:
        spare = _table_room(page) - sum(text)
        padding = max(_MIN_PADDING_PT, min(padding, spare / len(text) / 2))
    return TableLayout(
        is_landscape=page.is_landscape,
        size=size,
        line=size * _LINE,
        side=side,
        column_widths=widths,
        row_heights=tuple(height + 2 * padding for height in text),
    )


def _table_room(page: geometry.Page) -> float:
    return page.text_height - geometry.LINE_PT - _SPARE_PT


def _fits(grid: TableGrid, page: geometry.Page, layout: TableLayout) -> bool:
    if page.is_landscape and sum(layout.row_heights) > _table_room(page):
        return False
    setting = _Setting(layout.size, layout.side)
    return all(
        _lines(cell, layout.column_widths, setting) <= _permitted(cell)
        for row in grid.rows
        for cell in row
    )


def _permitted(cell: GridCell) -> int:
    return max(_MAX_LINES, cell.row_span) if cell.is_header else 1


def _column_widths(
    grid: TableGrid, total: float, setting: _Setting
) -> tuple[float, ...]:
    """Return widths that fill ``total``.

    If the table has a column of long labels, every other column is as narrow as it
    may be and the labels get the rest; if not, the form's proportions hold.
    """
    long = {
        cell.column
        for row in grid.rows
        for cell in row
        if cell.is_header and cell.align == "left" and cell.column_span == 1
    }
    if not long:
        whole = sum(grid.column_widths)
        return tuple(total * share / whole for share in grid.column_widths)
    least = _least_widths(grid, setting)
    taken = sum(width for at, width in enumerate(least) if at not in long)
    rest = max(0.0, total - taken) / len(long)
    return tuple(rest if at in long else width for at, width in enumerate(least))


def _least_widths(grid: TableGrid, setting: _Setting) -> list[float]:
    """Return each column's narrowest width; columns of figures are equal."""
    widths = [
        max((_least(cell, setting) for cell in _cells(grid, at)), default=0.0)
        for at in range(grid.column_count)
    ]
    figures = {cell.column for row in grid.rows for cell in row if not cell.is_header}
    widest = max((widths[at] for at in figures), default=0.0)
    return [widest if at in figures else width for at, width in enumerate(widths)]


def _cells(grid: TableGrid, column: int) -> Iterator[GridCell]:
    """Yield the cells that stand in ``column`` alone."""
    for row in grid.rows:
        for cell in row:
            if cell.column == column and cell.column_span == 1:
                yield cell


def _least(cell: GridCell, setting: _Setting) -> float:
    width = setting.width(cell)
    if cell.is_header:
        width = first_line(ceil(em_width(cell.text))) * setting.size
    return width + 2 * setting.side + _SLACK_PT


def first_line(count: int) -> int:
    """Return how many of ``count`` characters to put on the first of two lines.

    Chinese words are mostly of two characters, and a label of an odd number mostly
    opens with a mark of three (（三）) or a word of three: keep words whole.

    >>> labels = ("结果维持", "法律服务机构", "（三）不予公开")
    >>> [first_line(len(label)) for label in labels]
    [2, 4, 5]
    """
    half = ceil(count / 2)
    return half if half % 2 == count % 2 else half + 1


def _row_lines(
    row: tuple[GridCell, ...], widths: tuple[float, ...], setting: _Setting
) -> int:
    single = (cell for cell in row if cell.row_span == 1)
    return max((_lines(cell, widths, setting) for cell in single), default=1)


def _lines(cell: GridCell, widths: tuple[float, ...], setting: _Setting) -> int:
    room = sum(widths[cell.column : cell.column + cell.column_span])
    room -= 2 * setting.side - 0.01
    if setting.width(cell) <= room:
        return 1
    characters, per_line = em_width(cell.text), int(room / setting.size)
    if per_line < 1:
        return ceil(characters) * 2
    # A mark that may not begin a line takes a character down with it.
    dragged = 1 if _NOT_FIRST.intersection(cell.text) else 0
    return max(2, ceil((characters + dragged) / per_line))
