"""The letter that tells the result of a correction (条例第四十一条).

Its words are those of ``statute.notices``; its number is the one that the organ's
document register gave. It names the person: who may change the correction reads it.
"""

from django.utils import timezone

from gongkai.casework.models import CaseworkSettings, CorrectionPerson, RecordCorrection
from gongkai.casework.notices.case_facts import words_of
from gongkai.casework.notices.remedies import paragraph_for
from gongkai.statute.applicants import ApplicantKind
from gongkai.statute.corrections import CorrectionResult
from gongkai.statute.errors import GongkaiError
from gongkai.statute.notices import NoticeText, compose, notice_kind
from gongkai.statute.remedies import choice_rule

_PLACES = {
    CorrectionResult.CORRECTED: "corrected",
    CorrectionResult.REFUSED: "correction_refused",
    CorrectionResult.WITHDRAWN: "withdrawn_how",
}


def letter_text(correction: RecordCorrection) -> NoticeText:
    """Return the letter as it reads.

    Raises ``GongkaiError`` before the correction has ended, and naming what is still
    missing: the person of an imported row, the bodies of the remedies, a contact.
    """
    if not correction.result or correction.ended_on is None:
        raise GongkaiError("这件更正还没有办结，没有告知书。请先办结。")
    kind = notice_kind(CorrectionResult(correction.result).notice)
    known = _elements(correction)
    wanted = {element.key for element in kind.elements}
    return compose(kind, {key: text for key, text in known.items() if key in wanted})


def _elements(correction: RecordCorrection) -> dict[str, str]:
    person = CorrectionPerson.objects.filter(correction=correction).first()
    is_natural = correction.person_kind == ApplicantKind.NATURAL_PERSON
    settings = CaseworkSettings.objects.filter(organ=correction.organ).first()
    result = CorrectionResult(correction.result)
    ended = words_of(correction.ended_on)
    elements = {
        "addressee": person.name if person else "",
        "you": "您" if is_natural else "你单位",
        "received_on": words_of(correction.received_on),
        "case_number": correction.number,
        "record": _record(correction),
        "evidence": correction.evidence,
        "forwarded_on": ended,
        "withdrawn_on": ended,
        "right_organ": "，".join(
            part
            for part in (correction.right_organ, correction.right_organ_contact)
            if part
        ),
        "contact": _contact(correction),
        "remedy": paragraph_for(
            choice_rule(correction.ended_on or timezone.localdate()),
            settings or CaseworkSettings(organ=correction.organ),
        ),
    }
    if place := _PLACES.get(result):
        elements[place] = correction.explanation
    return elements


def _record(correction: RecordCorrection) -> str:
    inaccuracy = correction.inaccuracy.rstrip("。")
    return f"{correction.record}，{inaccuracy}" if inaccuracy else correction.record


def _contact(correction: RecordCorrection) -> str:
    handler = correction.handler
    name = handler.name if handler else "政府信息公开工作机构"
    phone = (handler.phone if handler else "") or correction.organ.phone
    return f"联系人：{name}，电话：{phone}" if phone else ""
