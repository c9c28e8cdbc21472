"""Count the report of an organ-year as the program does."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext
from tasks.makers import YEAR
from tasks.measuring import peak_mib, seconds, times

from gongkai.annual_report.counting import count_tables
from gongkai.annual_report.figures import prose_figures
from gongkai.annual_report.models import AnnualReport
from gongkai.annual_report.selectors import build_report, report_findings
from gongkai.organs.models import Organ
from gongkai.statute.annual_report.cells import FIGURES, cell_paths, cell_value
from gongkai.statute.annual_report.format import load_format


def run(part: str) -> dict[str, Any]:
    """Measure a part of the work, after a warm-up on an organ without records.

    The warm-up reads the form and compiles what Python compiles, which a server
    does once in its life. The records are met for the first time: SQLite's cache
    of pages is empty of them, as it is at each request.
    """
    measure = _PARTS[part]
    measure("X001")
    return measure("X000")


def _tables(code: str) -> dict[str, Any]:
    """Count tables two, three and four alone."""
    organ = Organ.objects.get(code=code)
    return {"tables_s": seconds(lambda: count_tables(organ, YEAR))[0]}


def _report(code: str) -> dict[str, Any]:
    """Build the report that was drafted, then check it as the desk does."""
    report = _report_of(code)
    answer, document = times("report", lambda: build_report(report))
    checks_s, _ = seconds(lambda: report_findings(report, document))
    answer |= {"checks_s": checks_s, "peak_mib": peak_mib()}
    with CaptureQueriesContext(connection) as queries:
        build_report(report)
    return answer | {"queries": len(queries)}


def _every_figure(code: str) -> dict[str, Any]:
    """Build the report with every figure that prose can state."""
    report = _report_of(code)
    also = prose_figures()
    answer, document = times("every", lambda: build_report(report, also=also))
    return answer | {"cells": _cells(document)}


_PARTS: dict[str, Callable[[str], dict[str, Any]]] = {
    "tables": _tables,
    "report": _report,
    "every": _every_figure,
}


def _report_of(code: str) -> AnnualReport:
    reports = AnnualReport.objects.select_related("organ")
    return reports.get(organ__code=code, year=YEAR)


def _cells(document: dict[str, Any]) -> dict[str, str]:
    """Return every cell and every figure of prose, as exact numbers in text."""
    paths = cell_paths(load_format("2021"))
    figures = {f"{FIGURES}{k}": v for k, v in document["figures"].items()}
    cells = {path: cell_value(document, path) for path in paths}
    return {path: _number(value) for path, value in (cells | figures).items()}


def _number(value: Any) -> str:
    return f"{Decimal(str(value)).normalize():f}"
