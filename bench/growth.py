"""Figures of several runs: medians, growth from size to size, ratios."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from statistics import median
from typing import Any

Record = dict[str, Any]


def medians(runs: Sequence[Record]) -> Record:
    """Return the median of each number over the runs."""
    return {
        name: median(run[name] for run in runs)
        for name, value in runs[0].items()
        if isinstance(value, int | float)
    }


def growth(sizes: Sequence[int], values: Sequence[float]) -> list[Record]:
    """Return by what each value grew beside what its size grew by.

    >>> growth([10, 100], [1.0, 8.0])
    [{'from': 10, 'to': 100, 'size_factor': 10.0, 'time_factor': 8.0}]
    """
    return [
        {
            "from": sizes[i],
            "to": sizes[j],
            "size_factor": sizes[j] / sizes[i],
            "time_factor": round(values[j] / values[i], 2),
        }
        for i, j in pairwise(range(len(sizes)))
    ]


def growth_table(factors: Mapping[str, list[Record]], labels: Mapping[str, str]) -> str:
    """Return what grew by how much as a table, empty for a single size."""
    heads = [f"{s['from']:,} → {s['to']:,}" for s in next(iter(factors.values()))]
    rows = [
        [labels[name], *(f"× {step['time_factor']}" for step in steps)]
        for name, steps in factors.items()
    ]
    return table(["grows", *heads], rows) if heads else ""


def table(headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Return a table as Markdown, numbers to three figures."""
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join("| " + " | ".join(map(_shown, line)) + " |" for line in lines)


def _shown(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"
    return f"{value:,}" if isinstance(value, int) else str(value)
