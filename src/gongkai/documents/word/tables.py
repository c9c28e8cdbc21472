"""A filled grid as a Word table, merged as the form merges it."""

from collections.abc import Iterator

from docx.document import Document

from gongkai.documents import geometry
from gongkai.documents.geometry import twips
from gongkai.documents.tables import TableLayout, lay_out
from gongkai.documents.word.elements import Element, make, text
from gongkai.statute.annual_report.grid import GridCell, TableGrid

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_RULE = round(geometry.RULE_PT * 8)


def add_table(document: Document, grid: TableGrid, *, description: str) -> None:
    """Add the table to the end of the document.

    Its head is repeated on every page, no row is split, and a table that fits on a
    page is kept on one; ``description`` is read out by screen readers.
    """
    layout = lay_out(grid)
    table = make(
        "tbl",
        _properties(grid, layout, description),
        make(
            "tblGrid",
            *(make("gridCol", w=twips(width)) for width in layout.column_widths),
        ),
        *_rows(grid, layout),
    )
    end = document.element.body
    end.insert(len(end) - 1, table)


def _properties(grid: TableGrid, layout: TableLayout, description: str) -> Element:
    side = twips(layout.side)
    rules = (make(s, val="single", sz=_RULE, space=0, color="000000") for s in _SIDES)
    return make(
        "tblPr",
        make("tblW", w=twips(sum(layout.column_widths)), type="dxa"),
        make("jc", val="center"),
        make("tblBorders", *rules),
        make("tblLayout", type="fixed"),
        make(
            "tblCellMar",
            make("left", w=side, type="dxa"),
            make("right", w=side, type="dxa"),
        ),
        make("tblLook", firstRow=1, firstColumn=1, noHBand=1, noVBand=1),
        make("tblCaption", val=grid.caption),
        make("tblDescription", val=description),
    )


def _rows(grid: TableGrid, layout: TableLayout) -> Iterator[Element]:
    hanging: dict[int, tuple[int, GridCell]] = {}
    for at, row in enumerate(grid.rows):
        is_last = at == len(grid.rows) - 1
        hanging |= {cell.column: (at, cell) for cell in row}
        yield make(
            "tr",
            make(
                "trPr",
                make("cantSplit"),
                make("trHeight", val=twips(layout.row_heights[at]), hRule="atLeast"),
                make("tblHeader") if at < grid.header_rows else None,
            ),
            *(
                _cell(cell, layout, top == at, not (is_last or layout.is_breakable))
                for top, cell in _in_row(hanging, at)
            ),
        )


def _in_row(
    hanging: dict[int, tuple[int, GridCell]], at: int
) -> Iterator[tuple[int, GridCell]]:
    """Yield the cells that stand in row ``at`` or hang into it, left to right."""
    for column in sorted(hanging):
        top, cell = hanging[column]
        if at < top + cell.row_span:
            yield top, cell


def _cell(
    cell: GridCell, layout: TableLayout, is_top: bool, keep_next: bool
) -> Element:
    merge = None
    if cell.row_span > 1:
        merge = make("vMerge", val="restart" if is_top else "continue")
    across = layout.column_widths[cell.column : cell.column + cell.column_span]
    span = make("gridSpan", val=cell.column_span) if cell.column_span > 1 else None
    return make(
        "tc",
        make(
            "tcPr",
            make("tcW", w=twips(sum(across)), type="dxa"),
            span,
            merge,
            make("vAlign", val="center"),
        ),
        _line(cell, layout, cell.text if is_top else "", keep_next),
    )


def _line(cell: GridCell, layout: TableLayout, words: str, keep_next: bool) -> Element:
    return make(
        "p",
        make(
            "pPr",
            make("pStyle", val="TableText"),
            make("keepNext") if keep_next else None,
            make("spacing", line=twips(layout.line), lineRule="exact"),
            make("jc", val=cell.align),
            _size(layout),
        ),
        make("r", _size(layout), text(words)) if words else None,
    )


def _size(layout: TableLayout) -> Element:
    half_points = round(layout.size * 2)
    return make("rPr", make("sz", val=half_points), make("szCs", val=half_points))
