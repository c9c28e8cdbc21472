"""DOCX: text by paragraph and table row, comments, tracked changes, hidden text."""

import re
import zipfile
from collections.abc import Iterator

from gongkai.publishing.screening.files.markup import Strand, joined, parse, part
from gongkai.publishing.screening.files.properties import author_sights
from gongkai.publishing.screening.files.reading import Element, FileReading, Sight

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT, _DELETED = f"{W}t", f"{W}delText"
_GAPS = {f"{W}tab": "\t", f"{W}br": "\n"}
_CHANGES = (f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo")
PARTS = re.compile(
    r"word/(?:document|header\d*|footer\d*|footnotes|endnotes|comments\w*)\.xml$"
)
_PLACES = {
    "document": "",
    "header": "页眉",
    "footer": "页脚",
    "footnotes": "脚注",
    "endnotes": "尾注",
    "comments": "批注",
}


def read(package: zipfile.ZipFile) -> FileReading:
    """Return the text of all parts, and what readers of the paper would not see."""
    reading = FileReading(sights=author_sights(package))
    names = package.namelist()
    for name in filter(PARTS.match, names):
        root = parse(part(package, name))
        reading.passages += [strand.passage for strand in strands(root, name)]
        reading.sights += _sights(root)
    reading.sights += _comments(package) + _embedded(names)
    return reading


def strands(root: Element, name: str) -> Iterator[Strand]:
    """Yield the passages of a part: its paragraphs, and its tables by rows."""
    title = _PLACES[re.sub(r"^word/|\d*\.xml$|Ex.*|Ids.*", "", name)]
    tables = paragraphs = 0
    for block in _blocks(root):
        if block.tag == f"{W}tbl":
            tables += 1
            yield from _rows(block, f"{title}表{tables}")
        else:
            paragraphs += 1
            yield from joined([_strand(block)], f"{title}第{paragraphs}段")
    for paragraph in root.iter(f"{W}p"):
        yield from joined([_strand(paragraph, _DELETED)], f"{title}修订中删去的文字")


def _blocks(root: Element) -> Iterator[Element]:
    """Yield paragraphs and outer tables in order, text boxes' paragraphs too."""
    for element in root.iter(f"{W}p", f"{W}tbl"):
        if next(element.iterancestors(f"{W}tbl"), None) is None:
            yield element


def _rows(table: Element, place: str) -> Iterator[Strand]:
    for number, row in enumerate(table.iter(f"{W}tr"), start=1):
        cells = [
            _strand(paragraph)
            for paragraph in row.iter(f"{W}p")
            if next(paragraph.iterancestors(f"{W}tr")) is row
        ]
        yield from joined(cells, f"{place}第{number}行")


def _strand(paragraph: Element, tag: str = _TEXT) -> Strand:
    pieces: list[tuple[Element | None, str]] = []
    for element in paragraph.iter():
        if next(element.iterancestors(f"{W}p"), None) is not paragraph:
            continue
        if element.tag == tag and element.text:
            pieces.append((element, element.text))
        elif element.tag in _GAPS:
            pieces.append((None, _GAPS[element.tag]))
    return Strand("", tuple(pieces))


def _sights(root: Element) -> list[Sight]:
    changes = sum(1 for _ in root.iter(*_CHANGES))
    hidden = [run for run in root.iter(f"{W}r") if is_hidden(run)]
    text = "".join(each.text or "" for run in hidden for each in run.iter(f"{W}t"))
    sights = []
    if changes:
        sights.append(
            Sight(
                "tracked_change",
                "正文",
                f"有{changes}处修订痕迹，删去的字仍在文件里。",
                "接受或拒绝全部修订，或者用“一键清理附件”。",
            )
        )
    if text:
        sights.append(
            Sight(
                "hidden_text",
                "正文",
                f"有{len(text)}个隐藏的字。",
                "核对后取消隐藏或删去，或者用“一键清理附件”。",
            )
        )
    return sights


def is_hidden(run: Element) -> bool:
    """Return whether a run of text is set as hidden (w:vanish)."""
    mark = run.find(f"{W}rPr/{W}vanish")
    return mark is not None and mark.get(f"{W}val") not in ("0", "false", "off")


def _comments(package: zipfile.ZipFile) -> list[Sight]:
    if "word/comments.xml" not in package.namelist():
        return []
    root = parse(part(package, "word/comments.xml"))
    count = sum(1 for _ in root.iter(f"{W}comment"))
    return comment_sights(count)


def comment_sights(count: int) -> list[Sight]:
    """Return that a file has comments, if it has."""
    if not count:
        return []
    advice = "删去批注，或者用“一键清理附件”。"
    return [Sight("comment", "批注", f"有{count}条批注。", advice)]


def _embedded(names: list[str]) -> list[Sight]:
    count = sum("/embeddings/" in name for name in names)
    if not count:
        return []
    return [
        Sight(
            "embedded_object",
            "正文",
            f"嵌入了{count}个别的文件，里面的内容没有检查。",
            "把嵌入的表格或文件转成图片、普通表格，或者核对后写明理由。",
        )
    ]
