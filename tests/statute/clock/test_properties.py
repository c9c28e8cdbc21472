from dataclasses import fields
from datetime import date, timedelta
from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from gongkai.statute.calendar import WorkingDays
from gongkai.statute.clock import (
    Channel,
    ClockError,
    ClockSettings,
    ClockState,
    Receipt,
    Step,
    StepKind,
    evaluate,
)
from gongkai.statute.clock.case_file import answer_document
from statute.clock.comparing import answer_of, ledger_difference
from statute.clock.histories import random_history

CALENDAR = WorkingDays.load_all()
days = st.dates(date(2019, 6, 1), date(2026, 6, 30))
limits = settings(deadline=None, max_examples=200)
all_settings = st.builds(
    ClockSettings,
    amendment_working_days=st.integers(5, 15),
    confirmation_working_days=st.integers(0, 15),
    **{
        field.name: st.booleans()
        for field in fields(ClockSettings)
        if field.type is bool
    },
)
SUPPLEMENTS = {
    "note": lambda _day: "住院",
    "until": lambda day: day + timedelta(days=90),
    "outcome": lambda _day: "disclosed",
}


@st.composite
def possible_histories(draw):
    history = random_history(Random(draw(st.integers(0, 2**32))))  # noqa: S311
    assume(not history.is_impossible)
    return history


@limits
@given(possible_histories())
def test_every_last_day_is_a_working_day(history):
    answer = answer_of(history)

    last_days = [answer.due_on, *(clock.due_on for clock in answer.sub_clocks)]
    # ordinary mail is to be confirmed on the very day, a rest day or not
    exempt = {history.on} if history.channel == "post_unsigned" else set()
    assert [
        day
        for day in last_days
        if day and day not in exempt and not CALENDAR.is_working_day(day)
    ] == []


@limits
@given(days, days, st.integers(0, 20))
def test_a_later_receipt_is_never_due_earlier(one, other, extended_by):
    earlier, later = sorted((one, other))

    def due(on):
        steps = [Step(StepKind.EXTENDED, on, working_days=extended_by)]
        return evaluate(
            Receipt(on, Channel.IN_PERSON),
            steps if extended_by else [],
            as_of=on,
            calendar=CALENDAR,
        ).due_on

    assert due(earlier) <= due(later)


@limits
@given(possible_histories())
def test_the_ledger_adds_up(history):
    answer = answer_of(history)

    counted = sum(line.counted for line in answer.reasoning)
    if answer.due_on is not None and answer.limit_working_days is not None:
        assert counted == answer.limit_working_days
    elif answer.limit_working_days is not None:
        assert counted <= answer.limit_working_days


@limits
@given(possible_histories(), all_settings)
def test_the_ledger_adds_up_whatever_an_organ_has_chosen(history, chosen):
    try:
        answer = answer_of(history, chosen)
    except ClockError:
        # what the defaults allow another choice may refuse
        assert chosen != ClockSettings()
        return

    assert answer_document(answer)["next_steps"] or not answer.state.is_open
    assert ledger_difference(history, answer) is None
    if answer.due_on is not None:
        assert CALENDAR.is_working_day(answer.due_on)


@limits
@given(possible_histories())
def test_asking_twice_changes_nothing(history):
    assert answer_document(answer_of(history)) == answer_document(answer_of(history))


@limits
@given(possible_histories())
def test_every_kind_is_either_allowed_or_refused_with_a_reason(history):
    answer = answer_of(history)

    allowed = {step.kind for step in answer.next_steps}
    assert allowed | answer.refused.keys() == set(StepKind)
    assert allowed & answer.refused.keys() == set()
    assert all(answer.refused.values())


@limits
@given(possible_histories())
def test_only_an_end_has_no_next_step(history):
    answer = answer_of(history)

    if not answer.next_steps:
        assert answer.state in {ClockState.DELIVERED, ClockState.CLOSED}
    if answer.state.is_open or answer.state is ClockState.DECIDED:
        assert answer.next_steps


@limits
@given(possible_histories())
def test_a_next_step_is_taken_without_objection(history):
    answer = answer_of(history)
    # the date of a deferred reply has to come after the due day
    day = max(history.as_of, answer.due_on or history.as_of)

    for step in answer.next_steps:
        stated = {need: SUPPLEMENTS[need](day) for need in step.needs}

        assert objections(history, step.kind, stated) == []


@limits
@given(possible_histories())
def test_a_refused_step_is_refused_or_kept_with_a_warning(history):
    answer = answer_of(history)

    for kind in answer.refused:
        assert objections(history, kind, {"note": "住院", "outcome": "disclosed"})


def objections(history, kind, stated):
    """Return the refusal of one more step, or the warnings that name it."""
    history.steps.append({"kind": kind.value, "on": history.as_of, **stated})
    number = len(history.steps)
    try:
        warnings = answer_of(history).warnings
    except ClockError as refusal:
        return [refusal.message]
    finally:
        history.steps.pop()
    return [each for each in warnings if each.startswith(f"第{number}步")]
