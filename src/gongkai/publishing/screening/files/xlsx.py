"""XLSX: text by row of each sheet, hidden sheets, rows and columns, comments."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.publishing.screening.files.docx import comment_sights
from gongkai.publishing.screening.files.markup import parse, part
from gongkai.publishing.screening.files.properties import author_sights
from gongkai.publishing.screening.files.reading import (
    Element,
    FileReading,
    Passage,
    Sight,
)

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
STRINGS = "xl/sharedStrings.xml"
_BOOK, _LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
COMMENTS = re.compile(
    r"xl/(?:comments[^/]*|comments/[^/]+|threadedComments/[^/]+)\.xml$"
)
_HIDDEN = ("hidden", "veryHidden")


@dataclass(frozen=True)
class Sheet:
    """A sheet: its name, its part, and whether readers see it."""

    name: str
    part: str
    is_hidden: bool


@dataclass(frozen=True)
class Row:
    """A row: its place, its cells with their texts."""

    place: str
    cells: tuple[tuple[Element, str], ...]

    @property
    def text(self) -> str:
        """The cells apart by tabs."""
        return "\t".join(text for _, text in self.cells)


def read(package: zipfile.ZipFile) -> FileReading:
    """Return the rows of all sheets, the hidden ones too, and what is hidden."""
    reading = FileReading(sights=author_sights(package))
    strings = shared_strings(package)
    for sheet in sheets(package):
        root = parse(part(package, sheet.part))
        reading.passages += [
            Passage(row.place, row.text) for row in rows(root, sheet.name, strings)
        ]
        reading.sights += _hidden(root, sheet)
    _read_comments(package, reading)
    if any("/embeddings/" in name for name in package.namelist()):
        reading.sights.append(_EMBEDDED)
    return reading


_EMBEDDED = Sight(
    "embedded_object",
    "表格",
    "嵌入了别的文件，里面的内容没有检查。",
    "删去嵌入的文件，或者核对后写明理由。",
)


def sheets(package: zipfile.ZipFile) -> list[Sheet]:
    """Return the sheets in the workbook's order."""
    targets = {
        link.get("Id"): _place(link.get("Target", ""))
        for link in parse(part(package, _LINKS))
    }
    return [
        Sheet(
            sheet.get("name", ""), targets[sheet.get(_R)], sheet.get("state") in _HIDDEN
        )
        for sheet in parse(part(package, _BOOK)).iter(f"{S}sheet")
        if targets.get(sheet.get(_R), "").startswith("xl/worksheets/")
    ]


def shared_strings(package: zipfile.ZipFile) -> list[str]:
    """Return the workbook's table of texts."""
    if STRINGS not in package.namelist():
        return []
    return [text_of(each) for each in parse(part(package, STRINGS)).iter(f"{S}si")]


def rows(root: Element, sheet: str, strings: list[str]) -> Iterator[Row]:
    """Yield the rows of a sheet that hold something."""
    for row in root.iter(f"{S}row"):
        cells = tuple(
            (cell, text) for cell in row if (text := _cell_text(cell, strings))
        )
        if cells:
            yield Row(f"工作表“{sheet}”第{row.get('r', '?')}行", cells)


def text_of(item: Element) -> str:
    """Return the text of a string, without its readings aloud."""
    return "".join(
        each.text or ""
        for each in item.iter(f"{S}t")
        if next(each.iterancestors(f"{S}rPh"), None) is None
    )


def _cell_text(cell: Element, strings: list[str]) -> str:
    if cell.get("t") == "inlineStr":
        return text_of(cell)
    value = cell.findtext(f"{S}v") or ""
    if cell.get("t") == "s" and value.isdigit() and int(value) < len(strings):
        return strings[int(value)]
    return _whole(value)


def _whole(value: str) -> str:
    """Return a number as it was typed: 1.3900001234E10 is 13900001234."""
    if "E" not in value and not value.endswith(".0"):
        return value
    try:
        number = float(value)
    except ValueError:
        return value
    return str(int(number)) if number.is_integer() else value


def _place(target: str) -> str:
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def _hidden(root: Element, sheet: Sheet) -> list[Sight]:
    lines = [
        (label, sum(each.get("hidden") in ("1", "true") for each in root.iter(S + tag)))
        for tag, label in (("row", "行"), ("col", "列"))
    ]
    told = ["整张工作表隐藏"] if sheet.is_hidden else []
    told += [f"有隐藏的{label}{count}处" for label, count in lines if count]
    if not told:
        return []
    advice = "在表格软件里取消隐藏，核对或删去后重新上传。"
    return [Sight("hidden_text", f"工作表“{sheet.name}”", "、".join(told), advice)]


def _read_comments(package: zipfile.ZipFile, reading: FileReading) -> None:
    count = 0
    for name in filter(COMMENTS.match, package.namelist()):
        for each in parse(part(package, name)).iter("{*}comment", "{*}threadedComment"):
            count += 1
            text = "".join(each.itertext()).strip()
            reading.passages.append(Passage(f"批注{count}", text))
    reading.sights += comment_sights(count)
