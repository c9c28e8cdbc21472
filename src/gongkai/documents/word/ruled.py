"""A plain ruled table of texts, as sheets of evidence have it."""

from collections.abc import Sequence

from docx.document import Document

from gongkai.documents import geometry
from gongkai.documents.geometry import twips
from gongkai.documents.word.elements import Element, make, text

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_RULE = round(geometry.RULE_PT * 8)
_SIZE_PT = 10.5
_LINE_PT = 15.0


def add_ruled(
    document: Document,
    shares: Sequence[float],
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
) -> None:
    """Add a table as wide as the type area; ``shares`` are relative widths.

    The head is repeated on every page and no row is split.
    """
    whole = sum(shares)
    widths = [geometry.UPRIGHT.text_width * share / whole for share in shares]
    lines = [*([(head, True)] if head else []), *((row, False) for row in rows)]
    table = make(
        "tbl",
        make(
            "tblPr",
            make("tblW", w=twips(sum(widths)), type="dxa"),
            make("jc", val="center"),
            make(
                "tblBorders",
                *(
                    make(side, val="single", sz=_RULE, space=0, color="000000")
                    for side in _SIDES
                ),
            ),
            make("tblLayout", type="fixed"),
        ),
        make("tblGrid", *(make("gridCol", w=twips(width)) for width in widths)),
        *(_row(row, widths, is_head=is_head) for row, is_head in lines),
    )
    body = document.element.body
    body.insert(len(body) - 1, table)


def _row(row: Sequence[str], widths: Sequence[float], *, is_head: bool) -> Element:
    return make(
        "tr",
        make("trPr", make("cantSplit"), make("tblHeader") if is_head else None),
        *(_cell(words, width) for words, width in zip(row, widths, strict=True)),
    )


def _cell(words: str, width: float) -> Element:
    size = make("rPr", make("sz", val=round(_SIZE_PT * 2)))
    return make(
        "tc",
        make(
            "tcPr",
            make("tcW", w=twips(width), type="dxa"),
            make("vAlign", val="center"),
        ),
        make(
            "p",
            make(
                "pPr",
                make("pStyle", val="TableText"),
                make("spacing", line=twips(_LINE_PT), lineRule="exact"),
                make("jc", val="left"),
            ),
            make("r", size, text(words)) if words else None,
        ),
    )
