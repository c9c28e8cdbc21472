"""Bench: the clock of requests, on one core: recomputing open cases, and explaining.

Needs no database. ``main`` runs it alone; ``measure`` and ``shown`` are for run.py,
which hands in an engine that is not used. Beside it the plain other side: the
day-by-day model of the tests, which walks every day of a case.
"""

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
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
FEW = 2_000
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
    "accounts_per_s": "with whole account, a second",
    "peak_mib": "memory, MiB",
}


class WrongSumError(Exception):
    """A ledger did not add up to its limit."""


def measure(
    _engine: object = None, sizes: Sequence[int] = (*SIZES,), runs: int = RUNS
) -> dict[str, Any]:
    """Measure every size in processes of their own."""
    results = {size: medians([_elsewhere(size) for _ in range(runs)]) for size in sizes}
    walked = medians([_elsewhere(-FEW) for _ in range(runs)])
    first = results[sizes[0]]
    return {
        "sizes": results,
        "day_by_day_per_s": walked["walked_per_s"],
        "ratio": first["states_per_s"] / walked["walked_per_s"],
        "growth": {
            name: growth(sizes, [results[size][name] for size in sizes])
            for name in ("state_s",)
        },
    }


def shown(result: dict[str, Any]) -> str:
    """Return the result as tables of Markdown."""
    rows = [
        [int(size), *(figures[name] for name in _COLUMNS)]
        for size, figures in result["sizes"].items()
    ]
    walked = table(
        ["", "histories a second"],
        [
            ["walking day by day", result["day_by_day_per_s"]],
            ["the clock is faster by", result["ratio"]],
        ],
    )
    grown = growth_table(result["growth"], _COLUMNS)
    return f"{table(['histories', *_COLUMNS.values()], rows)}\n\n{walked}\n\n{grown}"


def main() -> None:
    """Measure and print; with a number, be the process that measures it."""
    match sys.argv[1:]:
        case [number] if number.lstrip("-").isdigit():
            print(json.dumps(_here(int(number))))
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


def _here(size: int) -> dict[str, Any]:
    cases = list(_cases())
    if size < 0:
        walked_s, _ = seconds(lambda: _walk(islice(cycle(cases), -size)))
        return {"walked_per_s": -size / walked_s}
    state_s, _ = seconds(lambda: _states(islice(cycle(cases), size)))
    told = min(size, MOST_ACCOUNTS)
    account_s, _ = seconds(lambda: _accounts(islice(cycle(cases), told)))
    return {
        "state_s": state_s,
        "states_per_s": size / state_s,
        "accounts_per_s": told / account_s,
        "peak_mib": peak_mib(),
    }


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


def _walk(cases: Iterable[Case]) -> None:
    """Live the same cases through, day by day."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
    from statute.clock.brute_force import Walk  # noqa: PLC0415 - only this process

    for case in cases:
        walk = Walk(case.receipt.channel.value, case.receipt.on)
        for step in case.steps:
            walk.go_to(step.on)
            walk.take({"kind": step.kind.value, "on": step.on, "outcome": step.outcome})
        walk.go_to(case.as_of)
        walk.due()


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
