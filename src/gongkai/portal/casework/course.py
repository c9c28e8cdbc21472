"""The course of a case in plain words, for the person who applied.

Third parties and officers stay unnamed.
"""

from dataclasses import dataclass
from datetime import date

from gongkai.casework.models import DisclosureRequest, Notice
from gongkai.casework.notices import notice_text, remedy_deadlines
from gongkai.casework.selectors import amended_request_of
from gongkai.statute.clock import StepKind
from gongkai.statute.remedies import Deadline

_SAID = {
    StepKind.RECEIPT_CONFIRMED: "与您确认收到申请",
    StepKind.AMENDMENT_REQUESTED: "告知您补正申请",
    StepKind.AMENDED: "收到您的补正，答复期限重新计算",
    StepKind.AMENDMENT_LAPSED: "没有按期收到补正，不再处理",
    StepKind.THIRD_PARTY_CONSULTED: "征求第三方意见，所需时间不计入答复期限",
    StepKind.THIRD_PARTY_REPLIED: "收到第三方意见",
    StepKind.OTHER_ORGAN_CONSULTED: "征求其他机关意见，所需时间不计入答复期限",
    StepKind.OTHER_ORGAN_REPLIED: "收到其他机关意见",
    StepKind.EXTENDED: "延长答复期限",
    StepKind.REASONS_REQUESTED: "请您说明理由",
    StepKind.DELAYED: "确定延迟答复的期限",
    StepKind.FEE_NOTIFIED: "通知您缴纳信息处理费",
    StepKind.FEE_PAID: "收到您缴纳的信息处理费",
    StepKind.FEE_LAPSED: "没有按期收到费用，不再处理",
    StepKind.WITHDRAWN: "您撤回申请",
    StepKind.DECIDED: "作出答复",
    StepKind.DELIVERED: "答复送达",
}
_WAYS = {
    "reconsideration.apply": "申请行政复议",
    "litigation.direct": "直接提起行政诉讼",
}


@dataclass(frozen=True)
class Happening:
    """Something that happened in the case."""

    on: date
    words: str


@dataclass(frozen=True)
class RemedyWay:
    """Where one may go against the reply, and the last day for it."""

    words: str
    due_on: date
    text: str


@dataclass(frozen=True)
class Remedies:
    """What the reply says of remedies, with the last days once it arrived."""

    text: str
    ways: list[RemedyWay]


def course_of(case: DisclosureRequest) -> list[Happening]:
    """Return what happened, in order, from the sending on."""
    told = [
        Happening(step.on, _SAID[StepKind(step.kind)])
        for step in case.steps.defer("party", "note").order_by("position")
    ]
    amended = amended_request_of(case)
    if amended is not None:
        told.append(Happening(amended.submitted_on, "您在网上提交补正"))
        told.sort(key=lambda one: one.on)
    if case.submitted_on:
        told.insert(0, Happening(case.submitted_on, "提交申请"))
    return told


def remedies_of(notices: list[Notice]) -> Remedies | None:
    """Return the remedies against the last reply that was sent, if it has any."""
    reply = next((one for one in reversed(notices) if one.outcome), None)
    if reply is None or not reply.text:
        return None
    text = notice_text(reply).remedy
    if not text:
        return None
    days = remedy_deadlines(reply).items()
    return Remedies(text, [_way(key, deadline) for key, deadline in days])


def _way(key: str, deadline: Deadline) -> RemedyWay:
    return RemedyWay(_WAYS[key], deadline.due_on, deadline.text)
