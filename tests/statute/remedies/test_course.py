"""What is due in a reconsideration or a suit, and what cannot be."""

from datetime import date

import pytest

from gongkai.statute.calendar import WorkingDays
from gongkai.statute.errors import StatuteError
from gongkai.statute.remedies import (
    ActAgain,
    Course,
    CourseStep,
    CourseStepKind,
    DueKind,
    Procedure,
    Unit,
    course_dues,
    next_due,
    open_steps,
)
from gongkai.statute.remedy_results import RemedyResult, RemedyRoute

CALENDAR = WorkingDays.load_all()
S = CourseStepKind
ACCEPTED = date(2025, 3, 3)


def reconsideration(*steps, procedure=Procedure.ORDINARY, **fields):
    return Course(
        RemedyRoute.RECONSIDERATION,
        ACCEPTED,
        procedure=procedure,
        steps=steps,
        **fields,
    )


def suit(*steps, **fields):
    return Course(RemedyRoute.LITIGATION_DIRECT, ACCEPTED, steps=steps, **fields)


def days_of(course):
    return {due.kind: due.deadline.due_on for due in course_dues(course, CALENDAR)}


def test_simplified_reconsideration_runs_as_the_law_file_works_it_out():
    course = reconsideration(
        procedure=Procedure.SIMPLIFIED, copy_received_on=date(2025, 3, 6)
    )

    assert days_of(course) == {
        DueKind.COPY: date(2025, 3, 6),
        DueKind.REPLY: date(2025, 3, 13),
        DueKind.DECISION: date(2025, 4, 2),
    }


def test_extension_moves_the_decision_by_its_days():
    plain = days_of(reconsideration())
    extended = days_of(
        reconsideration(CourseStep(S.EXTENDED, date(2025, 4, 25), days=30))
    )

    assert plain[DueKind.DECISION] == date(2025, 5, 6)  # 5月2日在劳动节假期
    assert extended[DueKind.DECISION] == date(2025, 6, 3)  # 6月1日在端午节假期


def test_time_of_a_suspension_is_not_counted():
    course = reconsideration(
        CourseStep(S.SUSPENDED, date(2025, 3, 10)),
        CourseStep(S.RESUMED, date(2025, 3, 20)),
    )

    decision = course_dues(course, CALENDAR)[-1]
    assert decision.deadline.due_on == date(2025, 5, 12)
    assert decision.note == "其中中止10日不计入复议期限。"


def test_suspended_reconsideration_has_no_day_for_its_decision():
    course = reconsideration(CourseStep(S.SUSPENDED, date(2025, 3, 10)))

    assert DueKind.DECISION not in days_of(course)


def test_defence_is_due_fifteen_calendar_days_after_the_copy():
    course = suit(copy_received_on=date(2025, 3, 10))

    assert days_of(course)[DueKind.REPLY] == date(2025, 3, 25)


@pytest.mark.parametrize(
    ("kind", "last_on"),
    [(S.FIRST_JUDGMENT, date(2025, 9, 16)), (S.FIRST_RULING, date(2025, 9, 11))],
)
def test_appeal_is_open_longer_against_a_judgment_than_a_ruling(kind, last_on):
    course = suit(CourseStep(kind, date(2025, 9, 1)))

    assert days_of(course)[DueKind.APPEAL] == last_on


def test_second_instance_has_three_months_from_the_appeal():
    course = suit(
        CourseStep(S.FIRST_JUDGMENT, date(2025, 6, 3)),
        CourseStep(S.APPEALED, date(2025, 6, 16)),
    )

    assert days_of(course)[DueKind.SECOND_INSTANCE] == date(2025, 9, 16)


def corrected(**fields):
    given = {
        "concluded_on": date(2025, 4, 20),
        "result": RemedyResult.RECONSIDERATION_REVOKED,
        "served_on": date(2025, 4, 22),
        "act_again": ActAgain(20),
    }
    return reconsideration(**(given | fields))


def test_new_reply_is_due_in_the_ordered_period_from_the_receipt():
    due = next_due(course_dues(corrected(), CALENDAR), corrected())

    assert due.kind is DueKind.ACT_AGAIN
    assert due.deadline.due_on == date(2025, 5, 22)
    assert due.text == (
        "2025-04-22起20个工作日，2025-05-22届满（《行政复议法》第七十七条第一款）。"
    )


def test_order_in_calendar_days_gives_way_to_a_holiday():
    course = corrected(act_again=ActAgain(10, Unit.DAYS))

    assert days_of(course)[DueKind.ACT_AGAIN] == date(2025, 5, 6)


def test_after_the_new_reply_nothing_of_ours_is_due():
    course = corrected(acted_again_on=date(2025, 5, 6))

    assert next_due(course_dues(course, CALENDAR), course) is None


def test_own_period_stands_before_those_of_others():
    course = reconsideration(copy_received_on=date(2025, 3, 12))

    assert next_due(course_dues(course, CALENDAR), course).kind is DueKind.REPLY


def test_suits_of_before_the_law_held_here_have_no_periods():
    old = Course(RemedyRoute.LITIGATION_DIRECT, date(2018, 3, 1))

    assert course_dues(old, CALENDAR) == ()


@pytest.mark.parametrize(
    ("course", "words"),
    [
        (
            reconsideration(
                CourseStep(S.EXTENDED, date(2025, 3, 20), days=10),
                procedure=Procedure.SIMPLIFIED,
            ),
            "只有普通程序的复议期限可以延长",
        ),
        (
            reconsideration(CourseStep(S.EXTENDED, date(2025, 3, 20), days=31)),
            "应为1至30日，现为31日",
        ),
        (reconsideration(CourseStep(S.RESUMED, date(2025, 3, 20))), "案件没有中止"),
        (
            reconsideration(CourseStep(S.HEARD, date(2025, 3, 1))),
            "早于受理（立案）日期2025-03-03",
        ),
        (
            reconsideration(CourseStep(S.APPEALED, date(2025, 3, 20))),
            "行政复议没有“上诉（二审收到上诉状）”这一步",
        ),
        (suit(CourseStep(S.APPEALED, date(2025, 3, 20))), "还没有登记一审"),
        (
            corrected(result=RemedyResult.RECONSIDERATION_UPHELD),
            "结果为“维持”的，没有责令重新答复",
        ),
        (corrected(served_on=None), "请填收到决定（裁判）日期"),
    ],
)
def test_impossible_course_is_refused_with_the_reason(course, words):
    with pytest.raises(StatuteError, match=words):
        course_dues(course, CALENDAR)


def test_only_steps_that_can_follow_are_offered():
    suspended = [CourseStep(S.SUSPENDED, date(2025, 3, 10))]

    offered = open_steps(RemedyRoute.RECONSIDERATION, Procedure.ORDINARY, suspended)

    assert offered == (S.HEARD, S.EXTENDED, S.RESUMED)


def test_steps_of_a_suit_follow_its_instances():
    judged = [CourseStep(S.FIRST_JUDGMENT, date(2025, 6, 3))]
    appealed = [*judged, CourseStep(S.APPEALED, date(2025, 6, 16))]
    route = RemedyRoute.LITIGATION_DIRECT

    assert open_steps(route, None, ()) == (
        S.HEARD,
        S.SUSPENDED,
        S.FIRST_JUDGMENT,
        S.FIRST_RULING,
    )
    assert open_steps(route, None, judged) == (S.HEARD, S.SUSPENDED, S.APPEALED)
    assert open_steps(route, None, appealed) == (S.HEARD, S.SUSPENDED)


def test_every_step_and_due_has_words():
    assert all(kind.label for kind in CourseStepKind)
    assert {kind.whose for kind in DueKind if kind.is_ours} == {"本机关"}


def test_second_step_of_a_kind_that_comes_once_is_refused():
    extended = CourseStep(S.EXTENDED, date(2025, 4, 1), days=10)
    judged = CourseStep(S.FIRST_RULING, date(2025, 6, 3))
    appealed = CourseStep(S.APPEALED, date(2025, 6, 10))

    for course, words in (
        (reconsideration(extended, extended), "已经延长过"),
        (suit(judged, judged), "一审判决、裁定已经登记"),
        (suit(judged, appealed, appealed), "上诉已经登记"),
    ):
        with pytest.raises(StatuteError, match=words):
            course_dues(course, CALENDAR)


def test_pause_of_a_suit_is_told_beside_its_period():
    course = suit(
        CourseStep(S.SUSPENDED, date(2025, 3, 10)),
        CourseStep(S.RESUMED, date(2025, 3, 20)),
    )

    assert course_dues(course, CALENDAR)[0].note == "另有中止10日不计入审理期限。"


def test_late_reply_is_known_as_late():
    course = reconsideration(
        procedure=Procedure.SIMPLIFIED,
        copy_received_on=date(2025, 3, 6),
        replied_on=date(2025, 3, 14),
    )

    late = [due.kind for due in course_dues(course, CALENDAR) if due.is_late]

    assert late == [DueKind.REPLY]


def test_served_reconsideration_opens_fifteen_days_to_sue():
    served = reconsideration(served_on=date(2025, 9, 18))

    assert days_of(served)[DueKind.SUIT] == date(2025, 10, 9)


def test_served_judgment_opens_nothing_new():
    assert DueKind.SUIT not in days_of(suit(served_on=date(2025, 9, 18)))
