"""Bench: open requests of a province: recomputing them, and the worklists of them."""

from collections.abc import Sequence
from typing import Any

from databases import Engine
from growth import growth, growth_table, table

ORGANS = 10_000
#: How much of the requests is open.
SHARES = {"all open": 1.0, "a tenth open": 0.1}
FEW = 1_000
MOST_IN_PYTHON = 2_000
VISITS = 20
_SITUATIONS = {
    "first": "all copies empty",
    "night": "nothing moved",
    "notice": "a notice came",
}


class DifferenceError(Exception):
    """The recomputation and the loop came to different days."""


def measure(engine: Engine, sizes: Sequence[int], _runs: int) -> dict[str, Any]:
    """Measure every size once: a million requests take their time."""
    results = {
        share: {size: _measured(engine, size, SHARES[share]) for size in sizes}
        for share in SHARES
    }
    return {
        "shares": results,
        "growth": {
            share: growth(sizes, [found[size]["night_s"] for size in sizes])
            for share, found in results.items()
        },
    }


def shown(result: dict[str, Any]) -> str:
    """Return a table of the recomputation, one of the worklists."""
    shares = result["shares"]
    heads = ["", "requests", "filled, s", *_SITUATIONS.values(), "memory, MiB"]
    recomputed = table(
        [*heads, "loop", "first : loop"],
        [
            [share, int(size), *_speeds(figures)]
            for share, found in shares.items()
            for size, figures in found.items()
        ],
    )
    visits = table(
        ["", "requests", "worklist of", "list", "queries", "p50, ms", "p95, ms"],
        [
            [share, int(size), *visit.values()]
            for share, found in shares.items()
            for size, figures in found.items()
            for visit in figures["visits"]
        ],
    )
    python = table(
        ["", "requests", "open in the large organ", "ms a request in Python"],
        [
            [share, int(size), found["of"], found["ms_a_case"]]
            for share, sizes in shares.items()
            for size, found in ((n, each["python"]) for n, each in sizes.items())
        ],
    )
    grown = growth_table(result["growth"], {share: share for share in SHARES})
    return f"{recomputed}\n\n{grown}\n\n{visits}\n\n{python}"


def _speeds(figures: dict[str, Any]) -> list[Any]:
    first = figures["first_checked"] / figures["first_s"]
    return [
        figures["filling_s"],
        *(
            f"{figures[f'{name}_checked'] / figures[f'{name}_s']:,.0f} a second, "
            f"{figures[f'{name}_moved']:,} moved"
            for name in _SITUATIONS
        ),
        figures["more_mib"],
        f"{figures['loop_per_s']:,.0f} a second",
        first / figures["loop_per_s"],
    ]


def _measured(engine: Engine, size: int, share: float) -> dict[str, Any]:
    with engine.fresh() as place:
        filled = place.run(
            "fill_cases", size=size, organs=min(ORGANS, size), open_share=share
        )
        loop = place.run("recompute_naively", size=FEW)
        keys = [int(key) for key in loop["shown"]]
        done = place.run("recompute_cases", shown=keys)
        opened = place.run("open_worklists", runs=VISITS, most=MOST_IN_PYTHON)
    if done["shown"] != loop["shown"]:
        raise DifferenceError(size, share)
    figures = {name: value for name, value in done.items() if name != "shown"}
    loop_per_s = loop["cases"] / loop["loop_s"]
    return filled | figures | opened | {"loop_per_s": loop_per_s}
