"""Ask the clock about a case of one receipt, in as few words as can be."""

from datetime import date

import pytest

from gongkai.statute.calendar import WorkingDays
from gongkai.statute.clock import (
    Channel,
    ClockError,
    ClockSettings,
    Receipt,
    Step,
    StepKind,
    evaluate,
)

CALENDAR = WorkingDays.load_all()
IN_PERSON = Receipt(date(2024, 9, 25), Channel.IN_PERSON)


def day(text):
    return date.fromisoformat(text)


def step(kind, on, **stated):
    return Step(StepKind(kind), day(on), **stated)


def ask(*steps, as_of, receipt=IN_PERSON, **settings):
    return evaluate(
        receipt,
        steps,
        as_of=day(as_of),
        calendar=CALENDAR,
        settings=ClockSettings(**settings),
    )


def refusal(*steps, as_of="2024-12-31", receipt=IN_PERSON):
    with pytest.raises(ClockError) as refused:
        ask(*steps, as_of=as_of, receipt=receipt)
    return refused.value.message
