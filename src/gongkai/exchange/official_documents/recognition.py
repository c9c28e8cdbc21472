"""What the parts of an official document are, by GB/T 9704 and its wording.

Everything found is a proposal: an officer confirms it before it is saved.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from unicodedata import normalize

from gongkai.exchange.official_documents.blocks import Block

_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,20}〔(?:19|20)\d{2}〕\d{1,5}号")
_LOOSE_BRACKETS = str.maketrans("[]【】", "〔〕" * 2)
_DATE = re.compile(r"((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日")
_CHINESE_DATE = re.compile(
    r"([二一][〇○零O0一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月"  # noqa: RUF001 - as typed
    r"([一二三四五六七八九十]{1,3})日"
)
_LETTERHEAD = re.compile(
    r"文件$|^签发人|^(绝密|机密|秘密|特急|加急|平急)|^\d{6}$|^份号|办公室文件"
)
_TITLE_END = re.compile(
    r"(通知|通报|公告|通告|公示|意见|办法|规定|决定|决议|命令|报告|请示|批复|函|纪要|"
    r"方案|细则|计划|规划|要点|总结|指南|预案|规则|条例|公报|清单|目录|解读|"
    r"[）)])$"
)
_COPY_LINE = re.compile(r"^(抄送|分送|主送|抄报)[：:]|^.{2,40}(印发|校对)$|印发$")
_NOTE = re.compile(r"^\(此件.*\)$")
_DIGITS = {sign: at for at, sign in enumerate("零一二三四五六七八九")} | {
    "\u3007": 0,
    "○": 0,
    "O": 0,
    "0": 0,
}
_LONGEST_ADDRESSEE = 120
_MOST_TITLE_LINES = 4
_TEN = 10


@dataclass(frozen=True)
class OfficialDocument:
    """The parts of a document; what was not found is empty."""

    title: str
    document_number: str
    formed_on: date | None
    addressee: str
    body: str
    warnings: tuple[str, ...] = ()


def recognise(
    blocks: Sequence[Block], warnings: Sequence[str] = ()
) -> OfficialDocument:
    """Return the parts of the document that the blocks make up."""
    lines = [block.text for block in blocks]
    number, after_number = _number(lines)
    start = _title_start(lines, after_number)
    end = _title_end(blocks, start)
    body = _without_imprint(blocks[end:])
    return OfficialDocument(
        title="".join(lines[start:end])[:300],
        document_number=number,
        formed_on=_formed_on([block.text for block in body]),
        addressee=_addressee(body),
        body="".join(block.html for block in body),
        warnings=tuple(warnings),
    )


def _number(lines: Sequence[str]) -> tuple[str, int]:
    """Return the document number in the head and the line after it."""
    for at, line in enumerate(lines[:12]):
        plain = _plain(line).translate(_LOOSE_BRACKETS)
        found = _NUMBER.match(plain)
        if found:
            return found[0], at + 1
    return "", 0


def _title_start(lines: Sequence[str], after_number: int) -> int:
    start = after_number
    while start < len(lines) - 1 and _LETTERHEAD.search(lines[start]):
        start += 1
    return start


def _title_end(blocks: Sequence[Block], start: int) -> int:
    """Return the line after the title: it ends in a word that titles end in."""
    last = min(start + _MOST_TITLE_LINES, len(blocks))
    for at in range(start, last):
        line = blocks[at].text
        if blocks[at].is_table or line.endswith(("：", ":", "。")):
            return max(at, start)
        if _TITLE_END.search(line):
            return at + 1
    return min(start + 1, len(blocks))


def _addressee(body: Sequence[Block]) -> str:
    """Return 主送机关: the first line when it ends in a colon."""
    first = body[0].text if body else ""
    is_one = first.endswith(("：", ":")) and len(first) <= _LONGEST_ADDRESSEE
    return first.rstrip("：:") if is_one else ""


def _without_imprint(blocks: Sequence[Block]) -> list[Block]:
    """Leave out 版记, which is not of the text: 抄送 and 印发 at the end."""
    kept = list(blocks)
    while kept and (_COPY_LINE.search(kept[-1].text) or _is_imprint(kept[-1])):
        kept.pop()
    return kept


def _is_imprint(block: Block) -> bool:
    return block.is_table and ("印发" in block.html or "抄送" in block.html)


def _formed_on(lines: Sequence[str]) -> date | None:
    """Return 成文日期: the last line that is a date and nothing else."""
    for line in reversed(lines):
        plain = _plain(line)
        if not plain or _NOTE.match(plain):
            continue
        found = _as_date(plain)
        if found:
            return found
    return None


def _plain(line: str) -> str:
    """Return a line without its spaces, its wide signs as narrow ones."""
    return re.sub(r"\s+", "", normalize("NFKC", line))


def _as_date(line: str) -> date | None:
    arabic, chinese = _DATE.fullmatch(line), _CHINESE_DATE.fullmatch(line)
    try:
        if arabic:
            return date(int(arabic[1]), int(arabic[2]), int(arabic[3]))
        if chinese:
            year = int("".join(str(_DIGITS[sign]) for sign in chinese[1]))
            return date(year, _number_of(chinese[2]), _number_of(chinese[3]))
    except ValueError:
        return None
    return None


def _number_of(text: str) -> int:
    """Return a number below a hundred written in characters.

    >>> _number_of("二十三"), _number_of("十"), _number_of("九")
    (23, 10, 9)
    """
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _DIGITS[text]
    return (_DIGITS[tens] if tens else 1) * _TEN + (_DIGITS[ones] if ones else 0)
