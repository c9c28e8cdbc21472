"""From dated steps to the answer: one pure function."""

from collections.abc import Iterable
from datetime import date

from gongkai.statute.calendar import WorkingDays
from gongkai.statute.clock.acts import ACTS
from gongkai.statute.clock.acts.receipt import (
    confirmation_due_on,
    needs_confirmation,
    settle_receipt,
)
from gongkai.statute.clock.answer import ClockAnswer
from gongkai.statute.clock.course import Course
from gongkai.statute.clock.errors import ClockError
from gongkai.statute.clock.gate import refusal_of
from gongkai.statute.clock.settings import ClockSettings
from gongkai.statute.clock.states import ClockState, outcome_of, state_of
from gongkai.statute.clock.steps import Receipt, Step, StepKind
from gongkai.statute.clock.words import in_full

_DEFAULTS = ClockSettings()


def evaluate(
    receipt: Receipt,
    steps: Iterable[Step],
    *,
    as_of: date,
    calendar: WorkingDays,
    settings: ClockSettings = _DEFAULTS,
) -> ClockAnswer:
    """Return how a case stands on ``as_of``, with its reasoning.

    Steps are in order of time; several of one day in the order in which they were
    taken. Raises ``ClockError`` for a history that cannot have happened lawfully, and
    ``CalendarError`` where a year has no holiday notice and the settings do not allow
    a provisional count.

    >>> from gongkai.statute.clock import Channel
    >>> answer = evaluate(
    ...     Receipt(date(2024, 9, 25), Channel.IN_PERSON),
    ...     [Step(StepKind.EXTENDED, date(2024, 10, 18))],
    ...     as_of=date(2024, 11, 1), calendar=WorkingDays.load_all())
    >>> answer.state.label, answer.due_on, answer.remaining_working_days
    ('办理中', datetime.date(2024, 11, 25), 16)
    """
    course = _received(receipt, as_of, calendar, settings)
    day = receipt.on
    for number, step in enumerate(steps, 1):
        _check_day(step, number, day, as_of)
        _take(course, step, number)
        day = step.on
    return _answer(course, as_of)


def _received(
    receipt: Receipt, as_of: date, calendar: WorkingDays, settings: ClockSettings
) -> Course:
    if receipt.on > as_of:
        raise ClockError(
            f"收到申请的日期{receipt.on}晚于计算日{as_of}。请核对这两个日期。",
            article=receipt.channel.article,
        )
    course = Course(receipt, calendar, settings)
    if not needs_confirmation(receipt, settings):
        settle_receipt(course, StepKind.RECEIPT_CONFIRMED, receipt.on)
    return course


def _check_day(step: Step, number: int, previous: date, as_of: date) -> None:
    if step.on < previous:
        before = "收到申请的日期" if number == 1 else "前一步的日期"
        raise ClockError(
            f"{_name(step, number)}早于{before}{previous}。请按发生的先后排列。",
            article=_article_of_order(number),
        )
    if step.on > as_of:
        raise ClockError(f"{_name(step, number)}晚于计算日{as_of}。请核对日期。")


def _article_of_order(number: int) -> str:
    return "31" if number == 1 else ""


def _take(course: Course, step: Step, number: int) -> None:
    refusal = refusal_of(course, step.kind, step.on)
    if refusal is not None:
        raise ClockError(
            f"{_name(step, number)}：{refusal.text}", article=refusal.article
        )
    act = ACTS[step.kind]
    caution = act.caution(course, step.on)
    if caution is not None:
        course.warnings.append(f"{_name(step, number)}：{caution}")
    try:
        act.apply(course, step)
    except ClockError as error:
        raise ClockError(
            f"{_name(step, number)}：{error.message}", article=error.article
        ) from None


def _name(step: Step, number: int) -> str:
    return f"第{number}步“{step.kind.label}”（{step.on}）"


def _answer(course: Course, as_of: date) -> ClockAnswer:
    ended_on = course.ended.on if course.ended else None
    due_on = course.due_on(ended_on or as_of)
    state = state_of(course, as_of, due_on)
    return ClockAnswer(
        as_of=as_of,
        state=state,
        received_on=course.received_on,
        due_on=due_on,
        remaining_working_days=_remaining(course, as_of, due_on, state),
        limit_working_days=_limit(course),
        decided_late=course.decided is not None
        and due_on is not None
        and course.decided.on > due_on,
        ended_on=ended_on,
        outcome=outcome_of(course),
        warnings=(*course.warnings, *_reminders(course, as_of, due_on, state)),
        provisional=course.is_provisional,
        _course=course,
    )


def _remaining(
    course: Course, as_of: date, due_on: date | None, state: ClockState
) -> int | None:
    if due_on is None or course.zero_on is None or not state.is_open:
        return None
    if as_of <= due_on:
        return course.count(max(as_of, course.zero_on), due_on)
    return -course.count(due_on, as_of)


def _limit(course: Course) -> int | None:
    if course.zero_on is None or course.delayed_until is not None:
        return None
    return course.limit_working_days


def _reminders(
    course: Course, as_of: date, due_on: date | None, state: ClockState
) -> list[str]:
    """Return what somebody ought to do about the case as it stands."""
    reminders = []
    if state is ClockState.SUBMITTED and as_of > confirmation_due_on(course):
        reminders.append("申请已经提交，至今没有与申请人确认收到。请尽快确认。")
    if state is ClockState.OVERDUE and due_on is not None:
        reminders.append(
            f"答复期限已于{in_full(due_on)}届满，仍未答复；申请人可以申请行政复议或者"
            "提起诉讼，本机关可能被责令改正（第四十七条、第五十三条）。请尽快答复。"
        )
    if state.is_open:
        reminders += _unrecorded_lapses(course, as_of)
    if course.is_provisional:
        reminders.append("期限跨入没有放假安排的年份，暂按周末推算，公布后应当重算。")
    return reminders


def _unrecorded_lapses(course: Course, as_of: date) -> list[str]:
    reminders = []
    amendment, fee = course.amendment, course.fee
    if amendment and amendment.is_pending and as_of > amendment.due_on:
        reminders.append(
            f"补正期限已于{in_full(amendment.due_on)}届满。没有正当理由的，"
            "请登记逾期未补正。"
        )
    if fee and fee.is_pending and as_of > fee.due_on:
        reminders.append(f"缴费期限已于{in_full(fee.due_on)}届满。请登记逾期未缴费。")
    return reminders
