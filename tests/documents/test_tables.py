from dataclasses import replace

import pytest

from factories.reports import numbered_report
from gongkai.documents.geometry import LINE_PT, ROTATED, UPRIGHT
from gongkai.documents.tables import lay_out
from gongkai.exchange.printing import filled_grids

TWO, THREE, FOUR = filled_grids(numbered_report())


def with_figure(grid, text):
    *rows, last = grid.rows
    figures = tuple(
        cell if cell.is_header else replace(cell, text=text) for cell in last
    )
    return replace(grid, rows=(*rows, figures))


@pytest.mark.parametrize("grid", [TWO, THREE, FOUR], ids=lambda grid: grid.key)
def test_table_fills_the_width_of_its_page(grid):
    layout = lay_out(grid)

    page = ROTATED if layout.is_landscape else UPRIGHT
    assert sum(layout.column_widths) == pytest.approx(page.text_width)


def test_table_three_fits_one_rotated_page_with_its_heading():
    layout = lay_out(THREE)

    assert layout.is_landscape
    assert layout.size == 9
    assert sum(layout.row_heights) + LINE_PT < ROTATED.text_height
    assert not layout.is_breakable


def test_columns_of_figures_in_table_three_are_equal():
    assert len(set(lay_out(THREE).column_widths[3:])) == 1


def test_tables_two_and_four_stand_upright():
    assert [
        (lay_out(grid).is_landscape, lay_out(grid).size) for grid in (TWO, FOUR)
    ] == [
        (False, 12),
        (False, 10.5),
    ]


def test_table_four_with_long_figures_is_rotated_rather_than_broken():
    layout = lay_out(with_figure(FOUR, "123456"))

    assert (layout.is_landscape, layout.size) == (True, 10.5)


def test_table_that_fits_nowhere_gets_the_smallest_type():
    layout = lay_out(with_figure(FOUR, "1" * 200))

    assert (layout.is_landscape, layout.size) == (True, 5.5)


def test_table_of_many_rows_may_break():
    longer = replace(TWO, rows=TWO.rows * 3)

    assert lay_out(longer).is_breakable
