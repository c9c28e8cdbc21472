"""Bench: the import of a ledger from CSV, against checking and saving row by row."""

from collections.abc import Sequence
from typing import Any

from databases import Engine
from growth import growth, growth_table, medians, table

MOST_SINGLE_ROWS = 2_000
_COLUMNS = {
    "import_s": "import, s",
    "rows_per_s": "rows a second",
    "again_s": "same file again, s",
    "more_mib": "memory, MiB",
    "ratio": "speed : row by row",
}


class LostRowsError(Exception):
    """A side did not take in what it was given."""


def measure(engine: Engine, sizes: Sequence[int], runs: int) -> dict[str, Any]:
    """Measure every size, and the other side on a file that it can cope with."""
    few = min(MOST_SINGLE_ROWS, *sizes)
    saved = medians([_run(engine, "save_ledger", few) for _ in range(runs)])
    saved["rows_per_s"] = few / saved["rows_s"]
    empty = _run(engine, "import_ledger", 0)
    results = {
        size: _against(saved, empty, _imported(engine, size, runs)) for size in sizes
    }
    return {
        "row_by_row": saved,
        "sizes": results,
        "growth": {
            name: growth(sizes, [results[size][name] for size in sizes])
            for name in ("import_s", "again_s")
        },
    }


def shown(result: dict[str, Any]) -> str:
    """Return the result as tables of Markdown."""
    sizes, saved = result["sizes"], result["row_by_row"]
    rows = [[size, *(row[name] for name in _COLUMNS)] for size, row in sizes.items()]
    parts = [
        f"Row by row: {saved['rows']:,} rows, {saved['rows_per_s']:,.0f} a second.",
        table(["rows", *_COLUMNS.values()], rows),
        growth_table(result["growth"], _COLUMNS),
    ]
    return "\n\n".join(part for part in parts if part)


def _imported(engine: Engine, size: int, runs: int) -> dict[str, Any]:
    result = medians([_run(engine, "import_ledger", size) for _ in range(runs)])
    if not result["added"] == result["unchanged"] == size:
        raise LostRowsError(result)
    return result


def _against(
    saved: dict[str, Any], empty: dict[str, Any], result: dict[str, Any]
) -> dict[str, Any]:
    speed = result["rows"] / result["import_s"]
    return result | {
        "rows_per_s": speed,
        "ratio": speed / saved["rows_per_s"],
        "more_mib": result["peak_mib"] - empty["peak_mib"],
    }


def _run(engine: Engine, task: str, size: int) -> dict[str, Any]:
    with engine.fresh() as place:
        answer: dict[str, Any] = place.run(task, size=size)
    if answer["rows"] != size:
        raise LostRowsError(answer)
    return answer
