"""More time: 条例第三十三条第二款 (extension) and 第三十五条 (deferred reply).

Both are told to the applicant before the period is over; neither revives one that is.
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
from gongkai.statute.clock.course import Course
from gongkai.statute.clock.steps import Step, StepKind
from gongkai.statute.clock.words import in_full


def past_due(course: Course, day: date, what: str, article: str) -> Refusal | None:
    """Refuse what has to be told within the period for the reply."""
    due_on = course.due_on(day)
    if due_on is None or day <= due_on:
        return None
    return Refusal(
        f"答复期限已于{in_full(due_on)}届满，{what}应当在届满以前告知申请人。"
        "请尽快答复；日期记错的，请改正。",
        article,
    )


def _extend_refusal(course: Course, day: date) -> Refusal | None:
    if course.delayed_until is not None:
        return Refusal("已按第三十五条确定延迟答复的期限，不再延长。", "35")
    if course.extended is not None and not _days_left(course):
        return Refusal(
            f"已于{in_full(course.extended.on)}延长过，延长期限最长不超过"
            f"{course.rules.extension.working_days}个工作日，不能再次延长。请按期答复。",
            "33(2)",
        )
    return standstill(course) or past_due(course, day, "延长", "33(2)")


def _days_left(course: Course) -> int:
    """Return by how many working days the period may yet be extended.

    docs/interpretations/0016-one-extension.md.
    """
    if course.extended is not None and not course.settings.several_extensions:
        return 0
    return course.rules.extension.working_days - course.extension_used


def _extend(course: Course, step: Step) -> None:
    most = _days_left(course)
    days = most if step.working_days is None else step.working_days
    if not 1 <= days <= most:
        raise refuse(
            f"延长的期限应为1至{most}个工作日，现为{days}个。请改正。", "33(2)"
        )
    course.extended = step
    course.extension_days += days
    course.extension_used += days


def _extend_offer(course: Course, day: date) -> Offer:
    return Offer(
        f"经公开工作机构负责人同意并在到期以前告知申请人，可以延长"
        f"{_days_left(course)}个工作日以内。",
        "33(2)",
        by=course.due_on(day),
    )


def _reasons_refusal(course: Course, _day: date) -> Refusal | None:
    if course.reasons is not None:
        return Refusal(
            f"已于{in_full(course.reasons.on)}要求过申请人说明理由。"
            "请根据理由是否合理作出处理。",
            "35",
        )
    return standstill(course)


def _reasons_caution(course: Course, day: date) -> str | None:
    refusal = past_due(course, day, "要求说明理由", "35")
    return refusal.text if refusal else None


def _reasons(course: Course, step: Step) -> None:
    reached_on = letter_reached(step)
    if step.respond_by is not None and step.respond_by < reached_on:
        raise refuse(
            f"说明理由的期限{step.respond_by}早于申请人收到告知书的{reached_on}。请核对。",
            "35",
        )
    course.reasons = step
    if step.respond_by is not None:
        course.reasons_due_on = course.working_day_from(step.respond_by)


def _reasons_offer(course: Course, day: date) -> Offer:
    return Offer(
        "申请的数量、频次明显超过合理范围的，可以要求说明理由；期限不因此中止。",
        "35",
        by=course.due_on(day),
    )


def _delay_refusal(course: Course, day: date) -> Refusal | None:
    if course.reasons is None:
        return Refusal("没有要求申请人说明理由，不能确定延迟答复期限。", "35")
    if course.delayed is not None:
        return Refusal(
            f"已于{in_full(course.delayed.on)}确定过延迟答复期限，不能再次延迟。", "35"
        )
    return standstill(course) or past_due(course, day, "延迟答复的期限", "35")


def _delay(course: Course, step: Step) -> None:
    if step.until is None:
        raise refuse("没有写明延迟到哪一天。请在until中写明告知申请人的日期。", "35")
    due_on = course.due_on(step.on) or step.on
    if step.until <= due_on:
        raise refuse(
            f"延迟答复的日期{step.until}不晚于{due_on}，不成其为延迟。请核对。", "35"
        )
    course.delayed = step
    course.delayed_until = course.working_day_from(step.until)
    if course.delayed_until != step.until:
        course.warnings.append(
            f"告知的延迟答复日期{in_full(step.until)}是休息日，"
            f"以其后第一个工作日{in_full(course.delayed_until)}为到期日。"
        )


def _delay_offer(course: Course, day: date) -> Offer:
    return Offer(
        "申请理由合理但期限内答复不了的，确定延迟答复的合理期限并告知申请人。",
        "35",
        by=course.due_on(day),
        needs=("until",),
    )


EXTENDED = Act(StepKind.EXTENDED, _extend, _extend_offer, refusal=_extend_refusal)
REASONS_REQUESTED = Act(
    StepKind.REASONS_REQUESTED,
    _reasons,
    _reasons_offer,
    refusal=_reasons_refusal,
    caution=_reasons_caution,
)
DELAYED = Act(StepKind.DELAYED, _delay, _delay_offer, refusal=_delay_refusal)
