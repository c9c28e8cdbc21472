"""The number of a document: one series for an organ and a year.

A number is given when the last person has approved, as 党政机关公文处理工作条例 has it
(after 签发): a draft that comes to nothing leaves no gap. A number once given is not
used again (docs/interpretations/0039-document-number.md).
"""

from collections.abc import Iterator

from django.db.models import Max
from django.utils import timezone

from gongkai.casework.models import (
    CaseworkSettings,
    DisclosureRequest,
    Notice,
    NoticeNumber,
)
from gongkai.organs.models import Organ
from gongkai.statute.errors import GongkaiError, StatuteError
from gongkai.statute.notices import DocumentNumber, parse_document_number

#: What bears no number: the receipt goes by the case's, the 送达回证 by its document's.
UNNUMBERED = frozenset({"receipt", "service"})


def require_word(organ_word: str) -> str:
    """Return the organ's word for its numbers, or say where to enter it."""
    if not organ_word.strip():
        raise GongkaiError(
            "还没有设置机关代字，编不了发文字号。请在办理设置中填写，例如“云教”。"
        )
    return organ_word.strip()


def give_number(notice: Notice, settings: CaseworkSettings) -> str:
    """Give the notice the organ's next number of its year, and register it.

    Inside the caller's transaction: the organ's row is locked until that ends, so
    that two officers get two numbers; on SQLite only one transaction writes at a time
    anyway. The register refuses a number that is there already.
    """
    organ, on = settings.organ, notice.dated_on
    if on is None:
        raise GongkaiError("文书还没有落款日期，编不了发文字号。请先定稿。")
    Organ.objects.select_for_update(no_key=True).get(pk=organ.pk)
    number = DocumentNumber(
        require_word(settings.organ_word),
        on.year,
        _last_serial(organ, on.year, settings.number_series) + 1,
        settings.number_series,
    )
    NoticeNumber.objects.create(
        organ=organ,
        year=number.year,
        serial=number.serial,
        number=str(number),
        notice=notice,
    )
    return str(number)


def void_number(notice: Notice, reason: str) -> None:
    """Give up the notice's number; it stays in the register and is not used again."""
    notice.numbers.filter(voided_at=None).update(
        voided_at=timezone.now(), void_reason=reason
    )


def _last_serial(organ: Organ, year: int, series: str) -> int:
    """Return the last serial used: by a notice, or a reply of an imported ledger."""
    given = organ.notice_numbers.filter(year=year).aggregate(last=Max("serial"))
    return max(given["last"] or 0, *_serials_of_replies(organ, year, series), 0)


def _serials_of_replies(organ: Organ, year: int, series: str) -> Iterator[int]:
    replies = DisclosureRequest.objects.filter(
        organ=organ, reply_number__contains=f"〔{year}〕"
    ).values_list("reply_number", flat=True)
    for text in set(replies):
        try:
            yield parse_document_number(text, series=series).serial
        except StatuteError:
            continue
