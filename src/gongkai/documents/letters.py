"""A letter in 信函格式 (GB/T 9704, 10.1), as words: DOCX and PDF are set from it.

A seal is never drawn: the organ presses its own on the room that is left.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gongkai.documents import geometry
from gongkai.documents.geometry import MM
from gongkai.documents.prose import (
    Paragraph,
    em_width,
    paragraphs,
    printable,
    title_lines,
)
from gongkai.documents.signature import chinese_date, sealed_indents

#: 「此页无正文」 may not be: so much of the text stands on the page of the signature.
_WITH_SIGNATURE = 2


@dataclass(frozen=True)
class Head:
    """How the head is set: 信函格式 (10.1), or 文件格式 (7.2); its colour as RRGGBB."""

    is_document: bool = False
    colour: str = geometry.RED


@dataclass(frozen=True)
class SignedLine:
    """署名 or date, and how far it stands from the right, in characters."""

    text: str
    indent: float


@dataclass(frozen=True)
class Letter:
    """A letter with its lines broken; ``number``, ``day`` and ``note`` may be empty."""

    organ: str
    number: str
    title: str
    title_lines: tuple[str, ...]
    addressee: str
    paragraphs: tuple[Paragraph, ...]
    signature: tuple[SignedLine, SignedLine]
    note: str
    made_on: date | None
    head: Head = Head()

    @property
    def mark(self) -> str:
        """Return 发文机关标志; 文件 follows the name in 文件格式 (7.2.4)."""
        return f"{self.organ}文件" if self.head.is_document else self.organ

    @property
    def mark_top_mm(self) -> float:
        """Return where the mark begins, from the paper's edge."""
        below = geometry.TOP_MM + geometry.DOCUMENT_MARK_BELOW_TOP_MM
        return below if self.head.is_document else geometry.MARK_TOP_MM

    @property
    def title_below_number_lines(self) -> float:
        """Return how many lines are free between number and title.

        In 文件格式 the line stands between them, two lines above the title (7.3.1).
        """
        lines = geometry.TITLE_BELOW_NUMBER_LINES
        if not self.head.is_document:
            return lines
        return lines + geometry.RED_LINE_BELOW_MARK_MM * MM / geometry.LINE_PT

    @property
    def running(self) -> tuple[Paragraph, ...]:
        """Return the text that may stand anywhere."""
        return self.paragraphs[:-_WITH_SIGNATURE]

    @property
    def closing(self) -> tuple[Paragraph, ...]:
        """Return the text that stands on the page of the signature."""
        return self.paragraphs[-_WITH_SIGNATURE:]

    @property
    def mark_size(self) -> float:
        """Return the size of 发文机关标志 in points: as large as the name allows."""
        room = geometry.UPRIGHT.text_width / max(1.0, em_width(self.mark))
        return min(geometry.MARK_PT, room)

    @property
    def line_top(self) -> float:
        """Return where the line below the head begins, from the paper's edge."""
        below = self.mark_top_mm * MM + self.mark_size * geometry.MARK_INK
        if self.head.is_document:
            below += (geometry.NUMBER_BELOW_MARK_LINES + 1) * geometry.LINE_PT
        return below + geometry.RED_LINE_BELOW_MARK_MM * MM

    @property
    def number_top(self) -> float:
        """Return where the number begins, from the top of the type area.

        In 文件格式 it stands above the line, two empty lines below the mark (7.2.5).
        """
        if self.head.is_document:
            above = geometry.RED_LINE_BELOW_MARK_MM * MM + geometry.BODY_PT
            return self.line_top - above - geometry.TOP_MM * MM
        line = geometry.THICK_PT + geometry.GAP_PT + geometry.THIN_PT
        below = geometry.NUMBER_BELOW_LINE_PT - geometry.TOP_MM * MM
        return self.line_top + line + below


@dataclass(frozen=True)
class LetterWords:
    """What a letter says; the last two ``texts`` stand on the signature's page."""

    organ: str
    number: str
    title: str
    title_phrases: Sequence[str]
    addressee: str
    texts: Sequence[str]
    note: str
    dated_on: date | None
    head: Head = Head()


def letter(words: LetterWords) -> Letter:
    """Return the letter of these words, its title broken between its phrases."""
    organ = printable(words.organ)
    day = chinese_date(words.dated_on) if words.dated_on else ""
    # An undated draft keeps the place of its date.
    organ_indent, day_indent = sealed_indents(organ, day or "0000年00月00日")
    room = geometry.UPRIGHT.text_width / geometry.TITLE_PT
    return Letter(
        organ=organ,
        number=printable(words.number),
        title=printable(words.title),
        title_lines=title_lines(tuple(words.title_phrases), room),
        addressee=printable(words.addressee),
        paragraphs=tuple(part for text in words.texts for part in paragraphs(text)),
        signature=(SignedLine(organ, organ_indent), SignedLine(day, day_indent)),
        note=f"（{printable(words.note)}）" if words.note else "",
        made_on=words.dated_on,
        head=words.head,
    )
