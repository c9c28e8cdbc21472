import json
from pathlib import Path

import pytest

from gongkai.statute.annual_report.cells import cell_paths, empty_report, set_cell
from gongkai.statute.annual_report.format import load_format

SUIPING = Path(__file__).parents[3] / "examples" / "suiping-2021" / "published.json"


@pytest.fixture
def form():
    return load_format("2021")


@pytest.fixture
def suiping():
    return json.loads(SUIPING.read_text(encoding="utf-8"))


@pytest.fixture
def zero(form):
    """A report with 0 in every cell and no prose; invented bureau, year 2022."""
    report = empty_report("青禾县教育局", 2022, form)
    for path in cell_paths(form):
        set_cell(report, path, 0)
    report["table2"]["administrative_fees"]["amount_10k_yuan"] = "0"
    return report
