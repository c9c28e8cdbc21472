"""Measure; docs/benchmarks.md tells how to read the figures.

SQLite always, and PostgreSQL where one answers (``BENCH_POSTGRES``).
"""

import argparse
import json
import platform
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cases
import clock
import imports
import lists
import report
import screening
import submissions
from databases import Engine, postgres, postgres_server, sqlite

BENCHES = {
    "report": (report, [10_000, 100_000, 1_000_000]),
    "lists": (lists, [1_000, 10_000, 100_000]),
    "import": (imports, [10_000, 100_000]),
    "cases": (cases, [10_000, 100_000, 1_000_000]),
    "submissions": (submissions, [1_000, 10_000]),
    "clock": (clock, [10_000, 100_000, 1_000_000]),
    "screening": (screening, screening.SIZES),
}
#: Benches that ask no database: they run once.
ALONE = {"clock", "screening"}


def main() -> None:
    """Run the benches that were asked for, on every database there is."""
    asked = _arguments()
    results: dict[str, Any] = {"machine": _machine()}
    for name in (each for each in asked.only if each in ALONE):
        results[name] = _run(name, None, asked)
    beside = [each for each in asked.only if each not in ALONE]
    for engine in _engines() if beside else ():
        for name in beside:
            results.setdefault(name, {})[engine.name] = _run(name, engine, asked)
    if asked.json:
        asked.json.write_text(json.dumps(results, indent=1), encoding="utf-8")


def _run(name: str, engine: Engine | None, asked: argparse.Namespace) -> Any:
    bench, sizes = BENCHES[name]
    title = f"{name}, {engine.name}" if engine else name
    print(f"# {title}", file=sys.stderr)
    result = bench.measure(engine, asked.sizes or sizes, asked.runs)
    print(f"## {title}\n\n{bench.shown(result)}\n", flush=True)
    return result


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=_sizes, help="numbers of records, by commas")
    parser.add_argument("--runs", type=int, default=5, help="the median is of so many")
    parser.add_argument("--only", type=_names, default=list(BENCHES), help="benches")
    parser.add_argument("--json", type=Path, help="a file for all that was measured")
    return parser.parse_args()


def _sizes(text: str) -> list[int]:
    return sorted(int(size) for size in text.split(","))


def _names(text: str) -> list[str]:
    names = text.split(",")
    if unknown := [name for name in names if name not in BENCHES]:
        raise argparse.ArgumentTypeError(f"there are {', '.join(BENCHES)}: {unknown}")
    return names


def _engines() -> Iterator[Engine]:
    with sqlite() as engine:
        yield engine
    if server := postgres_server():
        with postgres(server) as engine:
            yield engine
    else:
        print("No PostgreSQL answers here; SQLite only.", file=sys.stderr)


def _machine() -> dict[str, str]:
    return {"python": platform.python_version(), "sqlite": sqlite3.sqlite_version}


if __name__ == "__main__":
    main()
