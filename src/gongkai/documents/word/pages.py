"""Pages: size, margins, grid, and the number of GB/T 9704 clause 7.5."""

from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml.ns import qn
from docx.section import Section, _Footer
from docx.shared import Mm

from gongkai.documents import geometry
from gongkai.documents.geometry import MM, Page, twips
from gongkai.documents.word.elements import Element, make, text

_GRID_UNIT = 4096
# The box of a rotated number: as wide as its line, its middle on the dash.
_NUMBER_BOX_MM = 7.0


def start_pages(document: Document, page: Page) -> None:
    """Begin a new section on a new page of the kind ``page``."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    _end_of_section(document)
    set_page(section, page)


def set_page(section: Section, page: Page) -> None:
    """Give ``section`` its size, margins, grid and page numbers."""
    section.orientation = (
        WD_ORIENT.LANDSCAPE if page.is_landscape else WD_ORIENT.PORTRAIT
    )
    section.page_width, section.page_height = Mm(page.width), Mm(page.height)
    section.top_margin, section.bottom_margin = Mm(page.top), Mm(page.bottom)
    section.left_margin, section.right_margin = Mm(page.left), Mm(page.right)
    section.gutter = section.header_distance = Mm(0)
    section.header_distance = Mm(15)
    section.footer_distance = Mm(15 if page.is_landscape else geometry.FOOTER_MM)
    _set_grid(section, page)
    for footer, is_odd in (
        (section.footer, True),
        (section.even_page_footer, False),
    ):
        _number(footer, page, is_odd=is_odd)


def _set_grid(section: Section, page: Page) -> None:
    properties = section._sectPr  # noqa: SLF001 - python-docx has no grid
    for old in properties.findall(qn("w:docGrid")):
        properties.remove(old)
    space = round((geometry.CHARACTER_PT - geometry.BODY_PT) * _GRID_UNIT)
    properties.append(
        make(
            "docGrid",
            type=None if page.is_landscape else "linesAndChars",
            linePitch=twips(geometry.LINE_PT),
            charSpace=None if page.is_landscape else space,
        )
    )


def _end_of_section(document: Document) -> None:
    """Make the paragraph that carries the section's end take no room."""
    last = document.paragraphs[-1]
    last.style = document.styles["分节"]


def _number(footer: _Footer, page: Page, *, is_odd: bool) -> None:
    footer.is_linked_to_previous = False
    line = footer.paragraphs[0]
    if page.is_landscape:
        line._p.addprevious(_rotated_number(page, is_odd=is_odd))  # noqa: SLF001
    else:
        line._p.getparent().replace(line._p, _number_line(is_odd=is_odd))  # noqa: SLF001


def _number_line(*, is_odd: bool) -> Element:
    """Return the dash, the number and the dash, one character in from outside."""
    width = twips(geometry.NUMBER_PT)
    indent = (
        make("ind", rightChars=100, right=width)
        if is_odd
        else make("ind", leftChars=100, left=width)
    )
    return make(
        "p",
        make(
            "pPr",
            make("pStyle", val="Footer"),
            indent,
            make("jc", val="right" if is_odd else "left"),
        ),
        make("r", text("— ")),
        make("fldSimple", make("r", text("1")), instr=" PAGE "),
        make("r", text(" —")),
    )


def _rotated_number(page: Page, *, is_odd: bool) -> Element:
    """Return the number as a floating cell that reads down the page's left side.

    GB/T 9704 clause 8: on a rotated sheet the number stays where it is on the others.
    """
    box = _NUMBER_BOX_MM * MM
    left = (page.left - geometry.NUMBER_BELOW_MM) * MM - box / 2
    length = twips(page.text_height)
    return make(
        "tbl",
        make(
            "tblPr",
            make(
                "tblpPr",
                leftFromText=0,
                rightFromText=0,
                vertAnchor="page",
                horzAnchor="page",
                tblpX=twips(left),
                tblpY=twips(page.top * MM),
            ),
            make("tblW", w=twips(box), type="dxa"),
            make("tblLayout", type="fixed"),
            make("tblCellMar", *(make(side, w=0, type="dxa") for side in _SIDES)),
        ),
        make("tblGrid", make("gridCol", w=twips(box))),
        make(
            "tr",
            make("trPr", make("trHeight", val=length, hRule="exact")),
            make(
                "tc",
                make(
                    "tcPr",
                    make("tcW", w=twips(box), type="dxa"),
                    make("textDirection", val="tbRl"),
                    make("vAlign", val="center"),
                ),
                _number_line(is_odd=is_odd),
            ),
        ),
    )


_SIDES = ("top", "left", "bottom", "right")
