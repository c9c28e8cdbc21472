"""The three tables as rectangles of merged cells, for every renderer.

国办公开办函〔2021〕30号, the printed form. HTML, DOCX, PDF and XLSX walk the
same grid, so that they merge the same cells.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from gongkai.statute.annual_report.format import (
    Column,
    LedgerBlock,
    ReportFormat,
    RequestRow,
    TableFour,
    TableThree,
    TableTwo,
)

Align = Literal["left", "center", "right"]
Scope = Literal["col", "colgroup", "row", "rowgroup", ""]

_LABEL_COLUMNS = 3


@dataclass(frozen=True)
class GridCell:
    """The upper left corner of a cell, merged or not.

    ``path`` names the figure of the report that stands in it; a heading has none.
    ``scope`` says what a heading is the heading of (as in HTML).
    """

    text: str
    column: int
    path: str | None = None
    row_span: int = 1
    column_span: int = 1
    is_header: bool = True
    align: Align = "center"
    scope: Scope = ""


@dataclass(frozen=True)
class TableGrid:
    """One table as it is printed.

    ``column_widths`` are relative; the first ``header_rows`` rows are repeated on
    every page; ``wide`` tables want a landscape page or their own scroll bar.
    """

    key: str
    section: str
    caption: str
    column_widths: tuple[int, ...]
    rows: tuple[tuple[GridCell, ...], ...]
    header_rows: int
    wide: bool

    @property
    def column_count(self) -> int:
        """The number of columns of the rectangle."""
        return len(self.column_widths)


@cache
def grids(report_format: ReportFormat) -> tuple[TableGrid, ...]:
    """Return the tables of the form, in the order of its sections.

    >>> from gongkai.statute.annual_report.format import load_format
    >>> form = load_format("2021")
    >>> [(grid.key, len(grid.rows), grid.column_count) for grid in grids(form)]
    [('table2', 14, 4), ('table3', 28, 10), ('table4', 4, 15)]
    """
    make = {
        "table2": lambda section: _ledger_grid(report_format.table2, section),
        "table3": lambda section: _request_grid(report_format.table3, section),
        "table4": lambda section: _remedy_grid(report_format.table4, section),
    }
    return tuple(
        make[section.table](section.key)
        for section in report_format.sections
        if section.table
    )


def _ledger_grid(table: TableTwo, section: str) -> TableGrid:
    count = 1 + max(len(block.columns) for block in table.blocks)
    return TableGrid(
        key="table2",
        section=section,
        caption=table.caption,
        column_widths=(4,) + (3,) * (count - 1),
        rows=tuple(row for block in table.blocks for row in _block(block, count)),
        header_rows=0,
        wide=False,
    )


def _block(block: LedgerBlock, count: int) -> Iterator[tuple[GridCell, ...]]:
    yield (GridCell(block.heading, 0, column_span=count, scope="colgroup"),)
    places = tuple(_spread(block.columns, count))
    yield (
        GridCell(block.row_heading, 0, scope="col"),
        *(
            GridCell(column.label, at, column_span=span, scope="col")
            for column, at, span in places
        ),
    )
    for row in block.rows:
        yield (
            GridCell(row.label, 0, scope="row"),
            *(
                _figure(f"table2.{row.key}.{column.key}", at, span)
                for column, at, span in places
            ),
        )


def _spread(
    columns: tuple[Column, ...], count: int
) -> Iterator[tuple[Column, int, int]]:
    """Yield each column with its place and span; the last fills the row."""
    for at, column in enumerate(columns, start=1):
        is_last = at == len(columns)
        yield column, at, count - at if is_last else 1


def _figure(path: str, column: int, column_span: int = 1) -> GridCell:
    return GridCell("", column, path, 1, column_span, is_header=False)


def _request_grid(table: TableThree, section: str) -> TableGrid:
    body = (row for top in table.rows for row in _request_rows(table, top, 0))
    return TableGrid(
        key="table3",
        section=section,
        caption=table.caption,
        column_widths=(3, 4, 10) + (3,) * len(table.columns),
        rows=(*_request_head(table), *body),
        header_rows=3,
        wide=True,
    )


def _request_head(table: TableThree) -> Iterator[tuple[GridCell, ...]]:
    start, columns = _LABEL_COLUMNS, table.columns
    yield (
        GridCell(table.note, 0, row_span=3, column_span=start),
        GridCell(
            table.applicants_heading, start, column_span=len(columns), scope="colgroup"
        ),
    )
    yield tuple(_applicant_heads(columns, start))
    yield tuple(
        GridCell(column.label, at, scope="col")
        for at, column in enumerate(columns, start)
        if column.group
    )


def _applicant_heads(columns: tuple[Column, ...], start: int) -> Iterator[GridCell]:
    groups: set[str] = set()
    for at, column in enumerate(columns, start):
        if not column.group:
            yield GridCell(column.label, at, row_span=2, scope="col")
        elif column.group not in groups:
            groups.add(column.group)
            span = sum(other.group == column.group for other in columns)
            yield GridCell(column.group, at, column_span=span, scope="colgroup")


def _request_rows(
    table: TableThree, row: RequestRow, depth: int
) -> Iterator[tuple[GridCell, ...]]:
    """Yield the printed rows below ``row``, its own heading in the first of them."""
    if not row.rows:
        span = _LABEL_COLUMNS - depth
        label = GridCell(row.label, depth, column_span=span, align="left", scope="row")
        yield (label, *_request_figures(table, row))
        return
    below = [
        cells for child in row.rows for cells in _request_rows(table, child, depth + 1)
    ]
    heading = GridCell(row.label, depth, row_span=len(below), scope="rowgroup")
    yield (heading, *below[0])
    yield from below[1:]


def _request_figures(table: TableThree, row: RequestRow) -> Iterator[GridCell]:
    for at, column in enumerate(table.columns, _LABEL_COLUMNS):
        yield _figure(f"table3.{column.key}.{row.key}", at)


def _remedy_grid(table: TableFour, section: str) -> TableGrid:
    width = len(table.columns)
    starts = {group.key: width * n for n, group in enumerate(table.groups)}
    return TableGrid(
        key="table4",
        section=section,
        caption=table.caption,
        column_widths=(1,) * (width * len(table.groups)),
        rows=(
            tuple(_remedy_top(table)),
            tuple(
                GridCell(
                    group.headings[1],
                    starts[group.key],
                    column_span=width,
                    scope="colgroup",
                )
                for group in table.groups
                if len(group.headings) > 1
            ),
            tuple(
                GridCell(column.label, starts[group.key] + n, scope="col")
                for group in table.groups
                for n, column in enumerate(table.columns)
            ),
            tuple(
                _figure(f"table4.{group.key}.{column.key}", starts[group.key] + n)
                for group in table.groups
                for n, column in enumerate(table.columns)
            ),
        ),
        header_rows=3,
        wide=True,
    )


def _remedy_top(table: TableFour) -> Iterator[GridCell]:
    """Yield the first row: a group of its own over two rows, the rest by heading."""
    width, printed = len(table.columns), set[str]()
    for n, group in enumerate(table.groups):
        heading = group.headings[0]
        if heading in printed:
            continue
        printed.add(heading)
        span = width * sum(other.headings[0] == heading for other in table.groups)
        rows = 3 - len(group.headings)
        yield GridCell(heading, width * n, None, rows, span, scope="colgroup")
