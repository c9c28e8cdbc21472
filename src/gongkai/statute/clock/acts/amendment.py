"""Asking for an amendment, getting it, or waiting in vain: 条例第三十条.

One notice, within seven working days of receipt; the reply period begins anew on the
day the amended request arrives; a request not amended in time without good reason is
given up.
"""

from datetime import date

from gongkai.statute.clock.acts.act import (
    Act,
    Offer,
    Refusal,
    letter_reached,
    refuse,
    standstill,
)
from gongkai.statute.clock.acts.receipt import settle_receipt
from gongkai.statute.clock.course import Amendment, Course
from gongkai.statute.clock.settings import LONGEST_AMENDMENT, SHORTEST_AMENDMENT
from gongkai.statute.clock.steps import Step, StepKind
from gongkai.statute.clock.words import in_full


def _request_refusal(course: Course, _day: date) -> Refusal | None:
    if course.amendment and not course.settings.second_amendment_notice_kept:
        return Refusal(
            f"条例规定一次性告知，已于{in_full(course.amendment.step.on)}告知过补正，"
            "再次告知不能改变答复期限。补正后仍不明确的，在答复期限内告知无法提供。",
            "30",
        )
    return standstill(course)


def _request_caution(course: Course, day: date) -> str | None:
    if course.amendment:
        return (
            "这是第二次告知补正，条例规定一次性告知，第二次不影响答复期限；"
            "仍不明确的，在答复期限内告知无法提供。"
        )
    if day <= course.notice_limit_on:
        return None
    late = (
        f"告知补正的期限到{in_full(course.notice_limit_on)}为止"
        f"（{course.rules.amendment_notice.working_days}个工作日）"
    )
    if course.settings.late_amendment_notice_resets:
        return f"{late}，这次告知已经逾期；按本机关设置仍重新计算期限。"
    return f"{late}，逾期告知不能重新计算期限，仍按原到期日答复。"


def _request(course: Course, step: Step) -> None:
    reached_on = letter_reached(step)
    if course.amendment or course.received_on is None:
        return
    in_time = step.on <= course.notice_limit_on
    course.amendment = Amendment(
        step,
        asked_from=course.received_on,
        notice_limit_on=course.notice_limit_on,
        due_on=_period_end(course, step, reached_on),
        moves_clock=in_time or course.settings.late_amendment_notice_resets,
    )


def _period_end(course: Course, step: Step, reached_on: date) -> date:
    """Return the applicant's last day; a rest day told to him rolls (民法典203).

    docs/interpretations/0013-amendment-period.md.
    """
    if step.respond_by is None:
        return course.add(reached_on, course.settings.amendment_working_days)
    if step.respond_by < reached_on:
        raise refuse(
            f"补正期限{step.respond_by}早于申请人收到告知书的{reached_on}。请核对。",
            "30",
        )
    due_on = course.working_day_from(step.respond_by)
    given = course.count(reached_on, due_on)
    if not SHORTEST_AMENDMENT <= given <= LONGEST_AMENDMENT:
        course.warnings.append(
            f"补正期限给了{given}个工作日，一般以{SHORTEST_AMENDMENT}至"
            f"{LONGEST_AMENDMENT}个工作日为合理。"
        )
    return due_on


def _request_offer(course: Course, _day: date) -> Offer:
    return Offer(
        "内容不明确的，一次性告知补正，写明补正事项和合理期限；期限自收到补正重新计算。",
        "30",
        by=course.notice_limit_on,
    )


def _amended_refusal(course: Course, _day: date) -> Refusal | None:
    if course.amendment is None:
        return Refusal("没有告知过补正，不能登记收到补正。请先登记告知补正。", "30")
    if course.amendment.amended_on is not None:
        return Refusal(
            f"已于{in_full(course.amendment.amended_on)}收到补正，期限只重新计算一次。"
            "再来的材料请作为附件保存。",
            "30",
        )
    return None


def _amended(course: Course, step: Step) -> None:
    amendment = course.known_amendment
    sent_on = step.sent_on or step.on
    if sent_on > step.on:
        raise refuse(f"提交补正的{sent_on}晚于收到补正的{step.on}。请核对。", "30")
    if sent_on > amendment.due_on and not step.note.strip():
        raise refuse(
            f"补正期限已于{in_full(amendment.due_on)}届满，逾期补正要有正当理由。"
            "请在note中写明理由，或者登记逾期未补正。",
            "30",
        )
    amendment.amended_on, amendment.sent_on = step.on, sent_on
    amendment.lapsed_on = None
    course.ended = None
    if amendment.moves_clock:
        settle_receipt(course, step.kind, step.on)


def _amended_offer(course: Course, day: date) -> Offer:
    amendment = course.known_amendment
    if day > amendment.due_on:
        return Offer(
            "逾期补正有正当理由的，写明理由后恢复办理。", "30", needs=("note",)
        )
    return Offer(
        "登记收到补正的申请，答复期限自该日起重新计算。", "30", by=amendment.due_on
    )


def _lapsed_refusal(course: Course, day: date) -> Refusal | None:
    amendment = course.amendment
    if amendment is None or not amendment.is_pending:
        return Refusal("没有正在等待的补正，谈不上逾期。请核对。", "30")
    if day <= amendment.due_on:
        return Refusal(
            f"补正期限到{in_full(amendment.due_on)}为止，还没有届满。请在次日以后登记。",
            "30",
        )
    return None


def _lapsed(course: Course, step: Step) -> None:
    course.known_amendment.lapsed_on = step.on
    course.ended = step


def _lapsed_offer(_course: Course, _day: date) -> Offer:
    return Offer("逾期不补正又无正当理由的，视为放弃申请，不再处理。", "30")


AMENDMENT_REQUESTED = Act(
    StepKind.AMENDMENT_REQUESTED,
    _request,
    _request_offer,
    refusal=_request_refusal,
    caution=_request_caution,
)
AMENDED = Act(StepKind.AMENDED, _amended, _amended_offer, refusal=_amended_refusal)
AMENDMENT_LAPSED = Act(
    StepKind.AMENDMENT_LAPSED, _lapsed, _lapsed_offer, refusal=_lapsed_refusal
)
