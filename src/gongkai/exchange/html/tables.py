"""The three tables as HTML, with the form's merged cells and its headings."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from gongkai.exchange.html.headings import heading_id, headings_of
from gongkai.exchange.printing import RenderOptions, filled_grids
from gongkai.statute.annual_report.cells import cell_label
from gongkai.statute.annual_report.format import load_format
from gongkai.statute.annual_report.grid import GridCell, TableGrid

Link = Callable[[str], str | None]
Label = Callable[[str], str]


def render_tables(
    report: Mapping[str, Any],
    *,
    link: Link | None = None,
    options: RenderOptions | None = None,
) -> dict[str, SafeString]:
    """Return each table by its key (``table2``) as safe HTML.

    ``link`` gives the address that a figure leads to, or None; a cell that is not
    stated is empty and leads nowhere.
    """
    form = load_format(report.get("format", ""))

    def label(path: str) -> str:
        return cell_label(form, path)

    return {
        grid.key: render_table(grid, label=label, link=link)
        for grid in filled_grids(report, options)
    }


def render_table(
    grid: TableGrid, *, label: Label, link: Link | None = None
) -> SafeString:
    """Return a filled grid as one ``<table>``."""
    headings = headings_of(grid)

    def draw(at: int, cell: GridCell) -> SafeString:
        if cell.path is None:
            return _heading(grid, at, cell)
        return _figure(cell, headings[cell.path], label, link)

    rows = [
        format_html("<tr>{}</tr>\n", _join(draw(at, cell) for cell in row))
        for at, row in enumerate(grid.rows)
    ]
    head, body = rows[: grid.header_rows], rows[grid.header_rows :]
    return format_html(
        '<table class="report-table report-table--{key}" id="{key}">\n'
        "<caption>{caption}</caption>\n<colgroup>{columns}</colgroup>\n{head}"
        "<tbody>\n{body}</tbody>\n</table>",
        key=grid.key,
        caption=grid.caption,
        columns=_join(
            format_html('<col class="report-col report-col--{}">', width)
            for width in grid.column_widths
        ),
        head=format_html("<thead>\n{}</thead>\n", _join(head)) if head else "",
        body=_join(body),
    )


def _heading(grid: TableGrid, at: int, cell: GridCell) -> SafeString:
    scope = format_html(' scope="{}"', cell.scope) if cell.scope else ""
    return format_html(
        '<th class="report-{}" id="{}"{}{}>{}</th>',
        "label" if cell.align == "left" else "head",
        heading_id(grid.key, at, cell),
        scope,
        _spans(cell),
        cell.text,
    )


def _figure(
    cell: GridCell, headings: tuple[str, ...], label: Label, link: Link | None
) -> SafeString:
    path = cell.path or ""
    address = link(path) if link and cell.text else None
    text: str | SafeString = cell.text
    if address:
        text = format_html(
            '<a class="report-figure__link" href="{}" aria-label="{}：{}">{}</a>',
            address,
            label(path),
            cell.text,
            cell.text,
        )
    return format_html(
        '<td class="report-figure" data-cell="{}" headers="{}"{}>{}</td>',
        path,
        " ".join(headings),
        _spans(cell),
        text,
    )


def _spans(cell: GridCell) -> SafeString:
    spans = (("colspan", cell.column_span), ("rowspan", cell.row_span))
    return format_html_join(
        "", ' {}="{}"', ((name, span) for name, span in spans if span > 1)
    )


def _join(parts: Any) -> SafeString:
    return format_html_join("", "{}", ((part,) for part in parts))
