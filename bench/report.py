"""Bench: the annual report of one organ-year, against a plain loop."""

from collections.abc import Sequence
from typing import Any

from databases import Engine
from growth import growth, growth_table, medians, table

MOST_LOOP_RUNS = 3
_COLUMNS = {
    "tables_s": "tables, s",
    "report_s": "report, s",
    "every_report_s": "with every figure, s",
    "checks_s": "checks, s",
    "queries": "queries",
    "more_mib": "memory, MiB",
    "loop_more_mib": "loop's memory, MiB",
    "loop_s": "plain loop, s",
    "loop_ratio": "loop : report",
}


class DifferenceError(Exception):
    """The two sides do not count the same."""


def measure(engine: Engine, sizes: Sequence[int], runs: int) -> dict[str, Any]:
    """Measure every size, and what a database without records takes."""
    results = {size: _measure_size(engine, size, runs) for size in (0, *sizes)}
    empty = results.pop(0)
    for result in results.values():
        result["more_mib"] = result["peak_mib"] - empty["peak_mib"]
        result["loop_more_mib"] = result["loop_peak_mib"] - empty["loop_peak_mib"]
        result["loop_ratio"] = result["loop_s"] / result["every_report_s"]
    timed = [name for name in _COLUMNS if name.endswith("_s")]
    return {
        "empty": empty,
        "sizes": results,
        "growth": {
            name: growth(sizes, [results[size][name] for size in sizes])
            for name in timed
        },
    }


def shown(result: dict[str, Any]) -> str:
    """Return the result as tables of Markdown."""
    sizes = result["sizes"]
    rows = [[size, *(row[name] for name in _COLUMNS)] for size, row in sizes.items()]
    parts = [
        table(["records", *_COLUMNS.values()], rows),
        growth_table(result["growth"], _COLUMNS),
    ]
    return "\n\n".join(part for part in parts if part)


def _measure_size(engine: Engine, size: int, runs: int) -> dict[str, Any]:
    with engine.fresh() as place:
        records = sum(place.run("fill_year", size=size).values())
        counted = [place.run("count_report") for _ in range(runs)]
        loop_runs = min(runs, MOST_LOOP_RUNS)
        looped = [place.run("count_naively") for _ in range(loop_runs)]
    cells = _equal_cells([run["cells"] for run in (*counted, *looped)])
    loop = medians(looped)
    return medians(counted) | {
        "records": records,
        "cells": cells,
        "loop_s": loop["loop_s"],
        "loop_peak_mib": loop["peak_mib"],
    }


def _equal_cells(answers: list[dict[str, str]]) -> int:
    """Return how many cells were compared; all runs of both sides must agree."""
    first, *others = answers
    for other in others:
        differing = [
            f"{path}: {first.get(path)} / {other.get(path)}"
            for path in sorted(first.keys() | other.keys())
            if first.get(path) != other.get(path)
        ]
        if differing:
            raise DifferenceError("\n".join(differing))
    return len(first)
