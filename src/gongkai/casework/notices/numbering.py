"""The number of a document: one series for an organ and a year.

A number is given when the last person has approved, as 党政机关公文处理工作条例 has it
(after 签发): a draft that comes to nothing leaves no gap.
"""

from collections.abc import Iterator
from datetime import date

from gongkai.casework.models import DisclosureRequest, Notice
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


def next_document_number(organ: Organ, organ_word: str, on: date) -> DocumentNumber:
    """Return the next free number of the year, inside the caller's transaction.

    The organ's row is locked until that transaction ends, so that two officers get
    two numbers; on SQLite only one transaction writes at a time anyway.
    """
    Organ.objects.select_for_update(no_key=True).get(pk=organ.pk)
    taken = max(_serials(organ, on.year), default=0)
    return DocumentNumber(require_word(organ_word), on.year, taken + 1)


def _serials(organ: Organ, year: int) -> Iterator[int]:
    """Yield the serials used: by notices, and by replies of an imported ledger."""
    of_year = f"〔{year}〕"
    notices = Notice.objects.filter(
        disclosure_request__organ=organ, number__contains=of_year
    ).values_list("number", flat=True)
    replies = DisclosureRequest.objects.filter(
        organ=organ, reply_number__contains=of_year
    ).values_list("reply_number", flat=True)
    for text in {*notices, *replies}:
        try:
            yield parse_document_number(text).serial
        except StatuteError:
            continue
