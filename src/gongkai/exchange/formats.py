"""The formats a report can be had in, by the suffix of the file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from gongkai.exchange.docx.rendering import render as render_docx
from gongkai.exchange.html.rendering import render as render_html
from gongkai.exchange.json.rendering import render as render_json
from gongkai.exchange.pdf.rendering import render as render_pdf
from gongkai.exchange.printing import RenderOptions, report_file_name
from gongkai.exchange.xlsx.rendering import render as render_xlsx
from gongkai.statute.errors import GongkaiError

__all__ = [
    "FORMATS",
    "SUFFIXES",
    "OutputFormat",
    "RenderOptions",
    "export_report",
    "output_format",
    "report_file_name",
]

Renderer = Callable[[Mapping[str, Any], RenderOptions | None], bytes]


@dataclass(frozen=True)
class OutputFormat:
    """A kind of file: what people call it, its media type, and who makes it."""

    suffix: str
    label: str
    media_type: str
    render: Renderer


_OFFICE = "application/vnd.openxmlformats-officedocument"
FORMATS = {
    made.suffix: made
    for made in (
        OutputFormat(
            ".docx",
            "Word文档",
            f"{_OFFICE}.wordprocessingml.document",
            render_docx,
        ),
        OutputFormat(".pdf", "PDF", "application/pdf", render_pdf),
        OutputFormat(
            ".xlsx", "Excel表格", f"{_OFFICE}.spreadsheetml.sheet", render_xlsx
        ),
        OutputFormat(".html", "网页", "text/html; charset=utf-8", render_html),
        OutputFormat(".json", "交换文件", "application/json", render_json),
    )
}


SUFFIXES = tuple(FORMATS)


def export_report(
    report: Mapping[str, Any], suffix: str, *, options: RenderOptions | None = None
) -> bytes:
    """Return ``report`` as a file of the kind that ``suffix`` names.

    Raises GongkaiError for a kind that is not made here, for a document that is not
    a report, and for a PDF without fonts.
    """
    return output_format(suffix).render(report, options)


def output_format(suffix: str) -> OutputFormat:
    """Return the format for ``suffix`` (".pdf"), or refuse and name those there are."""
    found = FORMATS.get(suffix.lower())
    if found is None:
        named = f"“{suffix}”" if suffix else "没有扩展名的"
        raise GongkaiError(f"不能生成{named}文件；可以生成的有：{'、'.join(FORMATS)}。")
    return found
