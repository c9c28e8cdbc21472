"""What is due when in the course of a remedy, and how each day comes about.

行政复议法第四十八条、第五十四条、第六十二条、第六十四条; 行政诉讼法第六十七条、
第八十一条、第八十五条、第八十八条. The time of a suspension is not counted, and a new
reply is due from the receipt of the decision
(docs/interpretations/0049-course-of-a-remedy.md).
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from gongkai.statute.calendar import WorkingDays
from gongkai.statute.remedies.clocks import lawsuit_after, reconsideration_clock
from gongkai.statute.remedies.course import ActAgain, Course, Due, DueKind, check_course
from gongkai.statute.remedies.deadlines import Deadline, deadline, last_day
from gongkai.statute.remedies.periods import Period
from gongkai.statute.remedies.steps import CourseStepKind, suspended_days

_FIRST = (CourseStepKind.FIRST_JUDGMENT, CourseStepKind.FIRST_RULING)


def course_dues(course: Course, calendar: WorkingDays) -> tuple[Due, ...]:
    """Return what is or was due, in the order of the days.

    A suspended reconsideration has no day for its decision. Years without holiday
    notice go by weekends, and the text says so. Raises ``StatuteError`` for an
    impossible course.

    >>> from gongkai.statute.remedies.clocks import Procedure
    >>> from gongkai.statute.remedy_results import RemedyRoute
    >>> course = Course(RemedyRoute.RECONSIDERATION, date(2025, 3, 3),
    ...     procedure=Procedure.SIMPLIFIED, copy_received_on=date(2025, 3, 6))
    >>> [(due.kind.label, str(due.deadline.due_on))
    ...  for due in course_dues(course, WorkingDays.load_all())][-1]
    ('作出复议决定', '2025-04-02')
    """
    check_course(course)
    find = _reconsideration if course.is_reconsideration else _suit
    dues = [*find(course, calendar), *_after_the_end(course, calendar)]
    return tuple(sorted(dues, key=lambda due: due.deadline.due_on))


def next_due(dues: Iterable[Due], course: Course) -> Due | None:
    """Return what is due next: the organ's own before what it waits for."""
    kept = [due for due in dues if due.met_on is None and _is_open(due, course)]
    kept.sort(key=lambda due: (not due.kind.is_ours, due.deadline.due_on))
    return kept[0] if kept else None


def _is_open(due: Due, course: Course) -> bool:
    """Return whether anybody still waits for it; after the end only what follows."""
    if course.concluded_on is None:
        return True
    return due.kind is DueKind.ACT_AGAIN


def _reconsideration(course: Course, calendar: WorkingDays) -> Iterator[Due]:
    if course.procedure is None:
        return
    extended = sum(
        step.days for step in course.steps if step.kind is CourseStepKind.EXTENDED
    )
    clock = reconsideration_clock(
        course.procedure,
        accepted_on=course.accepted_on,
        copy_received_on=course.copy_received_on,
        calendar=calendar,
        extended_days=extended,
        provisional=True,
    )
    yield Due(DueKind.COPY, clock.copy, course.copy_received_on)
    if clock.reply is not None:
        yield Due(DueKind.REPLY, clock.reply, course.replied_on)
    if not course.is_suspended:
        yield _decision(course, clock.decision, calendar)


def _decision(course: Course, expected: Deadline, calendar: WorkingDays) -> Due:
    """Return the day of the decision, later by the days of suspensions."""
    stood = suspended_days(course.steps)
    if not stood:
        return Due(DueKind.DECISION, expected, course.concluded_on)
    period = replace(expected.period, number=expected.period.number + stood)
    moved = last_day(period, course.accepted_on, calendar, provisional=True)
    note = f"其中中止{stood}日不计入复议期限。"
    return Due(DueKind.DECISION, moved, course.concluded_on, note)


def _suit(course: Course, calendar: WorkingDays) -> Iterator[Due]:
    def due(kind: DueKind, key: str, start: date, met_on: date | None) -> Due:
        return Due(kind, deadline(key, start, calendar, provisional=True), met_on)

    if course.copy_received_on:
        yield due(
            DueKind.REPLY,
            "litigation.defence",
            course.copy_received_on,
            course.replied_on,
        )
    first = course.last(*_FIRST)
    appeal = course.last(CourseStepKind.APPEALED)
    if not course.is_suspended and course.accepted_on >= _HELD_FROM:
        ended = first.on if first else course.concluded_on
        key = "litigation.first_instance"
        stood = suspended_days(course.steps)
        note = f"另有中止{stood}日不计入审理期限。" if stood else ""
        found = due(DueKind.FIRST_INSTANCE, key, course.accepted_on, ended)
        yield replace(found, note=note)
    if first is not None:
        is_judgment = first.kind is CourseStepKind.FIRST_JUDGMENT
        key = f"litigation.appeal_{'judgment' if is_judgment else 'ruling'}"
        met = appeal.on if appeal else course.concluded_on
        yield due(DueKind.APPEAL, key, first.on, met)
    if appeal is not None:
        key = "litigation.second_instance"
        yield due(DueKind.SECOND_INSTANCE, key, appeal.on, course.concluded_on)


#: Suits of before are in old ledgers; their periods are not held and not needed.
_HELD_FROM = date(2019, 5, 15)


def _after_the_end(course: Course, calendar: WorkingDays) -> Iterator[Due]:
    if course.served_on is None:
        return
    if course.act_again is not None:
        period = _ordered(course, course.act_again)
        ordered = last_day(period, course.served_on, calendar, provisional=True)
        yield Due(DueKind.ACT_AGAIN, ordered, course.acted_again_on)
    if course.is_reconsideration and course.served_on >= _HELD_FROM:
        suit = lawsuit_after(
            decision_served_on=course.served_on,
            decision_due_on=course.served_on,
            calendar=calendar,
            provisional=True,
        )
        note = "从申请人收到决定书之日起算，这里按本机关收到之日估计。"
        yield Due(DueKind.SUIT, suit, None, note)


def _ordered(course: Course, again: ActAgain) -> Period:
    law = "《行政复议法》第七十七条第一款"
    return Period(
        key="act_again",
        label=DueKind.ACT_AGAIN.label,
        number=again.number,
        unit=again.unit,
        article=law if course.is_reconsideration else "《行政诉讼法》第九十四条",
        text="应当履行决定书、判决书",
        in_force_from=course.accepted_on,
        in_force_until=None,
    )
