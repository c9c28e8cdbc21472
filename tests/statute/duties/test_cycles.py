from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.statute.duties import Cycle, DutyState, duty_standing
from gongkai.statute.errors import StatuteError

YEARLY = Cycle.parse("06-30")
TERMS = Cycle.parse("04-30 10-31")
ON_CHANGE = Cycle.parse("")


@pytest.mark.parametrize(
    ("cycle", "newest_on", "today", "state", "next_due_on"),
    [
        # Published in time: met until 30 days before the next day.
        (YEARLY, date(2025, 6, 3), date(2025, 7, 1), "met", date(2026, 6, 30)),
        (YEARLY, date(2025, 6, 3), date(2026, 5, 30), "met", date(2026, 6, 30)),
        (YEARLY, date(2025, 6, 3), date(2026, 5, 31), "due", date(2026, 6, 30)),
        (YEARLY, date(2025, 6, 3), date(2026, 6, 30), "due", date(2026, 6, 30)),
        (YEARLY, date(2025, 6, 3), date(2026, 7, 1), "overdue", date(2026, 6, 30)),
        # Published late, in July: it is last year's, the next is due in June.
        (YEARLY, date(2025, 7, 20), date(2025, 8, 1), "met", date(2026, 6, 30)),
        # Published early, in February: it is this June's.
        (YEARLY, date(2026, 2, 10), date(2026, 7, 1), "met", date(2027, 6, 30)),
        # Twice a year.
        (TERMS, date(2026, 4, 2), date(2026, 6, 1), "met", date(2026, 10, 31)),
        (TERMS, date(2026, 4, 2), date(2026, 11, 1), "overdue", date(2026, 10, 31)),
        # When something changes: any item will do.
        (ON_CHANGE, date(2019, 5, 15), date(2026, 1, 1), "met", None),
        (ON_CHANGE, None, date(2026, 1, 1), "empty", None),
        (YEARLY, None, date(2026, 1, 1), "empty", None),
    ],
)
def test_a_duty_stands_by_its_newest_item(cycle, newest_on, today, state, next_due_on):
    standing = duty_standing(cycle, newest_on, today)

    assert (standing.state.value, standing.next_due_on) == (state, next_due_on)


def test_a_duty_that_is_not_the_organs_gives_its_reason():
    standing = duty_standing(
        YEARLY, None, date(2026, 1, 1), not_applicable="本县没有民办学校。"
    )

    assert standing.state is DutyState.NOT_APPLICABLE
    assert standing.text == "本县没有民办学校。"


def test_the_text_says_by_when_the_next_item_is_public():
    standing = duty_standing(TERMS, date(2026, 4, 2), date(2026, 6, 1))

    assert standing.text == (
        "最近公开2026-04-02；每年2次，4月30日、10月31日前公开，下一次最迟2026-10-31。"
    )


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("", "形成或者变更时"),
        ("06-30", "每年，6月30日前"),
        ("10-31 04-30", "每年2次，4月30日、10月31日前"),
    ],
)
def test_a_cycle_is_named_in_words(text, label):
    assert Cycle.parse(text).label == label


@pytest.mark.parametrize("text", ["6月", "13-01", "02-29", "0630"])
def test_a_day_that_is_none_of_every_year_is_refused(text):
    with pytest.raises(StatuteError) as refused:
        Cycle.parse(text)

    assert refused.value.message == (
        f"“{text}”不是公开周期里的一天。请写成“月-日”，例如06-30；"
        "一年几次的用空格隔开。"
    )


DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@given(st.sampled_from([YEARLY, TERMS, Cycle.parse("01-31 04-30 07-31 10-31")]), DAYS)
def test_the_next_day_lies_ahead_and_is_one_of_the_cycle(cycle, newest_on):
    due_on = cycle.next_due_after(newest_on)

    assert due_on > newest_on
    assert (due_on.month, due_on.day) in cycle.days


@given(st.sampled_from([YEARLY, TERMS]), DAYS, DAYS)
def test_a_newer_item_is_never_due_earlier(cycle, one, other):
    older, newer = sorted([one, other])

    assert cycle.next_due_after(older) <= cycle.next_due_after(newer)


@given(st.lists(st.sampled_from(["01-31", "04-30", "06-30", "10-31"]), unique=True))
def test_printing_undoes_parsing(days):
    cycle = Cycle.parse(" ".join(days))

    assert Cycle.parse(str(cycle)) == cycle


@pytest.mark.parametrize("state", DutyState)
def test_states_have_officers_words(state):
    assert state.label
