"""The state of a case, as lists and chips show it."""

from datetime import date
from enum import StrEnum

from gongkai.statute.clock.course import Course
from gongkai.statute.clock.steps import StepKind
from gongkai.statute.outcomes import Outcome


class ClockState(StrEnum):
    """Where a case stands."""

    SUBMITTED = "submitted"
    REGISTERED = "registered"
    AWAITING_AMENDMENT = "awaiting_amendment"
    CONSULTING = "consulting"
    AWAITING_REASONS = "awaiting_reasons"
    AWAITING_FEE = "awaiting_fee"
    OVERDUE = "overdue"
    DECIDED = "decided"
    DELIVERED = "delivered"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        """What an officer calls it."""
        return _LABELS[self]

    @property
    def is_open(self) -> bool:
        """Whether the organ still owes an answer: carried forward at year's end."""
        return self not in _ENDED


_LABELS = {
    ClockState.SUBMITTED: "待确认收到",
    ClockState.REGISTERED: "办理中",
    ClockState.AWAITING_AMENDMENT: "等待补正",
    ClockState.CONSULTING: "征求意见中",
    ClockState.AWAITING_REASONS: "等待说明理由",
    ClockState.AWAITING_FEE: "等待缴费",
    ClockState.OVERDUE: "逾期未答复",
    ClockState.DECIDED: "已答复",
    ClockState.DELIVERED: "已送达",
    ClockState.CLOSED: "已终结",
}
_ENDED = {ClockState.DECIDED, ClockState.DELIVERED, ClockState.CLOSED}
_OUTCOMES = {
    StepKind.AMENDMENT_LAPSED: Outcome.OTHER_AMENDMENT_LAPSED,
    StepKind.FEE_LAPSED: Outcome.OTHER_FEE_LAPSED,
    StepKind.WITHDRAWN: Outcome.OTHER_OTHER,
}


def state_of(course: Course, day: date, due_on: date | None) -> ClockState:
    """Return the state on ``day``; overdue goes before what is waited for."""
    if course.ended is not None:
        return _ended_state(course)
    if course.zero_on is None:
        return ClockState.SUBMITTED
    if due_on is not None and day > due_on:
        return ClockState.OVERDUE
    return _waiting_state(course, day)


def outcome_of(course: Course) -> Outcome | None:
    """Return the cell of table three in which the case ends, once it has ended."""
    if course.decided is not None:
        outcome = course.decided.outcome
        return None if outcome is None else Outcome(outcome)
    return None if course.ended is None else _OUTCOMES[course.ended.kind]


def _ended_state(course: Course) -> ClockState:
    if course.delivered is not None:
        return ClockState.DELIVERED
    return ClockState.CLOSED if course.decided is None else ClockState.DECIDED


def _waiting_state(course: Course, day: date) -> ClockState:
    if course.waits_for_fee:
        return ClockState.AWAITING_FEE
    if course.amendment is not None and course.amendment.is_pending:
        return ClockState.AWAITING_AMENDMENT
    if course.open_consultations(day):
        return ClockState.CONSULTING
    if course.reasons is not None and course.delayed is None:
        return ClockState.AWAITING_REASONS
    return ClockState.REGISTERED
