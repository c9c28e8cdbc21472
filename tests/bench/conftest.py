import importlib
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.db import transaction

BENCH = Path(__file__).resolve().parents[2] / "bench"


@pytest.fixture
def bench(monkeypatch):
    """Import a module of the benches, which are scripts and no package."""
    monkeypatch.syspath_prepend(str(BENCH))
    return importlib.import_module


@dataclass(frozen=True)
class HerePlace:
    """Runs tasks in this process and in the test database."""

    bench: object

    def run(self, task, **arguments):
        return self.bench(f"tasks.{task}").run(**arguments)


@pytest.fixture
def engine(bench, db, monkeypatch):
    """Lend databases that are the test database, emptied again by a roll-back."""
    for task in (
        "fill_year",
        "fill_registers",
        "import_ledger",
        "fill_cases",
        "recompute_cases",
    ):
        monkeypatch.setattr(bench(f"tasks.{task}"), "settle", lambda: None)

    @contextmanager
    def fresh():
        with transaction.atomic():
            yield HerePlace(bench)
            transaction.set_rollback(True)

    return bench("databases").Engine("test", fresh)
