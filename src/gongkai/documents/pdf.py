"""Setting a document as PDF with Typst.

A template (``.typ``) gets its words as data and never as code, so that nothing an
officer writes is a command. Files are PDF/A-2a and PDF/UA-1: an archive can keep
them and a screen reader can read them.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import typst

from gongkai.documents import geometry
from gongkai.documents.fonts import Face, FoundFonts, find_fonts
from gongkai.statute.errors import GongkaiError

_PACKAGE = Path(__file__).resolve().parent.parent
_STANDARD = ["a-2a", "ua-1"]
# Level a forbids characters of the private use area. Rare names are written with
# them, in fonts made for it: an organ that brought its fonts may use them.
_STANDARD_WITH_PRIVATE_USE = ["a-2b", "ua-1"]
_FAULT = re.compile(r'(?:the text|codepoint) `?"([^"]+)"')
_ESCAPE = re.compile(r"\\u\{([0-9a-fA-F]+)\}")


def typeset(template: Path, data: Mapping[str, Any], *, made_on: date | None) -> bytes:
    """Return the PDF that ``template`` makes of ``data``.

    The same data, day and fonts give the same bytes; without a day, the file is
    dated now. Raises GongkaiError without a
    Chinese font, and for a character that no font here can show.
    """
    fonts = find_fonts()
    inputs = {"data": json.dumps({**data, "style": _style(fonts)}, ensure_ascii=False)}
    standards: list[Any] = [_STANDARD]
    if fonts.has_own:
        standards.append(_STANDARD_WITH_PRIVATE_USE)
    for standard in standards:
        try:
            return typst.compile(
                template,
                root=_PACKAGE,
                font_paths=fonts.library,
                format="pdf",
                sys_inputs=inputs,
                pdf_standards=standard,
                timestamp=_moment(made_on),
            )
        except typst.TypstError as error:
            message = error.message
    raise refusal(message)


def _style(fonts: FoundFonts) -> dict[str, Any]:
    return {
        "upright": _page(geometry.UPRIGHT),
        "rotated": _page(geometry.ROTATED),
        "line": geometry.LINE_PT,
        "character": geometry.CHARACTER_PT,
        "body": geometry.BODY_PT,
        "title": geometry.TITLE_PT,
        "title_line": geometry.TITLE_LINE_PT,
        "number": geometry.NUMBER_PT,
        "number_below": geometry.NUMBER_BELOW_MM * geometry.MM,
        "indent": geometry.INDENT_CHARACTERS,
        "rule": geometry.RULE_PT,
        "faces": {
            face: {
                "families": list(fonts.families[face]),
                "weight": "bold" if face in fonts.bold else "regular",
            }
            for face in Face
        },
    }


def _page(page: geometry.Page) -> dict[str, float]:
    """Return the page in points."""
    measures = asdict(page)
    measures.pop("is_landscape")
    return {name: length * geometry.MM for name, length in measures.items()}


def _moment(day: date | None) -> datetime:
    """Return the moment that is written into the file: an archive wants one."""
    if day is None:
        return datetime.now(UTC).replace(microsecond=0)
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def refusal(message: str) -> GongkaiError:
    """Return what to tell a person about Typst's ``message``."""
    fault = _FAULT.search(message)
    if fault is None:
        return GongkaiError(f"PDF排版没有成功（{message}），请改用DOCX。")
    mark = _ESCAPE.sub(lambda code: chr(int(code[1], 16)), fault[1])
    codes = "、".join(f"U+{ord(each):04X}" for each in mark)
    return GongkaiError(
        f"本机的字体里没有“{mark}”（{codes}），PDF无法显示。"
        "请改写这个字，安装有这个字的字体，或者改用DOCX。"
    )
