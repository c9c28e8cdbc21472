"""Bench: the clock of requests, on one core, beside a count day by day.

Needs no database. ``main`` runs it alone; ``measure`` and ``shown`` are for run.py,
which hands in no engine. The plain other side is the model of the tests, which lives
every day of a case; both must give the same due days, else the bench fails.
"""

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from growth import growth, growth_table, medians, table
from tasks.measuring import peak_mib, seconds

from gongkai.statute.calendar import WorkingDays
from gongkai.statute.clock import Channel, ClockAnswer, Receipt, Step, StepKind
from gongkai.statute.clock.case_file import Case, answer_document
from gongkai.statute.clock.settings import ClockSettings

SIZES = [10_000, 100_000, 1_000_000]
RUNS = 3
MOST_WALKED = 100_000
MOST_ACCOUNTS = 100_000
RECEIPT_DAYS = 500
_CALENDAR = WorkingDays.load_all()
_SETTINGS = ClockSettings()
#: Kind and working day after receipt of each step; the commonest cases of an organ.
_COURSES: list[tuple[tuple[str, int], ...]] = [
    (),
    (("extended", 18),),
    (("amendment_requested", 5), ("amended", 9)),
    (("amendment_requested", 6),),
    (("third_party_consulted", 4), ("third_party_replied", 14)),
    (("third_party_consulted", 4),),
    (("extended", 15), ("other_organ_consulted", 16), ("other_organ_replied", 20)),
    (("fee_notified", 10), ("fee_paid", 15)),
    (("third_party_consulted", 2), ("extended", 18), ("third_party_replied", 19)),
    (("decided", 12),),
]
_COLUMNS = {
    "state_s": "state and due day, s",
    "states_per_s": "a second",
    "walked_per_s": "day by day, a second",
    "ratio": "clock : day by day",
    "accounts_per_s": "with whole account, a second",
    "peak_mib": "memory, MiB",
}


class WrongSumError(Exception):
    """A ledger did not add up to its limit."""


class DifferentDaysError(Exception):
    """Clock and day-by-day count came to different due days."""


def measure(
    _engine: object = None, sizes: Sequence[int] = (*SIZES,), runs: int = RUNS
) -> dict[str, Any]:
    """Measure every size in processes of their own."""
    results = {size: medians([_elsewhere(size) for _ in range(runs)]) for size in sizes}
    for figures in results.values():
        figures["ratio"] = figures["states_per_s"] / figures["walked_per_s"]
    return {
        "sizes": results,
        "growth": {
            "state_s": growth(sizes, [results[size]["state_s"] for size in sizes])
        },
    }


def shown(result: dict[str, Any]) -> str:
    """Return the result as tables of Markdown."""
    rows = [
        [int(size), *(figures[name] for name in _COLUMNS)]
        for size, figures in result["sizes"].items()
    ]
    grown = growth_table(result["growth"], _COLUMNS)
    return f"{table(['histories', *_COLUMNS.values()], rows)}\n\n{grown}"


def main() -> None:
    """Measure and print; with a number, be the process that measures it."""
    match sys.argv[1:]:
        case [number] if number.isdigit():
            print(json.dumps(measure_here(int(number))))
        case _:
            print(shown(measure()))


def _elsewhere(size: int) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, __file__, str(size)],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def measure_here(size: int) -> dict[str, Any]:
    cases = list(_cases())
    _compare(cases)
    state_s, _ = seconds(lambda: _states(islice(cycle(cases), size)))
    walked = min(size, MOST_WALKED)
    walked_s, _ = seconds(lambda: _walk_all(islice(cycle(cases), walked)))
    told = min(size, MOST_ACCOUNTS)
    account_s, _ = seconds(lambda: _accounts(islice(cycle(cases), told)))
    return {
        "state_s": state_s,
        "states_per_s": size / state_s,
        "walked_per_s": walked / walked_s,
        "accounts_per_s": told / account_s,
        "peak_mib": peak_mib(),
    }


def _compare(cases: Iterable[Case]) -> None:
    for case in cases:
        if case.evaluate(_CALENDAR).due_on != _walked(case):
            raise DifferentDaysError(case)


def _states(cases: Iterable[Case]) -> None:
    """Do what the recomputation of all open cases does, but for the database."""
    for case in cases:
        case.evaluate(_CALENDAR)


def _accounts(cases: Iterable[Case]) -> None:
    """Do what the case page and ``gongkai clock`` do."""
    for case in cases:
        answer = case.evaluate(_CALENDAR)
        answer_document(answer)
        _check(answer)


def _check(answer: ClockAnswer) -> None:
    counted = sum(line.counted for line in answer.reasoning)
    if answer.due_on is not None and counted != answer.limit_working_days:
        raise WrongSumError(answer)


def _walk_all(cases: Iterable[Case]) -> None:
    for case in cases:
        _walked(case)


def _walked(case: Case) -> date | None:
    """Live a case through, day by day, and return its due day."""
    walk = _model()(case.receipt.channel.value, case.receipt.on)
    for step in case.steps:
        walk.go_to(step.on)
        walk.take({"kind": step.kind.value, "on": step.on, "outcome": step.outcome})
    walk.go_to(case.as_of)
    due_on: date | None = walk.due()
    return due_on


@cache
def _model() -> Any:
    """Return the day-by-day model; it lives with the tests that it judges."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
    from statute.clock.brute_force import Walk  # noqa: PLC0415 - only this process

    return Walk


def _cases() -> Iterator[Case]:
    """Yield different cases: every course from each of many days of receipt."""
    for number in range(RECEIPT_DAYS):
        on = date(2024, 1, 2) + timedelta(days=number)
        for course in _COURSES:
            yield Case(
                Receipt(on, Channel.IN_PERSON),
                tuple(_step(kind, _CALENDAR.add(on, day)) for kind, day in course),
                _CALENDAR.add(on, 22),
                _SETTINGS,
            )


def _step(kind: str, on: date) -> Step:
    outcome = "disclosed" if kind == StepKind.DECIDED else None
    return Step(StepKind(kind), on, outcome=outcome)


if __name__ == "__main__":
    main()
