"""A table file as sheets of rows, whether CSV or XLSX."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from gongkai.exchange.registers.csv_table import csv_rows
from gongkai.exchange.registers.xlsx_table import (
    Merged,
    merged_cells,
    open_workbook,
    xlsx_rows,
)
from gongkai.statute.errors import GongkaiError

GUIDANCE = "填写说明"
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"

Rows = Iterator[tuple[int, list[str]]]


@dataclass(frozen=True)
class Sheet:
    """A sheet: its title (of a CSV, the file's name) and its rows, read once."""

    title: str
    open_rows: Callable[[], Rows]
    merged: Callable[[], list[Merged]] = list

    def rows(self) -> Rows:
        """Yield each row with the line on which it begins."""
        return self.open_rows()


def read_table(source: Path | bytes, name: str = "") -> list[Sheet]:
    """Return the sheets of a CSV or XLSX file, told apart by their content.

    Raises ``GongkaiError`` when the file is neither.
    """
    content = source if isinstance(source, bytes) else file_content(source)
    name = name or (source.name if isinstance(source, Path) else "")
    if content.startswith(_OLE):
        raise GongkaiError(
            f"“{name}”是旧版表格（.xls）或者加了密码。请去掉密码，另存为XLSX再导入。"
        )
    if content.startswith(_ZIP):
        workbook = open_workbook(content, name)
        return [
            Sheet(
                title,
                partial(xlsx_rows, workbook, title, name),
                partial(merged_cells, workbook, title),
            )
            for title in workbook.sheetnames
        ]
    if not content.strip():
        raise GongkaiError(f"“{name}”是空文件，请检查是否选对了文件。")
    return [Sheet(name, partial(csv_rows, content, name))]


def sheet_named(sheets: list[Sheet], title: str, name: str) -> Sheet:
    """Return the sheet of a register: the one of that title, or the only one."""
    for sheet in sheets:
        if sheet.title == title:
            return sheet
    filled = [sheet for sheet in sheets if sheet.title != GUIDANCE]
    if len(filled) == 1:
        return filled[0]
    titles = "、".join(sheet.title for sheet in sheets)
    raise GongkaiError(
        f"“{name}”里没有名为“{title}”的工作表，只有：{titles}。"
        "请把要导入的工作表改成这个名字。"
    )


def file_content(path: Path) -> bytes:
    """Return a file's bytes; ``GongkaiError`` when it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise GongkaiError(
            f"读不出文件“{path}”，请检查文件是否存在、是否有权限。"
        ) from error
