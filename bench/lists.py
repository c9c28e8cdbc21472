"""Bench: the lists of desk and portal; their queries may not grow with their rows."""

from collections.abc import Sequence
from typing import Any

from databases import Engine
from growth import table

_OK = 200
Key = tuple[str, str]


class WrongPageError(Exception):
    """A list did not show what it was opened for."""


def measure(engine: Engine, sizes: Sequence[int], runs: int) -> dict[str, Any]:
    """Open every list at every size."""
    opened = {size: _open_lists(engine, size, runs) for size in sizes}
    return {
        "sizes": {str(size): list(visits.values()) for size, visits in opened.items()},
        "lists": [
            _compared([visits[key] for visits in opened.values()])
            for key in opened[sizes[0]]
        ],
    }


def shown(result: dict[str, Any]) -> str:
    """Return the result as a table of Markdown."""
    sizes = list(result["sizes"])
    heads = ["list", "page", "queries", *(f"{int(n):,} rows, ms" for n in sizes)]
    rows = [
        [
            row["list"],
            row["page"],
            " / ".join(map(str, sorted(set(row["queries"])))),
            *(1000 * s for s in row["s"]),
            row["time_factor"],
        ]
        for row in result["lists"]
    ]
    return table([*heads, "last : first"], rows)


def _open_lists(engine: Engine, size: int, runs: int) -> dict[Key, dict[str, Any]]:
    with engine.fresh() as place:
        place.run("fill_registers", size=size)
        visits = place.run("open_lists", size=size, runs=runs)
    for visit in visits:
        if visit["status"] != _OK or not visit["rows"]:
            raise WrongPageError(visit)
    return {(visit["list"], visit["page"]): visit for visit in visits}


def _compared(visits: Sequence[dict[str, Any]]) -> dict[str, Any]:
    first, last = visits[0], visits[-1]
    return {
        "list": first["list"],
        "page": first["page"],
        "queries": [visit["queries"] for visit in visits],
        "rows": [visit["rows"] for visit in visits],
        "s": [visit["s"] for visit in visits],
        "time_factor": last["s"] / first["s"],
    }
