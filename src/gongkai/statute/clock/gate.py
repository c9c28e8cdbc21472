"""What a case must have reached before any step may be taken."""

from datetime import date

from gongkai.statute.clock.acts import ACTS, Refusal
from gongkai.statute.clock.course import Course
from gongkai.statute.clock.steps import StepKind
from gongkai.statute.clock.words import in_full

_BEFORE_RECEIPT = {StepKind.RECEIPT_CONFIRMED, StepKind.WITHDRAWN}


def refusal_of(course: Course, kind: StepKind, day: date) -> Refusal | None:
    """Return why a step is impossible on ``day``, or none."""
    return (
        _of_the_end(course, kind)
        or _of_the_beginning(course, kind)
        or (ACTS[kind].refusal(course, day))
    )


def _of_the_beginning(course: Course, kind: StepKind) -> Refusal | None:
    if course.zero_on is not None or kind in _BEFORE_RECEIPT:
        return None
    return Refusal(
        f"{course.receipt.channel.label}的申请尚未与申请人确认，收到之日还没有确定。"
        "请先登记确认收到。",
        course.receipt.channel.article,
    )


def _of_the_end(course: Course, kind: StepKind) -> Refusal | None:
    ended = course.ended
    if ended is None or (kind, ended.kind) == (
        StepKind.AMENDED,
        StepKind.AMENDMENT_LAPSED,
    ):
        return None
    if course.delivered is not None:
        return Refusal(
            f"答复已于{in_full(course.delivered.on)}送达，办理已经结束。"
            "新的情况请另行登记。"
        )
    if (kind, ended.kind) == (StepKind.DELIVERED, StepKind.DECIDED):
        return None
    return Refusal(
        f"已于{in_full(ended.on)}{ended.kind.label}，办理已经结束，不能再登记这一步。"
        "日期记错的，请改正。"
    )
