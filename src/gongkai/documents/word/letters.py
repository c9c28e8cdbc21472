"""A letter in 信函格式 as a Word document (GB/T 9704, 10.1)."""

from copy import deepcopy
from typing import Any

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.section import Section
from docx.shared import Pt
from docx.text.parfmt import ParagraphFormat

from gongkai.documents import geometry
from gongkai.documents.fonts import OFFICIAL, Face
from gongkai.documents.geometry import MM, twips
from gongkai.documents.letters import Letter, SignedLine
from gongkai.documents.word.elements import Element, make, text
from gongkai.documents.word.text import add_paragraph, add_title, indent_right

_EIGHTHS = 8


def add_letter(document: Document, letter: Letter) -> None:
    """Set the letter on the pages of a new document.

    Mark and lines stand in the header of the first page, out of the way of editing;
    that page has no number.
    """
    _add_head(document.sections[0], letter)
    _add_number(document, letter)
    add_title(document, letter.title_lines)
    document.paragraphs[-1].paragraph_format.space_before = Pt(
        letter.title_below_number_lines * geometry.LINE_PT
    )
    document.add_paragraph(letter.addressee).paragraph_format.keep_with_next = True
    for paragraph in letter.running:
        add_paragraph(document, paragraph)
    _add_close(document, letter)


def _add_head(section: Section, letter: Letter) -> None:
    section.different_first_page_header_footer = True
    header, footer = section.first_page_header, section.first_page_footer
    header.is_linked_to_previous = footer.is_linked_to_previous = False
    if letter.head.is_document:
        _copy_number(section.footer, footer)
    section.header.is_linked_to_previous = False
    section.even_page_header.is_linked_to_previous = False
    first = header.paragraphs[0]._p  # noqa: SLF001 - python-docx has no frames
    bottom = (geometry.PAPER_HEIGHT_MM - geometry.RED_LINE_ABOVE_EDGE_MM) * MM
    height = geometry.THICK_PT + geometry.GAP_PT + geometry.THIN_PT
    colour = letter.head.colour
    first.addprevious(_mark(letter))
    if letter.head.is_document:
        first.addprevious(_single_line(letter.line_top, colour))
        return
    for top, above, below in (
        (letter.line_top, geometry.THICK_PT, geometry.THIN_PT),
        (bottom - height, geometry.THIN_PT, geometry.THICK_PT),
    ):
        first.addprevious(_double_line(top, above, below, colour))


def _copy_number(shown: Any, first: Any) -> None:
    """Let the first page have its number too, as 文件格式 has it."""
    for element in list(first._element):  # noqa: SLF001
        first._element.remove(element)  # noqa: SLF001
    for element in shown._element:  # noqa: SLF001
        first._element.append(deepcopy(element))  # noqa: SLF001


def _mark(letter: Letter) -> Element:
    size, font = letter.mark_size, OFFICIAL[Face.TITLE].name
    run = make(
        "rPr",
        make("rFonts", ascii=font, hAnsi=font, eastAsia=font),
        make("color", val=letter.head.colour),
        make("spacing", val=0),
        make("sz", val=round(size * 2)),
        make("szCs", val=round(size * 2)),
    )
    return make(
        "p",
        make(
            "pPr",
            _frame(letter.mark_top_mm * MM, size),
            make("spacing", line=twips(size), lineRule="exact"),
            make("jc", val="center"),
        ),
        make("r", run, text(letter.mark)),
    )


def _double_line(top: float, above: float, below: float, colour: str) -> Element:
    """Return two borders of a paragraph as low as the gap between them.

    Word and its like do not agree which side of a border named thickThin is thick.
    """
    return make(
        "p",
        make(
            "pPr",
            _frame(top, geometry.GAP_PT),
            make("pBdr", _rule("top", above, colour), _rule("bottom", below, colour)),
            make("spacing", line=twips(geometry.GAP_PT), lineRule="exact"),
        ),
    )


def _single_line(top: float, colour: str) -> Element:
    """Return the line of 文件格式, as wide as the type area."""
    line = geometry.THICK_PT
    return make(
        "p",
        make(
            "pPr",
            _frame(top, line, geometry.TYPE_WIDTH_MM, geometry.LEFT_MM),
            make("pBdr", _rule("top", line, colour)),
            make("spacing", line=twips(line), lineRule="exact"),
        ),
    )


def _rule(side: str, width: float, colour: str) -> Element:
    eighths = round(width * _EIGHTHS)
    return make(side, val="single", sz=eighths, space=0, color=colour)


def _frame(
    top: float,
    height: float,
    width: float = geometry.RED_LINE_MM,
    left: float = (geometry.PAPER_WIDTH_MM - geometry.RED_LINE_MM) / 2,
) -> Element:
    """Return a frame, by default of the lines' length, ``top`` from the paper's edge.

    ``width`` and ``left`` are in millimetres, the others in points.
    """
    return make(
        "framePr",
        w=twips(width * MM),
        h=twips(height),
        hRule="exact",
        wrap="around",
        vAnchor="page",
        hAnchor="page",
        x=twips(left * MM),
        y=twips(top),
    )


def _add_number(document: Document, letter: Letter) -> None:
    """Add the number; a draft has its line, so that nothing moves later."""
    line = document.add_paragraph(letter.number)
    is_document = letter.head.is_document
    line.alignment = (
        WD_ALIGN_PARAGRAPH.CENTER if is_document else WD_ALIGN_PARAGRAPH.RIGHT
    )
    line.paragraph_format.space_before = Pt(letter.number_top)
    line.paragraph_format.line_spacing = Pt(geometry.BODY_PT)
    line.paragraph_format.space_after = Pt(geometry.LINE_PT - geometry.BODY_PT)
    line.paragraph_format.keep_with_next = True


def _add_close(document: Document, letter: Letter) -> None:
    """Add 署名 and date below the room for the seal, with the last of the text."""
    for paragraph in letter.closing:
        add_paragraph(document, paragraph)
        document.paragraphs[-1].paragraph_format.keep_with_next = True
        document.paragraphs[-1].paragraph_format.keep_together = True
    for _ in range(geometry.LINES_FOR_SEAL):
        document.add_paragraph().paragraph_format.keep_with_next = True
    organ, day = letter.signature
    _add_signed(document, organ).keep_with_next = True
    _add_signed(document, day).keep_with_next = bool(letter.note)
    if letter.note:
        document.add_paragraph(letter.note, style="Body Text")


def _add_signed(document: Document, signed: SignedLine) -> ParagraphFormat:
    line = document.add_paragraph(signed.text, style="Signature")
    indent_right(line, signed.indent)
    return line.paragraph_format
