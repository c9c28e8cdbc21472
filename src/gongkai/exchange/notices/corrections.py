"""The letter that tells the result of a correction (条例第四十一条), on paper."""

from gongkai.casework.corrections import letter_text
from gongkai.casework.models import CaseworkSettings, RecordCorrection
from gongkai.exchange.notices.rendering import file_name, letter_of_text, render_letter
from gongkai.statute.corrections import CorrectionResult
from gongkai.statute.notices import notice_kind


def render_correction(correction: RecordCorrection, suffix: str) -> bytes:
    """Return the letter as .docx or .pdf, dated the day on which it ended.

    Raises ``GongkaiError`` naming what it still lacks, and for another suffix.
    """
    organ = correction.organ
    settings = CaseworkSettings.objects.filter(organ=organ).first()
    words = letter_of_text(
        letter_text(correction),
        organ=organ.name,
        number=correction.reply_number,
        dated_on=correction.ended_on,
        settings=settings or CaseworkSettings(organ=organ),
    )
    return render_letter(words, suffix)


def correction_file_name(correction: RecordCorrection, suffix: str) -> str:
    """Return the name that a person would give the file; it names nobody."""
    title = notice_kind(CorrectionResult(correction.result).notice).title
    return file_name(f"{correction.reply_number or correction.number}{title}{suffix}")
