"""A report as one HTML file that needs nothing else: to read, to print, to post."""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from string import Template
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from gongkai.documents.fonts import Face
from gongkai.documents.prose import Paragraph
from gongkai.documents.signature import chinese_date
from gongkai.documents.tables import lay_out
from gongkai.exchange.html.tables import render_tables
from gongkai.exchange.printing import (
    PrintedReport,
    PrintedSection,
    RenderOptions,
    print_report,
)


def render(report: Mapping[str, Any], options: RenderOptions | None = None) -> bytes:
    """Return the whole page, its style inside."""
    printed = print_report(report, options)
    tables = render_tables(report, options=options)
    page = Template(_own("page.html")).substitute(
        title=format_html("{}", printed.title),
        organ=format_html("{}", printed.organ),
        heading=_broken_title(printed),
        published=_published(printed),
        sections="\n".join(_section(section, tables) for section in printed.sections),
        style=_own("page.css") + _widths(printed),
    )
    return page.encode()


@cache
def _own(name: str) -> str:
    return (resources.files(__package__) / name).read_text(encoding="utf-8")


def _broken_title(printed: PrintedReport) -> SafeString:
    """Return the title with its good places for a line end."""
    return format_html_join(
        "", "<span>{}</span>", ((phrase,) for phrase in printed.title_phrases)
    )


def _published(printed: PrintedReport) -> SafeString | str:
    if printed.published_on is None:
        return ""
    return format_html(
        '<p class="report-published">公开日期：<time datetime="{}">{}</time></p>\n',
        printed.published_on.isoformat(),
        chinese_date(printed.published_on),
    )


def _section(section: PrintedSection, tables: Mapping[str, SafeString]) -> SafeString:
    if section.table is None:
        content = _lines(_paragraph(each) for each in section.paragraphs)
        kind = "prose"
    else:
        content = format_html(
            '<div class="report-scroll" role="region" tabindex="0" '
            'aria-labelledby="{}">\n{}\n</div>\n',
            f"section-{section.key}",
            tables[section.table.key],
        )
        kind = "rotated" if lay_out(section.table).is_landscape else "table"
    return format_html(
        '<section class="report-section report-section--{}">\n'
        '<h2 id="section-{}">{}</h2>\n{}</section>',
        kind,
        section.key,
        section.heading,
        content,
    )


def _paragraph(paragraph: Paragraph) -> SafeString:
    runs = (
        format_html('<span class="report-lead">{}</span>', run.text)
        if run.face is Face.LEAD
        else format_html("{}", run.text)
        for run in paragraph.runs
    )
    return format_html("<p>{}</p>\n", format_html_join("", "{}", ((r,) for r in runs)))


def _lines(parts: Iterable[SafeString]) -> SafeString:
    return format_html_join("", "{}", ((part,) for part in parts))


def _widths(printed: PrintedReport) -> str:
    """Return the column widths of each table; figures only, nothing of the report.

    Phones have widths of their own.
    """
    rules = "".join(
        f".report-table--{grid.key} col:nth-child({at}) {{ width: {share:.2f}%; }}\n"
        for grid in printed.tables()
        for layout in [lay_out(grid)]
        for at, share in enumerate(
            (100 * width / sum(layout.column_widths) for width in layout.column_widths),
            start=1,
        )
    )
    return f"@media print, (min-width: 701px) {{\n{rules}}}\n"
