"""Rows of a CSV file, with the line on which each begins."""

import csv
import io
import re
from collections.abc import Iterator

from gongkai.statute.errors import GongkaiError

_LONGEST_CELL = 10_000_000
_STARTS_FORMULA = re.compile(r"'*[=+\-@\t\r]")
csv.field_size_limit(_LONGEST_CELL)


def csv_rows(content: bytes, name: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each row with the line of the file on which it begins.

    Raises ``GongkaiError`` when the file is no CSV.
    """
    text = _decoded(content, name)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    begins = 1
    try:
        for row in reader:
            yield begins, [unguarded(cell) for cell in row]
            begins = reader.line_num + 1
    except csv.Error as error:
        raise GongkaiError(
            f"“{name}”从第{begins}行起不是正确的CSV（多半是引号没有成对）。"
            "请改正这一行，或者用表格软件重新另存为CSV。"
        ) from error


def guarded(text: str) -> str:
    """Return free text so that no spreadsheet takes it for a formula."""
    return f"'{text}" if _STARTS_FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """Undo ``guarded``."""
    return text[1:] if text.startswith("'") and _STARTS_FORMULA.match(text) else text


def _decoded(content: bytes, name: str) -> str:
    if b"\0" not in content:
        for encoding in ("utf-8-sig", "gb18030"):
            try:
                return content.decode(encoding)
            except UnicodeDecodeError:
                continue
    raise GongkaiError(
        f"“{name}”不是CSV，或者编码不认识。请用表格软件另存为UTF-8编码的CSV，或XLSX。"
    )
