"""Count the report of an organ-year as the program does."""

from decimal import Decimal
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext
from tasks.makers import YEAR
from tasks.measuring import peak_mib, seconds

from gongkai.annual_report.counting import count_tables
from gongkai.annual_report.figures import prose_figures
from gongkai.annual_report.models import AnnualReport
from gongkai.annual_report.selectors import build_report, report_findings
from gongkai.organs.models import Organ
from gongkai.statute.annual_report.cells import FIGURES, cell_paths, cell_value
from gongkai.statute.annual_report.format import load_format


def run() -> dict[str, Any]:
    """Count everything once, after a warm-up on an organ that has no records.

    The warm-up reads the form and compiles what Python compiles, which a server
    does once in its life; the records are then met for the first time.
    """
    _report_of("X001", every=True)
    answer = _report_of("X000", every=False)
    answer["peak_mib"] = peak_mib()
    whole = _report_of("X000", every=True)
    answer |= {f"every_{name}": whole[name] for name in ("report_s", "queries")}
    answer["cells"] = _cells(whole.pop("document"))
    del answer["document"]
    return answer


def _report_of(code: str, *, every: bool) -> dict[str, Any]:
    organ = Organ.objects.get(code=code)
    report = AnnualReport.objects.select_related("organ").get(organ=organ, year=YEAR)
    also = list(prose_figures()) if every else []
    tables_s, _ = seconds(lambda: count_tables(organ, YEAR))
    report_s, document = seconds(lambda: build_report(report, also=also))
    checks_s, _ = seconds(lambda: report_findings(report, document))
    with CaptureQueriesContext(connection) as queries:
        build_report(report, also=also)
    return {
        "tables_s": tables_s,
        "report_s": report_s,
        "checks_s": checks_s,
        "queries": len(queries),
        "document": document,
    }


def _cells(document: dict[str, Any]) -> dict[str, str]:
    """Return every cell and every figure of prose, as exact numbers in text."""
    paths = cell_paths(load_format("2021"))
    figures = {f"{FIGURES}{k}": v for k, v in document["figures"].items()}
    cells = {path: cell_value(document, path) for path in paths}
    return {path: _number(value) for path, value in (cells | figures).items()}


def _number(value: Any) -> str:
    return f"{Decimal(str(value)).normalize():f}"
