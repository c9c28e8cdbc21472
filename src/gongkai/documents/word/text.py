"""Title, headings, paragraphs and signature."""

from collections.abc import Sequence

from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph

from gongkai.documents import geometry
from gongkai.documents.fonts import Face
from gongkai.documents.prose import Paragraph
from gongkai.documents.signature import signature_indents
from gongkai.documents.word.elements import make


def add_title(document: Document, lines: Sequence[str]) -> None:
    """Add the title; its lines are broken where they are given."""
    title = document.add_paragraph(style="Title")
    for at, line in enumerate(lines):
        run = title.add_run()
        if at:
            run.add_break()
        run.add_text(line)


def add_heading(document: Document, words: str, *, after_table: bool = False) -> None:
    """Add 一、 in 黑体; half a line stands between it and a table."""
    heading = document.add_paragraph(words, style="Heading 1")
    if after_table:
        half = geometry.twips(geometry.LINE_PT / 2)
        spacing = make("spacing", beforeLines=50, before=half)
        heading._p.get_or_add_pPr().insert_element_before(  # noqa: SLF001
            spacing, "w:ind", "w:jc", "w:outlineLvl"
        )


def add_paragraph(document: Document, paragraph: Paragraph) -> None:
    """Add a paragraph of prose, its heading sentence in 楷体."""
    line = document.add_paragraph(style="Body Text")
    for run in paragraph.runs:
        line.add_run(run.text, style="小标题" if run.face is Face.LEAD else None)


def add_signature(document: Document, organ: str, day: str) -> None:
    """Add 署名 and date below an empty line."""
    document.add_paragraph()
    first, second = signature_indents(organ, day)
    for words, characters in ((organ, first), (day, second)):
        line = document.add_paragraph(words, style="Signature")
        indent_right(line, characters)
        line.paragraph_format.keep_with_next = words == organ


def indent_right(line: WordParagraph, characters: float) -> None:
    """Set the line in from the right by so many characters of the text."""
    indent = line._p.get_or_add_pPr().get_or_add_ind()  # noqa: SLF001
    indent.set(qn("w:rightChars"), str(round(characters * 100)))
    width = geometry.twips(characters * geometry.BODY_PT)
    indent.set(qn("w:right"), str(width))
