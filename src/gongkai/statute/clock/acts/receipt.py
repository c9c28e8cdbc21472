"""Confirming the receipt: 条例第三十一条.

The day on which it is confirmed is the day of receipt for what came by ordinary mail
or electronically; the counter and signed mail need no confirmation.
"""

from datetime import date

from gongkai.statute.clock.acts.act import Act, Offer, Refusal
from gongkai.statute.clock.course import Course
from gongkai.statute.clock.limits import IN_FORCE_FROM, limits_on
from gongkai.statute.clock.settings import ClockSettings
from gongkai.statute.clock.steps import Channel, Receipt, Step, StepKind
from gongkai.statute.clock.words import in_full


def needs_confirmation(receipt: Receipt, settings: ClockSettings) -> bool:
    """Return whether the day of receipt waits for a confirmation.

    docs/interpretations/0010-automatic-receipt.md for electronic channels.
    """
    if receipt.channel.is_electronic:
        return not settings.automatic_receipt_confirms
    return receipt.channel is Channel.POST_UNSIGNED


def settle_receipt(course: Course, kind: StepKind, day: date) -> None:
    """Make ``day`` the day of receipt; the reply period begins after it.

    docs/interpretations/0011-rest-day-receipt.md.
    """
    if course.settings.rest_day_receipt_moves:
        day = course.working_day_from(day)
    course.rules = limits_on(day)
    course.notice_limit_on = course.add(day, course.rules.amendment_notice.working_days)
    course.received_on = day
    course.begin(kind, day)
    if day < IN_FORCE_FROM:
        course.warnings.append(
            "申请在2019年5月15日以前收到，答复期限适用2007年条例（15个工作日，"
            "可延长15个工作日）；2007年条例没有规定的期限参照现行条例。"
        )


def confirmation_due_on(course: Course) -> date:
    """Return until when the receipt should be confirmed."""
    receipt = course.receipt
    days = course.settings.confirmation_working_days
    if not receipt.channel.is_electronic or not days:
        return receipt.on
    return course.add(receipt.on, days)


def _refusal(course: Course, _day: date) -> Refusal | None:
    if course.confirmed_on is None:
        return None
    return Refusal(
        f"已于{in_full(course.confirmed_on)}确认收到，收到之日不能再改。"
        "确认日期记错的，请改正原来那一步。",
        course.receipt.channel.article,
    )


def _caution(course: Course, _day: date) -> str | None:
    if course.received_on is None:
        return None
    return (
        f"{course.receipt.channel.label}的申请不待确认，收到之日仍是"
        f"{in_full(course.received_on)}，这次确认不改变期限。"
    )


def _apply(course: Course, step: Step) -> None:
    course.confirmed_on = step.on
    if course.received_on is not None:
        return
    due_on = confirmation_due_on(course)
    if step.on > due_on:
        course.warnings.append(
            f"收到申请应当在{in_full(due_on)}以前与申请人确认，实际{in_full(step.on)}才确认。"
        )
    settle_receipt(course, step.kind, step.on)


def _offer(course: Course, _day: date) -> Offer:
    return Offer(
        "与申请人确认收到申请，确认之日为收到申请之日，答复期限从次日起算。",
        course.receipt.channel.article,
        by=confirmation_due_on(course),
    )


RECEIPT_CONFIRMED = Act(
    StepKind.RECEIPT_CONFIRMED, _apply, _offer, refusal=_refusal, caution=_caution
)
