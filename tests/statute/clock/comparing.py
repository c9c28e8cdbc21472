"""The clock's answer to a random history, beside that of the day-by-day model."""

from datetime import timedelta
from itertools import pairwise

from gongkai.statute.calendar import WorkingDays
from gongkai.statute.clock import (
    Channel,
    ClockAnswer,
    ClockError,
    ClockSettings,
    Receipt,
    Step,
    StepKind,
    evaluate,
)
from statute.clock.histories import History

CALENDAR = WorkingDays.load_all()
DEFAULTS = ClockSettings()


def answer_of(history: History, settings: ClockSettings = DEFAULTS) -> ClockAnswer:
    return evaluate(
        Receipt(history.on, Channel(history.channel)),
        [Step(**{**step, "kind": StepKind(step["kind"])}) for step in history.steps],
        as_of=history.as_of,
        calendar=CALENDAR,
        settings=settings,
    )


def difference(history: History) -> str | None:
    """Return in what the two differ, or None."""
    try:
        answer = answer_of(history)
    except ClockError as error:
        return None if history.is_impossible else f"refused: {error.message}"
    if history.is_impossible:
        return "the clock takes what the model refuses"
    walk = history.walk
    pairs = {
        "state": (answer.state.value, walk.state()),
        "due_on": (answer.due_on, walk.due()),
        "remaining": (answer.remaining_working_days, walk.remaining()),
        "received_on": (answer.received_on, walk.receipt),
        "outcome": (answer.outcome, walk.outcome),
    }
    unequal = [f"{name} {a} ≠ {b}" for name, (a, b) in pairs.items() if a != b]
    return "; ".join(unequal) or ledger_difference(history, answer)


def ledger_difference(history: History, answer: ClockAnswer) -> str | None:
    """Return what is wrong with the ledger: a gap, an overlap, a wrong sum."""
    lines = answer.reasoning
    if lines[0].first != history.on:
        return f"the ledger begins on {lines[0].first}"
    for before, after in pairwise(lines):
        if after.first != before.last + timedelta(days=1) or after.last < after.first:
            return f"the ledger breaks between {before.last} and {after.first}"
    counted = sum(line.counted for line in lines)
    if answer.due_on is None or answer.limit_working_days is None:
        return None
    if lines[-1].last != answer.due_on or counted != answer.limit_working_days:
        return f"the ledger counts {counted} until {lines[-1].last}"
    first = sum(line.counted for line in lines if line.text.startswith("答复期限"))
    return None if first == 20 else f"the first period has {first} working days"


def described(history: History) -> str:
    steps = "".join(f"\n  {step}" for step in history.steps)
    return f"{history.channel} {history.on}, as of {history.as_of}{steps}"
