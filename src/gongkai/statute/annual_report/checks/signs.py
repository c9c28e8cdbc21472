"""Figures below zero, which no table of the form knows."""

from collections.abc import Iterator

from gongkai.statute.annual_report.cells import cell_paths
from gongkai.statute.annual_report.checks.findings import Breach, Evidence


def negative_cells(evidence: Evidence, above: str) -> Iterator[Breach]:
    """Yield the cells below ``above`` that hold less than zero."""
    for path in cell_paths(evidence.form):
        found = evidence.value(path) if path.startswith(above) else None
        if found is not None and found < 0:
            yield Breach(
                path,
                "≥0",
                str(found),
                f"{evidence.label(path)}为{found}，不应小于零；请核对后改正。",
            )
