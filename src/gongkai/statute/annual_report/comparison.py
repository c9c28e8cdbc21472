"""Two reports of the same year, cell by cell."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from gongkai.statute.annual_report.cells import (
    CellValue,
    cell_label,
    cell_paths,
    cell_value,
    stated_paths,
)
from gongkai.statute.annual_report.format import load_format


@dataclass(frozen=True)
class Difference:
    """A cell that the two reports fill differently; None is not stated."""

    cell: str
    label: str
    published: CellValue
    built: CellValue


@dataclass(frozen=True)
class Comparison:
    """How many cells were compared, and those that differ."""

    cells: int
    differences: tuple[Difference, ...]

    @property
    def is_equal(self) -> bool:
        """Whether no cell differs."""
        return not self.differences


def compare(published: Mapping[str, Any], built: Mapping[str, Any]) -> Comparison:
    """Compare all cells of the tables and all figures that either prose states.

    A cell that one report does not state differs from 0. Money compares as
    numbers: "2673.50" is "2673.5". Of two formats, the cells that both have are
    compared. Raises ReportFormatError for a report that has no tables.

    >>> report = {"format": "2021", "figures": {"proposals.total": 30}}
    >>> compare(report, report).cells
    201
    """
    first, second = load_format(published["format"]), load_format(built["format"])
    shared = frozenset(cell_paths(second))
    paths = [path for path in cell_paths(first) if path in shared]
    paths += dict.fromkeys((*stated_paths(published), *stated_paths(built)))
    differences = (
        Difference(
            path,
            cell_label(first, path),
            cell_value(published, path),
            cell_value(built, path),
        )
        for path in paths
    )
    return Comparison(
        len(paths), tuple(d for d in differences if d.published != d.built)
    )
