"""Bench: the lists of desk and portal; their queries may not grow with their rows."""

from collections.abc import Sequence
from statistics import median
from typing import Any

from databases import Engine
from growth import table

PORTAL = "portal"
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
    """Return a line for each kind of page: the median of its lists, and the slowest.

    All of them are in the JSON.
    """
    heads = [f"{int(size):,} rows, ms" for size in result["sizes"]]
    alike: dict[str, list[dict[str, Any]]] = {}
    for row in result["lists"]:
        place = PORTAL if row["list"] == PORTAL else "desk"
        alike.setdefault(f"{place}: {row['page']}", []).append(row)
    return table(
        ["page", "lists", "queries", *heads, "last : first", "slowest, ms"],
        [[name, *_summary(rows)] for name, rows in alike.items()],
    )


def _summary(rows: Sequence[dict[str, Any]]) -> list[Any]:
    slowest = max(rows, key=lambda row: row["s"][-1])
    sizes = range(len(slowest["s"]))
    return [
        len(rows),
        "; ".join(sorted({_from_to(row["queries"]) for row in rows})),
        *(1000 * median(row["s"][size] for row in rows) for size in sizes),
        median(row["time_factor"] for row in rows),
        f"{slowest['list']} {1000 * slowest['s'][-1]:.0f}",
    ]


def _from_to(queries: Sequence[int]) -> str:
    """Return the queries of a list: one number where they are the same at all sizes."""
    few, most = min(queries), max(queries)
    return str(few) if few == most else f"{few} to {most}"


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
