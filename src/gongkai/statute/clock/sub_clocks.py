"""The clocks beside the reply: who has to do what until when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gongkai.statute.clock.acts.receipt import confirmation_due_on, needs_confirmation
from gongkai.statute.clock.course import Consultation, Course
from gongkai.statute.clock.words import cite


class SubClockKind(StrEnum):
    """What runs beside the reply period."""

    CONFIRMATION = "confirmation"
    AMENDMENT_NOTICE = "amendment_notice"
    AMENDMENT = "amendment"
    THIRD_PARTY_OPINION = "third_party_opinion"
    OTHER_ORGAN_OPINION = "other_organ_opinion"
    REASONS = "reasons"
    PAYMENT = "payment"

    @property
    def label(self) -> str:
        """What an officer calls it."""
        return _LABELS[self]


class SubClockState(StrEnum):
    """How a sub-clock stands: still running, done in time, done late, or run out."""

    RUNNING = "running"
    DONE = "done"
    DONE_LATE = "done_late"
    EXPIRED = "expired"
    STOPPED = "stopped"

    @property
    def label(self) -> str:
        """What an officer calls it."""
        return _STATE_LABELS[self]


class Actor(StrEnum):
    """Who has to act."""

    ORGAN = "organ"
    APPLICANT = "applicant"
    THIRD_PARTY = "third_party"
    OTHER_ORGAN = "other_organ"


@dataclass(frozen=True, slots=True)
class SubClock:
    """Someone's period: started on day zero, over after ``due_on``."""

    kind: SubClockKind
    actor: Actor
    started_on: date
    due_on: date
    done_on: date | None
    state: SubClockState
    article: str
    party: str = ""


_LABELS = {
    SubClockKind.CONFIRMATION: "确认收到",
    SubClockKind.AMENDMENT_NOTICE: "告知补正",
    SubClockKind.AMENDMENT: "申请人补正",
    SubClockKind.THIRD_PARTY_OPINION: "第三方提出意见",
    SubClockKind.OTHER_ORGAN_OPINION: "其他机关提出意见",
    SubClockKind.REASONS: "申请人说明理由",
    SubClockKind.PAYMENT: "申请人缴费",
}

_STATE_LABELS = {
    SubClockState.RUNNING: "未满",
    SubClockState.DONE: "已按期办理",
    SubClockState.DONE_LATE: "逾期办理",
    SubClockState.EXPIRED: "已满",
    SubClockState.STOPPED: "已终止",
}


def sub_clocks_of(course: Course, day: date) -> tuple[SubClock, ...]:
    """Return every sub-clock of the case, in the order in which they started."""
    clocks = [
        SubClock(
            kind,
            actor,
            started_on,
            due_on,
            done_on,
            _state(course, day, due_on, done_on),
            article,
            party,
        )
        for kind, actor, started_on, due_on, done_on, article, party in _all(course)
    ]
    return tuple(sorted(clocks, key=lambda clock: clock.started_on))


_Row = tuple[SubClockKind, Actor, date, date, date | None, str, str]


def _all(course: Course) -> Iterator[_Row]:
    yield from _of_receipt(course)
    if course.amendment is not None:
        step, due_on = course.amendment.step, course.amendment.due_on
        done_on = course.amendment.sent_on
        yield (
            SubClockKind.AMENDMENT,
            Actor.APPLICANT,
            step.reached_on,
            due_on,
            done_on,
            cite("30"),
            "",
        )
    for consultation in course.consultations:
        yield _of_consultation(course, consultation)
    yield from _of_fee_and_reasons(course)


def _of_receipt(course: Course) -> Iterator[_Row]:
    receipt = course.receipt
    if needs_confirmation(receipt, course.settings):
        yield (
            SubClockKind.CONFIRMATION,
            Actor.ORGAN,
            receipt.on,
            confirmation_due_on(course),
            course.confirmed_on,
            cite(receipt.channel.article),
            "",
        )
    if course.received_on is None:
        return
    asked = course.amendment
    yield (
        SubClockKind.AMENDMENT_NOTICE,
        Actor.ORGAN,
        asked.asked_from if asked else course.received_on,
        asked.notice_limit_on if asked else course.notice_limit_on,
        asked.step.on if asked else None,
        course.rules.amendment_notice.citation,
        "",
    )


def _of_consultation(course: Course, consultation: Consultation) -> _Row:
    is_third = consultation.is_of_third_party
    rules = course.rules
    limit = rules.third_party_opinion if is_third else rules.other_organ_opinion
    return (
        SubClockKind.THIRD_PARTY_OPINION
        if is_third
        else SubClockKind.OTHER_ORGAN_OPINION,
        Actor.THIRD_PARTY if is_third else Actor.OTHER_ORGAN,
        consultation.step.reached_on,
        consultation.ends_on,
        consultation.replied_on,
        limit.citation,
        consultation.step.party,
    )


def _of_fee_and_reasons(course: Course) -> Iterator[_Row]:
    reasons, fee = course.reasons, course.fee
    if reasons is not None and course.reasons_due_on is not None:
        yield (
            SubClockKind.REASONS,
            Actor.APPLICANT,
            reasons.reached_on,
            course.reasons_due_on,
            course.delayed.on if course.delayed else None,
            cite("35"),
            "",
        )
    if fee is not None:
        yield (
            SubClockKind.PAYMENT,
            Actor.APPLICANT,
            fee.step.reached_on,
            fee.due_on,
            fee.paid_on,
            course.rules.payment.citation,
            "",
        )


def _state(
    course: Course, day: date, due_on: date, done_on: date | None
) -> SubClockState:
    if done_on is not None:
        return SubClockState.DONE if done_on <= due_on else SubClockState.DONE_LATE
    if course.ended is not None and course.ended.on <= due_on:
        return SubClockState.STOPPED
    return SubClockState.EXPIRED if day > due_on else SubClockState.RUNNING
