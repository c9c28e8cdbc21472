"""A published report section by section, as its page shows it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from gongkai.documents.fonts import Face
from gongkai.documents.prose import Paragraph, paragraphs
from gongkai.exchange.html import render_tables
from gongkai.exchange.printing import RenderOptions
from gongkai.statute.annual_report.format import ReportFormat, load_format
from gongkai.statute.annual_report.grid import grids
from gongkai.statute.errors import ReportFormatError

_PROSE_ONLY = (
    ("overview", "总体情况"),
    ("problems", "存在的主要问题及改进情况"),
    ("other_matters", "其他需要报告的事项"),
)


@dataclass(frozen=True)
class Part:
    """One of the six sections: its prose, or its table, as safe HTML."""

    key: str
    heading: str
    prose: SafeString | str = ""
    table: SafeString | str = ""
    is_wide: bool = False


def outline(document: Mapping[str, Any], options: RenderOptions) -> list[Part]:
    """Return the sections of the report in the order of its form.

    A report without a known form (an old one without tables) has only its prose.
    """
    form, prose = form_of(document), document.get("sections") or {}
    if form is None:
        return [
            Part(key, heading, _prose(prose[key]))
            for key, heading in _PROSE_ONLY
            if prose.get(key)
        ]
    tables = render_tables(document, options=options)
    wide = {grid.key for grid in grids(form) if grid.wide}
    return [
        Part(section.key, section.heading, _prose(prose.get(section.key) or ""))
        if section.table is None
        else Part(
            section.key,
            section.heading,
            table=tables[section.table],
            is_wide=section.table in wide,
        )
        for section in form.sections
    ]


def form_of(document: Mapping[str, Any]) -> ReportFormat | None:
    """Return the form that the report is written on, or None."""
    try:
        return load_format(document.get("format") or "")
    except ReportFormatError:
        return None


def _prose(text: str) -> SafeString:
    return format_html_join(
        "\n", "<p>{}</p>", ((_words(paragraph),) for paragraph in paragraphs(text))
    )


def _words(paragraph: Paragraph) -> SafeString:
    words = (
        format_html("<strong>{}</strong>", run.text)
        if run.face is Face.LEAD
        else run.text
        for run in paragraph.runs
    )
    return format_html_join("", "{}", ((word,) for word in words))
