"""How a case ends: withdrawal, decision, delivery (条例第三十六条 ff.).

A reply by post is given on the day it is posted, directly on the day it is signed for
(国办公开办函〔2016〕235号第四条); that day is the day of ``decided``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from gongkai.statute.clock.acts.act import Act, Offer, Refusal, refuse, standstill
from gongkai.statute.clock.course import Course
from gongkai.statute.clock.steps import Step, StepKind
from gongkai.statute.clock.words import in_full
from gongkai.statute.outcomes import Outcome

_DISCLOSING = {Outcome.DISCLOSED, Outcome.PARTIALLY_DISCLOSED}
#: Endings that are steps of their own.
_LAPSES = {
    Outcome.OTHER_AMENDMENT_LAPSED: StepKind.AMENDMENT_LAPSED,
    Outcome.OTHER_FEE_LAPSED: StepKind.FEE_LAPSED,
}


@dataclass(frozen=True, slots=True)
class _Premise:
    """A step that an outcome presupposes."""

    holds: Callable[[Course], bool]
    text: str


_PRESUPPOSED = {
    Outcome.UNAVAILABLE_UNCLEAR_AFTER_AMENDMENT: _Premise(
        lambda course: course.amendment is not None,
        "以补正后内容仍不明确答复的，应当先告知补正（第三十条）。",
    ),
    Outcome.NOT_PROCESSED_EXCESSIVE: _Premise(
        lambda course: course.reasons is not None,
        "以大量反复申请为由不予处理的，应当先要求说明理由（第三十五条）。",
    ),
    Outcome.WITHHELD_THIRD_PARTY_RIGHTS: _Premise(
        lambda course: any(each.is_of_third_party for each in course.consultations),
        "以损害第三方合法权益为由不予公开的，应当先书面征求第三方意见（第三十二条）。",
    ),
}


def _withdraw(course: Course, step: Step) -> None:
    course.ended = step


def _withdraw_offer(_course: Course, _day: date) -> Offer:
    return Offer("申请人在答复以前可以撤回申请，请留存书面材料。", "27")


def _decide_refusal(course: Course, _day: date) -> Refusal | None:
    return standstill(course)


def _decide(course: Course, step: Step) -> None:
    outcome = _outcome(step)
    due_on = course.due_on(step.on)
    if due_on is not None and step.on > due_on:
        course.warnings.append(
            f"{in_full(step.on)}答复，已过到期日{in_full(due_on)}，属逾期答复。"
        )
    course.warnings += _doubts(course, step, outcome)
    course.decided = course.ended = step


def _outcome(step: Step) -> Outcome | None:
    if step.outcome is None:
        return None
    try:
        return Outcome(step.outcome)
    except ValueError:
        raise refuse(
            f"“{step.outcome}”不是办理结果。请用表三的21种结果之一，例如disclosed。",
            "36",
        ) from None


def _doubts(course: Course, step: Step, outcome: Outcome | None) -> list[str]:
    """Return what the outcome presupposes and the steps do not show."""
    if outcome is None:
        return ["没有写明办理结果，请补填表三的21种结果之一。"]
    doubts = []
    if outcome in _LAPSES:
        doubts.append(
            f"“{outcome.label}”应当用“{_LAPSES[outcome].label}”这一步登记，不是一种答复。"
        )
    if outcome in _DISCLOSING and any(
        each.is_of_third_party for each in course.open_consultations(step.on)
    ):
        doubts.append("第三方提出意见的期限未满就决定公开，应当等期满或者收到意见。")
    if outcome in _PRESUPPOSED and not _PRESUPPOSED[outcome].holds(course):
        doubts.append(_PRESUPPOSED[outcome].text)
    return doubts


def _decide_offer(course: Course, day: date) -> Offer:
    text = "作出答复：邮寄的以交邮之日、直接送达的以签收之日为答复之日。"
    if any(each.is_of_third_party for each in course.open_consultations(day)):
        text += "第三方意见期限未满，决定公开的应当等期满或者收到意见。"
    return Offer(text, "36", by=course.due_on(day), needs=("outcome",))


def _deliver_refusal(course: Course, _day: date) -> Refusal | None:
    if course.decided is None:
        return Refusal("还没有作出答复，谈不上送达。请先登记答复。", "36")
    return None


def _deliver(course: Course, step: Step) -> None:
    course.delivered = step


def _deliver_offer(_course: Course, _day: date) -> Offer:
    return Offer("登记答复送达申请人，留存送达凭证；救济期限从此起算。", "51")


WITHDRAWN = Act(StepKind.WITHDRAWN, _withdraw, _withdraw_offer)
DECIDED = Act(StepKind.DECIDED, _decide, _decide_offer, refusal=_decide_refusal)
DELIVERED = Act(StepKind.DELIVERED, _deliver, _deliver_offer, refusal=_deliver_refusal)
