"""Which headings speak for a figure: the ``headers`` of a cell, for screen readers."""

from collections.abc import Iterator

from gongkai.statute.annual_report.grid import GridCell, TableGrid

Place = tuple[int, GridCell]


def heading_id(key: str, row: int, cell: GridCell) -> str:
    """Return the name by which figures refer to a heading."""
    return f"{key}-{row + 1}-{cell.column + 1}"


def headings_of(grid: TableGrid) -> dict[str, tuple[str, ...]]:
    """Return for each figure's path the ids of its headings, column's first.

    A column's headings are the nearest ones above, so that each block of table two
    has its own; a row's are all that stand left of it.
    """
    squares = _squares(grid)
    return {
        cell.path: tuple(
            dict.fromkeys(
                heading_id(grid.key, at, heading)
                for at, heading in (*_above(squares, row, cell), *_left(squares, row))
            )
        )
        for row, cells in enumerate(grid.rows)
        for cell in cells
        if cell.path
    }


def _squares(grid: TableGrid) -> dict[tuple[int, int], Place]:
    """Return what stands on each square of the rectangle."""
    return {
        (at, column): (row, cell)
        for row, cells in enumerate(grid.rows)
        for cell in cells
        for at in range(row, row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    }


def _above(
    squares: dict[tuple[int, int], Place], row: int, cell: GridCell
) -> list[Place]:
    found: list[Place] = []
    for at in range(row - 1, -1, -1):
        place = squares[at, cell.column]
        if place[1].is_header:
            found.insert(0, place)
        elif found:
            break
    return found


def _left(squares: dict[tuple[int, int], Place], row: int) -> Iterator[Place]:
    column = 0
    while (row, column) in squares and squares[row, column][1].is_header:
        yield squares[row, column]
        column += 1
