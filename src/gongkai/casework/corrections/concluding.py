"""What the organ finds, how it ends the correction, and that it told the person."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from gongkai.casework.corrections.acts import journal, opened, refuse_ended, save
from gongkai.casework.models import RecordCorrection
from gongkai.casework.services.locking import refuse_future, today_or
from gongkai.statute.articles import cite
from gongkai.statute.corrections import CorrectionResult, check_result
from gongkai.statute.errors import GongkaiError, StatuteError

#: What an ending has to explain, in the words of its form.
EXPLANATIONS = {
    CorrectionResult.CORRECTED: "原内容和更正后的内容",
    CorrectionResult.REFUSED: "不予更正的理由",
    CorrectionResult.WITHDRAWN: "怎样撤回的",
}
TO_ANOTHER = {CorrectionResult.FORWARDED, CorrectionResult.ELSEWHERE}


@dataclass(frozen=True)
class Conclusion:
    """How a correction ends; the right organ where another one has the power."""

    result: CorrectionResult
    on: date
    explanation: str = ""
    right_organ: str = ""
    right_organ_contact: str = ""


@transaction.atomic
def record_finding(
    *,
    correction: RecordCorrection,
    power: str,
    finding: str,
    actor: Any,
    version: int | None = None,
) -> RecordCorrection:
    """Record whether the organ has the power to correct, and what it found."""
    stored = opened(correction, actor, version)
    refuse_ended(stored)
    if not finding.strip():
        raise GongkaiError("还没有写明审核情况。请写明核对了什么、查明了什么。")
    stored.power, stored.finding = power, finding.strip()
    save(stored, correction)
    journal(stored, actor, "登记审核情况", power=power)
    return correction


@transaction.atomic
def conclude_correction(
    *,
    correction: RecordCorrection,
    conclusion: Conclusion,
    actor: Any,
    version: int | None = None,
    today: date | None = None,
) -> RecordCorrection:
    """Correct, refuse, forward, point elsewhere, or take note of the withdrawal.

    条例第四十一条: who has the power corrects what proves true; who has it not forwards
    it or says where to go. Raises ``StatuteError`` for what the power does not allow
    and for an ending that does not say what it has to.
    """
    stored = opened(correction, actor, version)
    refuse_ended(stored)
    refuse_future(today_or(today), conclusion.on)
    check_result(conclusion.result, stored.power)
    _check_words(conclusion)
    stored.result, stored.ended_on = conclusion.result.value, conclusion.on
    stored.explanation = conclusion.explanation.strip()
    if conclusion.result in TO_ANOTHER:
        stored.right_organ = conclusion.right_organ.strip()
        stored.right_organ_contact = conclusion.right_organ_contact.strip()
    save(stored, correction)
    facts = {"on": conclusion.on, "right_organ": stored.right_organ}
    journal(stored, actor, conclusion.result.label, **facts)
    return correction


@transaction.atomic
def record_told(
    *,
    correction: RecordCorrection,
    told_on: date,
    reply_number: str = "",
    actor: Any,
    version: int | None = None,
    today: date | None = None,
) -> RecordCorrection:
    """Record that the person was told the result, by which document."""
    stored = opened(correction, actor, version)
    refuse_future(today_or(today), told_on)
    if stored.ended_on is None:
        raise GongkaiError("这件更正还没有办结，没有可以告知的结果。请先办结。")
    stored.told_on, stored.reply_number = told_on, reply_number.strip()
    save(stored, correction)
    journal(stored, actor, "登记告知", told_on=told_on, document_number=reply_number)
    return correction


@transaction.atomic
def take_back_conclusion(
    *,
    correction: RecordCorrection,
    reason: str,
    actor: Any,
    version: int | None = None,
) -> RecordCorrection:
    """Open again what was ended by mistake and not told yet; the journal keeps it."""
    stored = opened(correction, actor, version)
    if not reason.strip():
        raise GongkaiError("撤销办结要写明原因。请填写原因。")
    if stored.ended_on is None or stored.told_on is not None:
        raise GongkaiError(
            "只有已经办结、还没有告知申请人的更正可以撤销办结。"
            "已经告知的，请另发文书说明。"
        )
    was = {"result": stored.result, "on": stored.ended_on, "reason": reason.strip()}
    stored.result, stored.ended_on, stored.explanation = "", None, ""
    stored.right_organ = stored.right_organ_contact = ""
    save(stored, correction)
    journal(stored, actor, "撤销办结", **was)
    return correction


def _check_words(conclusion: Conclusion) -> None:
    """Refuse an ending that lacks what the person has to be told."""
    wanted = EXPLANATIONS.get(conclusion.result)
    if wanted and not conclusion.explanation.strip():
        raise StatuteError(
            f"“{conclusion.result.label}”要写明{wanted}。请填写。", article=cite("41")
        )
    if conclusion.result not in TO_ANOTHER:
        return
    if not (conclusion.right_organ.strip() and conclusion.right_organ_contact.strip()):
        raise StatuteError(
            f"“{conclusion.result.label}”要写明有权更正的机关和联系方式。"
            "请选择机关，或者填写。",
            article=cite("41"),
        )
