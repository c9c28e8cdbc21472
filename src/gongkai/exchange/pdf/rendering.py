"""A report as PDF, on the pages that GB/T 9704 lays down."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from gongkai.documents import geometry
from gongkai.documents.pdf import typeset
from gongkai.documents.prose import title_lines
from gongkai.documents.signature import chinese_date, signature_indents
from gongkai.documents.tables import lay_out
from gongkai.exchange.printing import (
    PrintedReport,
    PrintedSection,
    RenderOptions,
    print_report,
)
from gongkai.statute.annual_report.grid import TableGrid

_TEMPLATE = Path(__file__).with_name("report.typ")


def render(report: Mapping[str, Any], options: RenderOptions | None = None) -> bytes:
    """Return the report as a tagged PDF that an archive can keep."""
    printed = print_report(report, options)
    return typeset(_TEMPLATE, _data(printed), made_on=printed.generated_on)


def _data(printed: PrintedReport) -> dict[str, Any]:
    room = geometry.UPRIGHT.text_width / geometry.TITLE_PT
    return {
        "title": printed.title,
        "title_lines": title_lines(printed.title_phrases, room),
        "organ": printed.organ,
        "sections": [_section(section) for section in printed.sections],
        "signature": _signature(printed),
    }


def _section(section: PrintedSection) -> dict[str, Any]:
    return {
        "heading": section.heading,
        "paragraphs": [
            [{"text": run.text, "face": run.face} for run in paragraph.runs]
            for paragraph in section.paragraphs
        ],
        "table": _table(section.table) if section.table else None,
    }


def _table(grid: TableGrid) -> dict[str, Any]:
    layout = lay_out(grid)
    return {
        "rotated": layout.is_landscape,
        "breakable": layout.is_breakable,
        "size": layout.size,
        "line": layout.line,
        "row": min(layout.row_heights),
        "side": layout.side,
        "widths": layout.column_widths,
        "header_rows": grid.header_rows,
        "rows": [
            [
                {
                    "text": cell.text,
                    "columns": cell.column_span,
                    "rows": cell.row_span,
                    "align": cell.align,
                }
                for cell in row
            ]
            for row in grid.rows
        ],
    }


def _signature(printed: PrintedReport) -> dict[str, Any] | None:
    if printed.published_on is None:
        return None
    day = chinese_date(printed.published_on)
    organ_indent, day_indent = signature_indents(printed.organ, day)
    return {
        "organ": {"text": printed.organ, "indent": organ_indent},
        "day": {"text": day, "indent": day_indent},
    }
