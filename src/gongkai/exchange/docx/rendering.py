"""A report as a Word file that an officer can go on editing."""

from collections.abc import Mapping
from typing import Any

from docx.document import Document

from gongkai.documents import geometry
from gongkai.documents.prose import title_lines
from gongkai.documents.signature import chinese_date
from gongkai.documents.tables import lay_out
from gongkai.documents.word.package import new_document, to_bytes
from gongkai.documents.word.pages import start_pages
from gongkai.documents.word.tables import add_table
from gongkai.documents.word.text import (
    add_heading,
    add_paragraph,
    add_signature,
    add_title,
)
from gongkai.exchange.printing import (
    PrintedReport,
    PrintedSection,
    RenderOptions,
    print_report,
)


def render(report: Mapping[str, Any], options: RenderOptions | None = None) -> bytes:
    """Return the report as a .docx file."""
    printed = print_report(report, options)
    document = new_document(title=printed.title, author=printed.organ)
    room = geometry.UPRIGHT.text_width / geometry.TITLE_PT
    add_title(document, title_lines(printed.title_phrases, room))
    _add_sections(document, printed)
    if printed.published_on:
        add_signature(document, printed.organ, chinese_date(printed.published_on))
    return to_bytes(document, made_on=printed.generated_on)


def _add_sections(document: Document, printed: PrintedReport) -> None:
    page, after_table = geometry.UPRIGHT, False
    for section in printed.sections:
        wanted = _page_for(section)
        if wanted is not page:
            start_pages(document, wanted)
            page, after_table = wanted, False
        add_heading(document, section.heading, after_table=after_table)
        _add_content(document, printed, section)
        after_table = section.table is not None


def _page_for(section: PrintedSection) -> geometry.Page:
    if section.table and lay_out(section.table).is_landscape:
        return geometry.ROTATED
    return geometry.UPRIGHT


def _add_content(
    document: Document, printed: PrintedReport, section: PrintedSection
) -> None:
    for paragraph in section.paragraphs:
        add_paragraph(document, paragraph)
    if section.table:
        title = f"{printed.organ}{printed.year}年{section.table.caption}统计表"
        add_table(document, section.table, description=title)
