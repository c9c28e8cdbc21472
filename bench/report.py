"""Bench: the annual report of one organ-year, against a plain loop."""

from collections.abc import Sequence
from typing import Any

from databases import Engine
from growth import growth, growth_table, medians, table

MOST_LOOP_RUNS = 3
_COLUMNS = {
    "report_s": "report, s",
    "report_cpu_s": "report CPU, s",
    "checks_s": "its checks, s",
    "queries": "queries",
    "more_mib": "memory, MiB",
    "tables_s": "tables alone, s",
    "every_s": "every figure, s",
    "every_cpu_s": "every figure CPU, s",
    "loop_s": "plain loop, s",
    "loop_cpu_s": "loop CPU, s",
    "loop_more_mib": "loop's memory, MiB",
    "loop_ratio": "loop : every figure",
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
        result["loop_ratio"] = result["loop_s"] / result["every_s"]
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
        counted = {
            part: [place.run("count_report", part=part) for _ in range(runs)]
            for part in ("report", "tables", "every")
        }
        loop_runs = min(runs, MOST_LOOP_RUNS)
        looped = [place.run("count_naively") for _ in range(loop_runs)]
    cells = _equal_cells([run["cells"] for run in (*counted["every"], *looped)])
    loop = medians(looped)
    parts = [medians(part) for part in counted.values()]
    return {name: value for part in parts for name, value in part.items()} | {
        "records": records,
        "cells": cells,
        "loop_s": loop["loop_s"],
        "loop_cpu_s": loop["loop_cpu_s"],
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
