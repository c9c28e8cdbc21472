"""Rows of the sheets of an XLSX file, each cell as the text that it shows."""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from gongkai.statute.errors import GongkaiError

_LARGEST = 1 << 30
_BLOCK = 1 << 20
_LONGEST_TAG = 60
_MERGED = re.compile(rb'<mergeCell ref="([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)"')
_UNREADABLE = (
    zipfile.BadZipFile,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    OSError,
    SyntaxError,  # what XML parsers raise
)


def open_workbook(content: bytes, name: str) -> Workbook:
    """Open a workbook for reading. Raises ``GongkaiError`` when it is none."""
    try:
        _refuse_bomb(content, name)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions left aside
            return load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except _UNREADABLE as error:
        raise _not_xlsx(name) from error


def xlsx_rows(
    workbook: Workbook, title: str, name: str
) -> Iterator[tuple[int, list[str]]]:
    """Yield each row of a sheet with its number."""
    sheet: Any = workbook[title]
    try:
        sheet.reset_dimensions()  # what the file says of its size may be wrong
        for line, row in enumerate(sheet.iter_rows(values_only=True), start=1):
            yield line, [_text(value) for value in row]
    except _UNREADABLE as error:
        raise _not_xlsx(name) from error


@dataclass(frozen=True)
class Merged:
    """Cells that are one on the screen: all of them but the first are empty."""

    range: str
    letter: str
    first_line: int
    last_line: int


def merged_cells(workbook: Workbook, title: str) -> list[Merged]:
    """Return the merged cells of a sheet; reading by rows does not tell of them."""
    sheet: Any = workbook[title]
    found: list[Merged] = []
    rest = b""
    with sheet.parent._archive.open(sheet._worksheet_path) as stream:  # noqa: SLF001
        while block := stream.read(_BLOCK):
            text, end = rest + block, 0
            for match in _MERGED.finditer(text):
                left, first, right, last = (part.decode() for part in match.groups())
                span = f"{left}{first}:{right}{last}"
                found.append(Merged(span, left, int(first), int(last)))
                end = match.end()
            rest = text[max(end, len(text) - _LONGEST_TAG) :]
    return found


def _text(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "是" if value else "否"
        case float() if value.is_integer():
            return str(int(value))
        case datetime():
            return _moment(value)
        case date() | time():
            return value.isoformat()
        case _:
            return str(value)


def _moment(value: datetime) -> str:
    if value.time() == time():
        return value.date().isoformat()
    return value.isoformat(sep=" ", timespec="seconds")


def _refuse_bomb(content: bytes, name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(member.file_size for member in archive.infolist()) > _LARGEST:
            raise GongkaiError(f"“{name}”解压后太大，没有读取。请拆成几个文件再导入。")


def _not_xlsx(name: str) -> GongkaiError:
    return GongkaiError(
        f"“{name}”不是完整的XLSX文件。请用表格软件打开后另存为XLSX，再导入。"
    )
