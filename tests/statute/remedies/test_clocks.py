"""Worked example (e) of the law file, and the ordinary procedure beside it."""

from datetime import date

import pytest

from gongkai.statute.calendar import WorkingDays
from gongkai.statute.errors import StatuteError
from gongkai.statute.remedies import Procedure, lawsuit_after, reconsideration_clock

CALENDAR = WorkingDays.load_all()
ACCEPTED = date(2025, 3, 3)


def clock(procedure, **history):
    return reconsideration_clock(
        procedure, accepted_on=ACCEPTED, calendar=CALENDAR, **history
    )


def test_the_simplified_procedure_of_the_worked_example():
    found = clock(Procedure.SIMPLIFIED, copy_received_on=date(2025, 3, 6))

    assert [each.due_on for each in found.deadlines] == [
        date(2025, 3, 6),
        date(2025, 3, 13),
        date(2025, 4, 2),
    ]


def test_the_ordinary_procedure_leaves_twice_the_time():
    found = clock(Procedure.ORDINARY, copy_received_on=date(2025, 3, 12))

    assert [each.due_on for each in found.deadlines] == [
        date(2025, 3, 12),
        date(2025, 3, 26),
        date(2025, 5, 6),  # 60th day 2025-05-02, Labour Day holiday
    ]


def test_no_reply_is_due_before_the_copy_came():
    found = clock(Procedure.SIMPLIFIED)

    assert found.reply is None
    assert found.deadlines == (found.copy, found.decision)


def test_the_ordinary_procedure_may_be_extended_by_thirty_days():
    found = clock(Procedure.ORDINARY, extended_days=30)

    assert found.decision.nominal_on == date(2025, 6, 1)
    assert found.decision.due_on == date(2025, 6, 3)  # 端午节
    assert found.decision.period.words == "90日"


@pytest.mark.parametrize("days", [-1, 31])
def test_a_longer_extension_is_refused(days):
    with pytest.raises(StatuteError) as refusal:
        clock(Procedure.ORDINARY, extended_days=days)

    assert refusal.value.message == (
        f"复议期限延长应为1至30日，现为{days}日。请改正后再算。"
    )


def test_the_simplified_procedure_is_not_extended():
    with pytest.raises(StatuteError) as refusal:
        clock(Procedure.SIMPLIFIED, extended_days=1)

    assert refusal.value.message == (
        "简易程序的复议期限不能延长。需要延长的，应先转为普通程序。"
    )


def test_a_copy_before_the_acceptance_is_refused():
    with pytest.raises(StatuteError) as refusal:
        clock(Procedure.SIMPLIFIED, copy_received_on=date(2025, 3, 2))

    assert refusal.value.message == (
        "收到副本的日期2025-03-02早于受理日期2025-03-03。请核对两个日期。"
    )


def test_the_new_procedures_begin_with_2024():
    with pytest.raises(StatuteError):
        reconsideration_clock(
            Procedure.SIMPLIFIED, accepted_on=date(2023, 12, 31), calendar=CALENDAR
        )

    found = reconsideration_clock(
        Procedure.SIMPLIFIED, accepted_on=date(2024, 1, 1), calendar=CALENDAR
    )
    assert found.copy.due_on == date(2024, 1, 4)


def test_the_period_to_sue_runs_from_the_decision():
    found = lawsuit_after(
        decision_served_on=date(2025, 9, 18),
        decision_due_on=date(2025, 9, 30),
        calendar=CALENDAR,
    )

    assert found.due_on == date(2025, 10, 9)


def test_without_a_decision_it_runs_from_the_end_of_its_period():
    found = lawsuit_after(
        decision_served_on=None, decision_due_on=date(2025, 4, 2), calendar=CALENDAR
    )

    assert found.due_on == date(2025, 4, 17)


def test_the_procedures_have_the_words_of_the_law():
    assert [each.label for each in Procedure] == ["简易程序", "普通程序"]
