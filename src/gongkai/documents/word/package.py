"""An empty document with our styles, and its bytes when it is full."""

import io
from datetime import date
from importlib import resources
from math import floor
from string import Template
from xml.sax.saxutils import quoteattr

import docx
from docx.document import Document
from docx.oxml import parse_xml

from gongkai.documents import geometry
from gongkai.documents.archive import settled
from gongkai.documents.fonts import OFFICIAL, Face
from gongkai.documents.word.pages import set_page

# python-docx starts from a template of its own; these parts of it say nothing here.
_SURPLUS = ("stylesWithEffects", "numbering", "customXml", "webSettings", "thumbnail")
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def new_document(*, title: str, author: str) -> Document:
    """Return a document with one upright page and nothing on it."""
    document = docx.Document()
    for rels in (document.part.rels, document.part.package.rels):
        for key, rel in list(rels.items()):
            if rel.reltype.rpartition("/")[2] in _SURPLUS:
                del rels[key]
    _replace(document.styles.element, "styles.xml")
    _replace(document.settings.element, "settings.xml")
    _name_fonts(document)
    _describe(document, title, author)
    set_page(document.sections[0], geometry.UPRIGHT)
    return document


def to_bytes(document: Document, *, made_on: date | None) -> bytes:
    """Return the file; the same document and day give the same bytes."""
    content = io.BytesIO()
    document.save(content)
    return settled(content.getvalue(), made_on)


def _replace(element: object, name: str) -> None:
    """Put our own XML in the place of the template's."""
    own = (resources.files(__package__) / name).read_text(encoding="utf-8")
    fresh = parse_xml(Template(own).substitute(_measures()).encode())
    for child in list(element):  # type: ignore[call-overload]
        element.remove(child)  # type: ignore[attr-defined]
    element.extend(list(fresh))  # type: ignore[attr-defined]


def _measures() -> dict[str, object]:
    """Return what the style sheet leaves open.

    28 characters fill a line by their own spacing and not by the page's grid:
    programs differ in how they snap a character to a cell smaller than itself.
    """
    indent = geometry.INDENT_CHARACTERS
    tightening = geometry.CHARACTER_PT - geometry.BODY_PT
    return {
        "line": geometry.twips(geometry.LINE_PT),
        "title_line": geometry.twips(geometry.TITLE_LINE_PT),
        "body_size": round(geometry.BODY_PT * 2),
        "title_size": round(geometry.TITLE_PT * 2),
        "number_size": round(geometry.NUMBER_PT * 2),
        "tightening": floor(tightening * geometry.TWIPS),
        "indent": geometry.twips(indent * geometry.BODY_PT),
        "indent_chars": indent * 100,
        **{f"{face}_font": OFFICIAL[face].name for face in Face},
    }


def _name_fonts(document: Document) -> None:
    """List the fonts with what a machine may have in their place."""
    fonts = "".join(
        f"<w:font w:name={quoteattr(font.name)}>"
        f"<w:altName w:val={quoteattr(font.alternate)}/>"
        '<w:charset w:val="86"/></w:font>'
        for font in OFFICIAL.values()
    )
    for rel in document.part.rels.values():
        if rel.reltype.endswith("/fontTable"):
            rel.target_part._blob = (  # noqa: SLF001 - python-docx has no font table
                '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
                f'<w:fonts xmlns:w="{_MAIN}">{fonts}</w:fonts>'
            ).encode()


def _describe(document: Document, title: str, author: str) -> None:
    properties = document.core_properties
    properties.title = title
    properties.author = author
    properties.last_modified_by = author
    properties.language = "zh-CN"
    properties.comments = ""
    properties.keywords = ""
    properties.revision = 1
