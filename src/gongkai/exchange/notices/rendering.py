"""A notice of a case on paper: DOCX to edit, PDF to seal, from the same words."""

import re
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from gongkai.casework.models import (
    CaseworkSettings,
    HeadColour,
    HeadForm,
    Notice,
)
from gongkai.casework.notices import notice_text
from gongkai.casework.notices.acts import settings_of
from gongkai.documents import geometry
from gongkai.documents.geometry import MM
from gongkai.documents.letters import Head, Letter, LetterWords, letter
from gongkai.documents.pdf import typeset
from gongkai.documents.prose import Paragraph
from gongkai.documents.word.letters import add_letter
from gongkai.documents.word.package import new_document, to_bytes
from gongkai.statute.errors import GongkaiError
from gongkai.statute.notices import NoticeText, notice_kind

_TEMPLATE = Path(__file__).with_name("notice.typ")
_OPENING_BRACKET = re.compile(r"(?=（)")
_NOT_IN_FILE_NAMES = re.compile(r'[\\/:*?"<>|\s]+')


def render_notice(notice: Notice, suffix: str) -> bytes:
    """Return the notice as .docx or .pdf; a draft without number and date.

    Raises ``GongkaiError`` naming what a draft still lacks, and for another suffix.
    """
    return render_letter(letter_of(notice), suffix)


def render_letter(words: Letter, suffix: str) -> bytes:
    """Return a letter as .docx or .pdf; ``GongkaiError`` for another suffix."""
    renderers = {".docx": _docx, ".pdf": _pdf}
    if suffix not in renderers:
        raise GongkaiError(f"文书只生成.docx和.pdf，不能生成“{suffix}”。")
    return renderers[suffix](words)


def notice_file_name(notice: Notice, suffix: str) -> str:
    """Return the name that a person would give the file; it names no applicant.

    The document's number leads, a draft says that it is one.
    """
    title = notice_kind(notice.kind).title
    case = notice.disclosure_request.number
    if notice.number:
        return file_name(f"{notice.number}{title}{suffix}")
    draft = "" if notice.status in {"approved", "sent"} else "（草稿）"
    return file_name(f"{case}{title}{draft}{suffix}")


def letter_of(notice: Notice) -> Letter:
    """Return the notice as a letter of its organ."""
    return letter_of_text(
        notice_text(notice),
        organ=notice.disclosure_request.organ.name,
        number=notice.number,
        dated_on=notice.dated_on,
        settings=settings_of(notice.disclosure_request),
    )


def letter_of_text(
    text: NoticeText,
    *,
    organ: str,
    number: str,
    dated_on: date | None,
    settings: CaseworkSettings,
) -> Letter:
    """Return a composed text as a letter of an organ."""
    parts = (*text.paragraphs, text.remedy, text.closing)
    return letter(
        LetterWords(
            organ=organ,
            number=number,
            title=text.title,
            title_phrases=_OPENING_BRACKET.split(text.title),
            addressee=text.addressee,
            texts=[part for part in parts if part],
            note=text.contact,
            dated_on=dated_on,
            head=_head(settings),
        )
    )


def _head(settings: CaseworkSettings) -> Head:
    is_black = settings.head_colour == HeadColour.BLACK
    return Head(
        is_document=settings.head_form == HeadForm.DOCUMENT,
        colour=geometry.BLACK if is_black else geometry.RED,
    )


def file_name(name: str) -> str:
    """Return a name without what file systems refuse."""
    return _NOT_IN_FILE_NAMES.sub("", name)


def _docx(words: Letter) -> bytes:
    document = new_document(title=words.title, author=words.organ)
    add_letter(document, words)
    return to_bytes(document, made_on=words.made_on)


def _pdf(words: Letter) -> bytes:
    return typeset(_TEMPLATE, _data(words), made_on=words.made_on)


def _data(words: Letter) -> dict[str, Any]:
    return {
        "title": words.title,
        "title_lines": words.title_lines,
        "organ": words.organ,
        "number": words.number,
        "addressee": words.addressee,
        "paragraphs": [_runs(paragraph) for paragraph in words.running],
        "closing": [_runs(paragraph) for paragraph in words.closing],
        "signature": [asdict(line) for line in words.signature],
        "note": words.note,
        "letter": _measures(words),
    }


def _runs(paragraph: Paragraph) -> list[dict[str, str]]:
    return [{"text": run.text, "face": run.face} for run in paragraph.runs]


def _measures(words: Letter) -> dict[str, Any]:
    """Return the measures of 信函格式 in points."""
    edge = geometry.PAPER_HEIGHT_MM - geometry.RED_LINE_ABOVE_EDGE_MM
    return {
        "red": words.head.colour,
        "document": words.head.is_document,
        "text_width": geometry.TYPE_WIDTH_MM * MM,
        "mark": words.mark,
        "mark_top": words.mark_top_mm * MM,
        "mark_size": words.mark_size,
        "line_left": (geometry.PAPER_WIDTH_MM - geometry.RED_LINE_MM) / 2 * MM,
        "line_length": geometry.RED_LINE_MM * MM,
        "line_top": words.line_top,
        "line_bottom": edge * MM,
        "thick": geometry.THICK_PT,
        "gap": geometry.GAP_PT,
        "thin": geometry.THIN_PT,
        "number_top": words.number_top,
        "title_lines": words.title_below_number_lines,
        "seal_lines": geometry.LINES_FOR_SEAL,
    }
