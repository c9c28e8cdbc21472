"""Sheets of a case file: facts and tables, set as PDF."""

import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from gongkai.documents.pdf import typeset
from gongkai.documents.prose import printable
from gongkai.statute.articles import in_chinese
from gongkai.statute.errors import GongkaiError

_TEMPLATE = Path(__file__).with_name("sheet.typ")
_SIZE_PT = 10.5
_BASIC_PLANE = 0xFFFF
_PRIVATE_USE = range(0xE000, 0xF900)
#: What printers set where they have no type for a character.
_NO_TYPE = "〓"
_LONG = re.compile(r"[!-~]{14}(?=[!-~])")


@dataclass(frozen=True)
class SheetTable:
    """A table under its caption; ``columns`` are relative widths."""

    caption: str
    columns: Sequence[float]
    head: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True)
class Sheet:
    """A sheet: its title, labelled facts, and tables; an empty table is left out."""

    title_lines: Sequence[str]
    organ: str
    facts: Sequence[tuple[str, str]]
    tables: Sequence[SheetTable]


def set_sheet(sheet: Sheet, *, made_on: date | None) -> bytes:
    """Return the sheet as PDF.

    A sheet is about a case and not the document itself: where no font has a character
    of it, 〓 stands in its place, so that a case can always be archived.
    """
    data = _data(sheet)
    try:
        return typeset(_TEMPLATE, data, made_on=made_on)
    except GongkaiError:
        plain = json.loads(_without_rare(json.dumps(data, ensure_ascii=False)))
        return typeset(_TEMPLATE, plain, made_on=made_on)


def _data(sheet: Sheet) -> dict[str, Any]:
    return {
        "title": "".join(sheet.title_lines),
        "title_lines": list(sheet.title_lines),
        "organ": sheet.organ,
        "size": _SIZE_PT,
        "facts": [[label, _text(text)] for label, text in sheet.facts],
        "tables": _tables([table for table in sheet.tables if table.rows]),
    }


def _tables(tables: Sequence[SheetTable]) -> list[dict[str, Any]]:
    """Return the tables, numbered 一、 and so on where there are several."""
    return [
        {
            **asdict(table),
            "caption": (
                f"{in_chinese(at)}、{table.caption}"
                if len(tables) > 1
                else table.caption
            ),
            "rows": [[_text(text) for text in row] for row in table.rows],
        }
        for at, table in enumerate(tables, 1)
    ]


def _text(text: str) -> str:
    """Return the text on one line that may break inside an address or a number."""
    return _LONG.sub(lambda run: f"{run[0]}\u200b", printable(text))


def _without_rare(text: str) -> str:
    return "".join(
        _NO_TYPE if ord(mark) > _BASIC_PLANE or ord(mark) in _PRIVATE_USE else mark
        for mark in text
    )
