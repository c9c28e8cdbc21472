"""Plain text as an officer writes it, made ready for the page."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import ceil

from gongkai.documents.fonts import Face

_BREAKS = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_LEAD_MARK = re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)]")
_LEAD_END = re.compile(r"[。：:]")
_LEAD_LIMIT = 45
# Marks that turn the reading direction: they could make a document say on screen
# what it does not say in the file.
_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_FORBIDDEN = _TURNS | frozenset("\ufffe\uffff")
_DROPPED = frozenset({"Cc", "Cs"})
_WIDE = frozenset("WFA")
# 机关名称 are made of names that end so: 某某市, 某某区, 某某委员会.
_NAME_ENDS = frozenset("省市县区州盟旗镇乡会部院厅局")


@dataclass(frozen=True)
class Run:
    """A piece of a paragraph in one face."""

    text: str
    face: Face = Face.BODY


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: its runs in order."""

    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """Return the words without their faces."""
        return "".join(run.text for run in self.runs)


def printable(text: str) -> str:
    r"""Return ``text`` on one line, without what no document may hold.

    Control characters and halves of surrogate pairs are forbidden in XML and have
    no glyph; marks that turn the reading direction mislead.

    >>> printable("甲\x00\t乙\u202e")
    '甲 乙'
    """
    one_line = _BREAKS.sub(" ", text).replace("\t", " ")
    return "".join(
        mark
        for mark in one_line
        if mark not in _FORBIDDEN and unicodedata.category(mark) not in _DROPPED
    )


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of ``text``; empty lines and own indents fall away.

    A line that opens with （一） has its first sentence in 楷体 (GB/T 9704, 7.3.3).

    >>> [run.face.value for run in paragraphs("（一）主动公开。公开64条。")[0].runs]
    ['lead', 'body']
    """
    lines = (printable(line).strip() for line in _BREAKS.split(text))
    return tuple(Paragraph(tuple(_runs(line))) for line in lines if line)


def em_width(text: str) -> float:
    """Return how wide ``text`` is in characters; a digit is half of one.

    >>> em_width("2021年")
    3.0
    """
    return sum(
        1.0 if unicodedata.east_asian_width(mark) in _WIDE else 0.5 for mark in text
    )


def title_lines(phrases: Sequence[str], limit: float) -> tuple[str, ...]:
    """Return a title in the fewest lines of at most ``limit`` characters.

    Lines break between ``phrases`` only, and are as even as may be: 「回行时，要做到
    词意完整，排列对称，长短适宜」 (GB/T 9704, 7.3.1). A phrase that is too long for
    one line is cut evenly.

    >>> title_lines(("遂平县教育局", "2021年", "政府信息公开工作年度报告"), 20)
    ('遂平县教育局2021年', '政府信息公开工作年度报告')
    """
    pieces = tuple(piece for phrase in phrases for piece in _cut(phrase, limit))
    return min(_partitions(pieces, limit), key=_unevenness, default=pieces)


def _runs(line: str) -> Iterator[Run]:
    end = _lead_end(line)
    if end:
        yield Run(line[:end], Face.LEAD)
    if line[end:]:
        yield Run(line[end:])


def _lead_end(line: str) -> int:
    """Return where the heading that opens ``line`` ends; 0 if it has none."""
    if not _LEAD_MARK.match(line):
        return 0
    stop = _LEAD_END.search(line)
    end = stop.end() if stop else len(line)
    return end if end <= _LEAD_LIMIT else 0


def _cut(phrase: str, limit: float) -> Iterator[str]:
    """Yield ``phrase`` in pieces that fit, cut after a place or a body if it can be."""
    count = max(1, -int(-em_width(phrase) // limit))
    while count > 1:
        end = _good_end(phrase, len(phrase) / count, limit)
        yield phrase[:end]
        phrase, count = phrase[end:], count - 1
    yield phrase


def _good_end(phrase: str, wanted: float, limit: float) -> int:
    """Return where to end a line that should hold about ``wanted`` characters."""
    ends = [
        end
        for end in range(1, len(phrase))
        if phrase[end - 1] in _NAME_ENDS
        and em_width(phrase[:end]) <= limit
        and em_width(phrase[end:]) <= limit
    ]
    return min(ends, key=lambda end: abs(end - wanted), default=ceil(wanted))


@cache
def _partitions(pieces: tuple[str, ...], limit: float) -> tuple[tuple[str, ...], ...]:
    """Return every way of laying ``pieces`` in lines that are short enough."""
    if not pieces:
        return ((),)
    return tuple(
        ("".join(pieces[:taken]), *rest)
        for taken in range(1, len(pieces) + 1)
        if em_width("".join(pieces[:taken])) <= limit
        for rest in _partitions(pieces[taken:], limit)
    )


def _unevenness(lines: tuple[str, ...]) -> tuple[int, float]:
    widths = [em_width(line) for line in lines]
    return len(lines), sum(abs(above - below) for above, below in pairwise(widths))
