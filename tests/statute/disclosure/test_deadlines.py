from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.statute.calendar import WorkingDays
from gongkai.statute.disclosure import (
    DeadlineKind,
    disclosure_due,
    last_event_overdue,
)
from gongkai.statute.errors import CalendarError, StatuteError

CALENDAR = WorkingDays.load_all()


@pytest.mark.parametrize(
    ("kind", "happened_on", "due_on"),
    [
        # Twenty working days, over Labour Day with its make-up day.
        ("general", date(2025, 4, 22), date(2025, 5, 22)),
        # Twenty days end within the National Day holidays and roll over.
        ("budget", date(2025, 9, 12), date(2025, 10, 9)),
        # Twenty days end on a working day.
        ("budget", date(2025, 2, 20), date(2025, 3, 12)),
        ("proposal_reply", date(2021, 8, 16), date(2021, 9, 13)),
        # Friday: three working days, the next Wednesday.
        ("penalty_withdrawal", date(2025, 3, 7), date(2025, 3, 12)),
        ("interpretation", date(2025, 3, 7), date(2025, 3, 12)),
    ],
)
def test_each_kind_has_its_last_day(kind, happened_on, due_on):
    due = disclosure_due(DeadlineKind(kind), happened_on, CALENDAR)

    assert due.due_on == due_on


def test_before_the_revision_the_limit_cites_the_regulation_of_2007():
    due = disclosure_due(DeadlineKind.GENERAL, date(2019, 4, 1), CALENDAR)

    assert due.period.article == "《政府信息公开条例》（国务院令第492号）第十八条"


def test_a_day_before_the_rule_is_refused():
    with pytest.raises(StatuteError) as refused:
        disclosure_due(DeadlineKind.PENALTY_WITHDRAWAL, date(2021, 7, 14), CALENDAR)

    assert refused.value.message == (
        "“撤回行政处罚决定信息”的公开期限自2021-07-15起施行，2021-07-14还没有。"
        "请核对日期，或者按当时的规定人工计算。"
    )


def test_a_year_without_notice_is_refused_unless_provisional():
    day = date(2026, 12, 20)

    with pytest.raises(CalendarError):
        disclosure_due(DeadlineKind.GENERAL, day, CALENDAR)

    due = disclosure_due(DeadlineKind.GENERAL, day, CALENDAR, provisional=True)
    assert due.provisional


@given(
    st.sampled_from(DeadlineKind),
    st.dates(date(2022, 1, 1), date(2026, 6, 30)),
)
def test_the_last_event_overdue_is_the_last_one(kind, today):
    last = last_event_overdue(kind, today, CALENDAR)
    following = date.fromordinal(last.toordinal() + 1)

    assert disclosure_due(kind, last, CALENDAR, provisional=True).due_on < today
    assert disclosure_due(kind, following, CALENDAR, provisional=True).due_on >= today


@pytest.mark.parametrize("kind", DeadlineKind)
def test_each_kind_says_what_it_is_and_from_what_event_it_runs(kind):
    assert kind.label
    assert kind.event
