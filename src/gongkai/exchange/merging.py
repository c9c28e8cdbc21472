"""Tables of reports that give one figure for a whole group of rows.

Some organs print （六）其他处理 as one row; their ``other`` is one number. It is
printed as they gave it: no figure is lost and none is invented.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from gongkai.statute.annual_report.grid import GridCell, TableGrid


def with_groups_in_one(grid: TableGrid, report: Mapping[str, Any]) -> TableGrid:
    """Return the grid with each group that ``report`` counts as one in one row."""
    for group in _groups_in_one(grid, report):
        grid = _merge(grid, group)
    return grid


def _groups_in_one(grid: TableGrid, report: Mapping[str, Any]) -> list[str]:
    groups: dict[str, None] = {}
    for cell in (cell for row in grid.rows for cell in row):
        table, column, group = _address(cell)
        if group and isinstance(_look_up(report, table, column, group), int):
            groups[group] = None
    return list(groups)


def _address(cell: GridCell) -> tuple[str, str, str]:
    """Return table, column and group of a figure that is one row of a group."""
    match (cell.path or "").split("."):
        case [table, column, group, _row]:
            return table, column, group
        case _:
            return "", "", ""


def _look_up(place: object, *steps: str) -> object:
    for step in steps:
        place = place.get(step) if isinstance(place, Mapping) else None
    return place


def _merge(grid: TableGrid, group: str) -> TableGrid:
    inside = [
        at
        for at, row in enumerate(grid.rows)
        if any(_address(cell)[2] == group for cell in row)
    ]
    first, gone = inside[0], frozenset(inside[1:])
    rows = {at: row for at, row in enumerate(grid.rows) if at not in gone}
    rows[first] = _one_row(rows[first])
    shorter = (
        tuple(_shortened(cell, at, gone) for cell in row) for at, row in rows.items()
    )
    return replace(grid, rows=tuple(shorter))


def _one_row(row: tuple[GridCell, ...]) -> tuple[GridCell, ...]:
    """Return a group's first row with its heading as label and its own figures."""
    *above, heading, label = (cell for cell in row if cell.is_header)
    span = heading.column_span + label.column_span
    merged = replace(
        heading, row_span=1, column_span=span, align="left", scope=label.scope
    )
    figures = (
        replace(cell, path=".".join(_address(cell))) for cell in row if cell.path
    )
    return (*above, merged, *figures)


def _shortened(cell: GridCell, at: int, gone: frozenset[int]) -> GridCell:
    lost = sum(at < row < at + cell.row_span for row in gone)
    return replace(cell, row_span=cell.row_span - lost)
