"""What is told of a remedy: order, late filing, and what the organ missed."""

from dataclasses import replace
from datetime import date

import pytest

from gongkai.statute.calendar import WorkingDays
from gongkai.statute.outcomes import Outcome
from gongkai.statute.remedies import (
    ActAgain,
    AttackedAct,
    Course,
    Prior,
    Procedure,
    course_dues,
    remedy_warnings,
)
from gongkai.statute.remedy_results import RemedyResult, RemedyRoute

CALENDAR = WorkingDays.load_all()
DIRECT, AFTER = (
    RemedyRoute.LITIGATION_DIRECT,
    RemedyRoute.LITIGATION_AFTER_RECONSIDERATION,
)
REFUSED = AttackedAct(
    Outcome.WITHHELD_INTERNAL_AFFAIRS,
    ("16(1)",),
    decided_on=date(2025, 4, 1),
    known_on=date(2025, 4, 3),
)


def warnings(course, act=None, *, prior=None, applied_on=None, today=None):
    return remedy_warnings(
        course,
        course_dues(course, CALENDAR),
        applied_on=applied_on,
        act=act or AttackedAct(),
        prior=prior,
        today=today or course.accepted_on,
        calendar=CALENDAR,
    )


def test_direct_suit_against_a_refusal_should_have_been_a_reconsideration():
    (warning,) = warnings(Course(DIRECT, date(2025, 5, 6)), REFUSED)

    assert warning.startswith("2025-04-01的不予公开决定应当先申请行政复议")


def test_direct_suit_against_a_refusal_of_2023_stands():
    act = replace(REFUSED, decided_on=date(2023, 12, 29), known_on=date(2024, 1, 2))

    assert warnings(Course(DIRECT, date(2024, 2, 1)), act) == ()


def test_direct_suit_against_what_is_not_held_stands():
    act = replace(REFUSED, outcome=Outcome.UNAVAILABLE_NOT_HELD, grounds=("36(4)",))

    assert warnings(Course(DIRECT, date(2025, 5, 6)), act) == ()


def test_partial_disclosure_without_ground_says_nothing_of_the_order():
    act = replace(REFUSED, outcome=Outcome.PARTIALLY_DISCLOSED, grounds=())

    assert warnings(Course(DIRECT, date(2025, 5, 6)), act) == ()


def test_suit_after_reconsideration_wants_its_reconsideration():
    (warning,) = warnings(Course(AFTER, date(2025, 5, 6)))

    assert warning.startswith("复议后起诉的案件还没有关联复议案件")


@pytest.mark.parametrize(
    ("applied_on", "words"),
    [
        (date(2025, 10, 9), ()),
        (date(2025, 10, 10), ("超过申请行政复议的期限2025-10-09",)),
    ],
)
def test_late_reconsideration_is_told_from_the_day_after_the_last(applied_on, words):
    act = replace(REFUSED, known_on=date(2025, 8, 4))
    course = Course(RemedyRoute.RECONSIDERATION, date(2025, 10, 13))

    told = warnings(course, act, applied_on=applied_on)

    assert len(told) == len(words)
    assert all(word in warning for word, warning in zip(words, told, strict=True))


def test_applicant_who_was_not_told_has_a_year():
    act = replace(REFUSED, known_on=date(2025, 8, 4), is_told=False)
    course = Course(RemedyRoute.RECONSIDERATION, date(2026, 3, 2))

    assert warnings(course, act) == ()


def test_late_direct_suit_is_told():
    act = AttackedAct(Outcome.DISCLOSED, (), date(2025, 4, 1), date(2025, 4, 3))

    (warning,) = warnings(Course(DIRECT, date(2025, 10, 10)), act)

    assert warning.startswith("起诉日期2025-10-10超过直接提起诉讼的期限2025-10-09")


def test_suit_for_want_of_a_reply_has_six_months_from_its_last_day():
    act = AttackedAct(due_on=date(2025, 1, 6))

    (warning,) = warnings(Course(DIRECT, date(2025, 7, 8)), act)

    assert "对逾期不答复提起诉讼" in warning


def test_late_suit_after_reconsideration_counts_from_its_decision():
    prior = Prior(served_on=date(2025, 9, 18), decision_due_on=None)

    (warning,) = warnings(Course(AFTER, date(2025, 10, 10)), prior=prior)

    assert warning.startswith("起诉日期2025-10-10超过对复议决定不服提起诉讼的期限")


def test_act_whose_law_is_not_held_says_nothing_of_lateness():
    act = AttackedAct(known_on=date(2018, 3, 1))

    assert warnings(Course(DIRECT, date(2019, 6, 3)), act) == ()


def replying(replied_on=None):
    return Course(
        RemedyRoute.RECONSIDERATION,
        date(2025, 3, 3),
        procedure=Procedure.SIMPLIFIED,
        copy_received_on=date(2025, 3, 6),
        replied_on=replied_on,
    )


def test_reply_that_is_not_yet_late_is_not_warned_of():
    assert warnings(replying(), today=date(2025, 3, 13)) == ()


@pytest.mark.parametrize("replied_on", [None, date(2025, 3, 14)])
def test_missed_reply_tells_that_the_act_counts_as_without_evidence(replied_on):
    (warning,) = warnings(replying(replied_on), today=date(2025, 3, 14))

    assert warning.startswith("没有在2025-03-13前提出书面答复")


def test_missed_defence_tells_what_the_court_takes_it_for():
    course = Course(DIRECT, date(2025, 3, 3), copy_received_on=date(2025, 3, 10))

    (warning,) = warnings(course, today=date(2025, 3, 26))

    assert warning.startswith("没有在2025-03-25前向法院提交证据")


def test_missed_new_reply_is_told():
    course = Course(
        RemedyRoute.RECONSIDERATION,
        date(2025, 3, 3),
        concluded_on=date(2025, 4, 1),
        result=RemedyResult.RECONSIDERATION_REVOKED,
        served_on=date(2025, 4, 1),
        act_again=ActAgain(5),
    )

    (warning,) = warnings(course, today=date(2025, 4, 10))

    assert warning.startswith("没有在2025-04-09前重新答复")
