"""The blocks of a DOCX: its paragraphs and tables as plain HTML, in order.

Text that a revision deleted is left out, text that it inserted is in: the reader
gets what the paper would show.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn

from gongkai.publishing.body import heading_element

_P, _TBL, _TR, _TC, _R = (qn(f"w:{name}") for name in ("p", "tbl", "tr", "tc", "r"))
_TEXT, _TAB, _BREAK = (qn(f"w:{name}") for name in ("t", "tab", "br"))
_DELETED, _VAL = qn("w:del"), qn("w:val")
_MERGE_BEGINS = "restart"
_OFF = ("0", "false", "none")


@dataclass(frozen=True)
class Block:
    """A paragraph, or a table whose ``text`` is empty."""

    text: str
    html: str
    is_table: bool = False


def blocks_of(document: Document) -> Iterator[Block]:
    """Yield the blocks of the body that hold anything."""
    for element in document.element.body.iterchildren(_P, _TBL):
        block = _table(element) if element.tag == _TBL else _paragraph(element)
        if block.is_table or block.text:
            yield block


def _paragraph(element: Any) -> Block:
    runs = [_run(run) for run in element.iter(_R) if not _is_deleted(run, element)]
    text = "".join(run for run, _ in runs).strip()
    html = "".join(
        f"<b>{escape(run)}</b>" if is_bold and run.strip() else escape(run)
        for run, is_bold in runs
    )
    name = heading_element(text)
    inside = escape(text) if name != "p" else html.strip().replace("</b><b>", "")
    return Block(text, f"<{name}>{inside}</{name}>")


def _run(element: Any) -> tuple[str, bool]:
    parts = [
        (node.text or "") if node.tag == _TEXT else " "
        for node in element.iter(_TEXT, _TAB, _BREAK)
    ]
    bold = element.find(f"{qn('w:rPr')}/{qn('w:b')}")
    is_bold = bold is not None and bold.get(_VAL, "1") not in _OFF
    return "".join(parts), is_bold


def _is_deleted(run: Any, paragraph: Any) -> bool:
    for above in run.iterancestors():
        if above is paragraph:
            return False
        if above.tag == _DELETED:
            return True
    return False


def _table(element: Any) -> Block:
    """Return a table with its merged cells as spans; a table within gives its text."""
    rows = [_cells(row) for row in element.iterchildren(_TR)]
    printed = "".join(
        f"<tr>{''.join(_cell(rows, at, cell) for cell in row)}</tr>"
        for at, row in enumerate(rows)
    )
    return Block("", f"<table><tbody>{printed}</tbody></table>", is_table=True)


@dataclass(frozen=True)
class _Cell:
    column: int
    width: int
    merge: str
    html: str


def _cells(row: Any) -> list[_Cell]:
    found, column = [], 0
    for element in row.iterchildren(_TC):
        width = _span(element)
        html = "<br>".join(escape(_paragraph(one).text) for one in element.iter(_P))
        found.append(_Cell(column, width, _merge(element), html))
        column += width
    return found


def _span(element: Any) -> int:
    span = element.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
    said = "1" if span is None else str(span.get(_VAL, "1"))
    return int(said) if said.isdigit() and int(said) else 1


def _merge(element: Any) -> str:
    """Return ``restart`` where a merge downwards begins, ``continue`` inside it."""
    merge = element.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    return "" if merge is None else str(merge.get(_VAL, "continue"))


def _cell(rows: list[list[_Cell]], at: int, cell: _Cell) -> str:
    if cell.merge and cell.merge != _MERGE_BEGINS:
        return ""
    height = 1
    if cell.merge:
        for row in rows[at + 1 :]:
            if not any(_continues(below, cell) for below in row):
                break
            height += 1
    spans = f' colspan="{cell.width}"' if cell.width > 1 else ""
    spans += f' rowspan="{height}"' if height > 1 else ""
    return f"<td{spans}>{cell.html}</td>"


def _continues(below: _Cell, cell: _Cell) -> bool:
    return below.column == cell.column and below.merge == "continue"
