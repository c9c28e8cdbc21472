"""The case tables in ``cases/``, which a legal officer can read, hold.

A file holds one case; each ``[[at]]`` looks at it on a day, with the steps until then.
``due_on = false`` means that there is no due day; ``not_counted`` are the working days
spent on consultations; ``allowed`` are all the next steps, ``allowed_too`` some.
"""

import tomllib
from pathlib import Path

import pytest

from gongkai.statute.articles import cite
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
from gongkai.statute.disclosure import DeadlineKind, disclosure_due

CALENDAR = WorkingDays.load_all()
FOLDER = Path(__file__).parent / "cases"
TABLES = {
    path.stem: tomllib.loads(path.read_text("utf-8")) for path in FOLDER.iterdir()
}
LOOKS = [
    pytest.param(case, look, id=f"{name}@{look['as_of']}")
    for name, case in sorted(TABLES.items())
    for look in case.get("at", [])
]


def answer_of(case: dict, look: dict) -> ClockAnswer:
    received = case["received"]
    return evaluate(
        Receipt(received["on"], Channel(received["channel"])),
        [
            Step(**{**step, "kind": StepKind(step["kind"])})
            for step in case.get("step", [])
            if step["on"] <= look["as_of"]
        ],
        as_of=look["as_of"],
        calendar=CALENDAR,
        settings=ClockSettings(**case.get("settings", {})),
    )


def not_counted(answer: ClockAnswer) -> int:
    """Working days in the lines of 第三十三条第三款."""
    return sum(
        CALENDAR.count(line.first, line.last) + CALENDAR.is_working_day(line.first)
        for line in answer.reasoning
        if line.article == cite("33(3)")
    )


def found(answer: ClockAnswer, key: str, expected: object) -> object:  # noqa: PLR0911
    """Return what the answer says under a key of the case tables."""
    allowed = [step.kind.value for step in answer.next_steps]
    match key:
        case "is_open":
            return answer.state.is_open
        case "not_counted":
            return not_counted(answer)
        case "warnings":
            return len(answer.warnings)
        case "sub_clocks":
            return {clock.kind.value: clock.due_on for clock in answer.sub_clocks}
        case "allowed":
            return allowed
        case "allowed_too":
            return [kind for kind in expected if kind in allowed]
        case "refused":
            return [kind for kind in expected if kind in answer.refused]
        case _:
            value = getattr(answer, key)
            return False if value is None else value


@pytest.mark.parametrize(("case", "look"), LOOKS)
def test_a_case_is_answered_as_its_table_says(case, look):
    expected = {key: value for key, value in look.items() if key != "as_of"}

    if "error" in expected:
        with pytest.raises(ClockError) as refusal:
            answer_of(case, look)
        answered = {
            "error": refusal.value.message,
            "article": refusal.value.article,
        }
    else:
        answer = answer_of(case, look)
        answered = {key: found(answer, key, expected[key]) for key in expected}

    assert answered == expected


def test_the_publication_limit_is_that_of_its_table():
    case = TABLES["18-publication"]

    due = disclosure_due(DeadlineKind.GENERAL, case["formed_on"], CALENDAR)

    assert due.due_on == case["publish_by"]


def test_all_eighteen_examples_of_the_law_file_have_a_table():
    numbered = {case["example"] for case in TABLES.values() if "example" in case}

    assert numbered == set(range(1, 19))


def test_every_table_has_a_title_of_its_own():
    titles = [case["title"] for case in TABLES.values()]

    assert len(set(titles)) == len(titles)
