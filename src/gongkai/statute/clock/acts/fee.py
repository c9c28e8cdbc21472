"""The processing fee: 条例第四十二条, 《政府信息公开信息处理费管理办法》第六条、第七条.

The notice goes out within the reply period; unpaid after twenty working days means
given up; paid, the period begins anew the next day
(docs/interpretations/0018-fee-payment-restarts.md).
"""

from datetime import date

from gongkai.statute.clock.acts.act import (
    Act,
    Offer,
    Refusal,
    letter_reached,
    standstill,
)
from gongkai.statute.clock.acts.extension import past_due
from gongkai.statute.clock.course import Course, Fee, Stretch
from gongkai.statute.clock.steps import Step, StepKind
from gongkai.statute.clock.words import in_full


def _notify_refusal(course: Course, day: date) -> Refusal | None:
    if course.fee is not None and not course.fee.is_pending:
        return Refusal("这件申请已经收过信息处理费，不能再次收取。", "42")
    return standstill(course) or past_due(course, day, "收费", "42")


def _notify(course: Course, step: Step) -> None:
    if course.reasons is not None:
        course.warnings.append(
            "同一件申请既要求说明理由（第三十五条）又收取信息处理费（第四十二条），"
            "依据存疑，请择一办理。"
        )
    days = course.rules.payment.working_days
    course.fee = Fee(step, due_on=course.add(letter_reached(step), days))


def _notify_offer(course: Course, day: date) -> Offer:
    return Offer(
        "数量、频次明显超过合理范围的，可以在答复期限内通知收取信息处理费，"
        f"申请人自收到次日起{course.rules.payment.working_days}个工作日内缴纳。",
        "42",
        by=course.due_on(day),
    )


def _pending_refusal(course: Course, _day: date) -> Refusal | None:
    if course.waits_for_fee:
        return None
    return Refusal("没有正在等待的缴费。请先登记收费通知，或者核对。", "42")


def _paid_refusal(course: Course, day: date) -> Refusal | None:
    missing = _pending_refusal(course, day)
    if missing or day <= course.known_fee.due_on:
        return missing
    return Refusal(
        f"缴费期限已于{in_full(course.known_fee.due_on)}届满，视为放弃申请。"
        "请登记逾期未缴费，并退回所缴费用。",
        "42",
    )


def _paid(course: Course, step: Step) -> None:
    fee = course.known_fee
    fee.paid_on = step.on
    if course.settings.fee_payment_restarts:
        course.begin(step.kind, step.on)
    else:
        course.pauses.append(Stretch(fee.step.on, step.on))


def _paid_offer(course: Course, _day: date) -> Offer:
    return Offer(
        "费用缴清之日登记，答复期限自次日起重新计算。"
        if course.settings.fee_payment_restarts
        else "费用缴清之日登记，答复期限自次日起继续计算。",
        "42",
        by=course.known_fee.due_on,
    )


def _lapsed_refusal(course: Course, day: date) -> Refusal | None:
    missing = _pending_refusal(course, day)
    if missing or day > course.known_fee.due_on:
        return missing
    return Refusal(
        f"缴费期限到{in_full(course.known_fee.due_on)}为止，还没有届满。"
        "请在次日以后登记。",
        "42",
    )


def _lapsed(course: Course, step: Step) -> None:
    course.known_fee.lapsed_on = step.on
    course.ended = step


def _lapsed_offer(_course: Course, _day: date) -> Offer:
    return Offer("逾期未缴费的，视为放弃申请，不再处理。", "42")


FEE_NOTIFIED = Act(
    StepKind.FEE_NOTIFIED, _notify, _notify_offer, refusal=_notify_refusal
)
FEE_PAID = Act(StepKind.FEE_PAID, _paid, _paid_offer, refusal=_paid_refusal)
FEE_LAPSED = Act(StepKind.FEE_LAPSED, _lapsed, _lapsed_offer, refusal=_lapsed_refusal)
