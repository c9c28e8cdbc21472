import pytest

from gongkai.statute.annual_report.cells import cell_paths
from gongkai.statute.annual_report.format import load_format
from gongkai.statute.annual_report.grid import TableGrid, grids

FORM = load_format("2021")
TWO, THREE, FOUR = grids(FORM)


def squares(grid: TableGrid) -> list[tuple[int, int]]:
    return [
        (row + down, cell.column + right)
        for row, cells in enumerate(grid.rows)
        for cell in cells
        for down in range(cell.row_span)
        for right in range(cell.column_span)
    ]


def shape(grid: TableGrid, row: int) -> list[tuple[str, int, int, int]]:
    return [
        (cell.text, cell.column, cell.row_span, cell.column_span)
        for cell in grid.rows[row]
    ]


@pytest.mark.parametrize("grid", [TWO, THREE, FOUR], ids=lambda grid: grid.key)
def test_spans_tile_the_rectangle_exactly(grid):
    expected = [
        (row, column)
        for row in range(len(grid.rows))
        for column in range(grid.column_count)
    ]

    assert sorted(squares(grid)) == expected


def test_grids_hold_every_cell_of_the_report_once_in_order():
    found = [
        cell.path
        for grid in grids(FORM)
        for row in grid.rows
        for cell in row
        if not cell.is_header
    ]

    assert found == list(cell_paths(FORM))


@pytest.mark.parametrize("grid", [TWO, THREE, FOUR], ids=lambda grid: grid.key)
def test_head_has_headings_only(grid):
    head = [cell for row in grid.rows[: grid.header_rows] for cell in row]

    assert all(cell.is_header and cell.text for cell in head)


def test_grids_stand_in_their_sections():
    assert [(grid.key, grid.section) for grid in grids(FORM)] == [
        ("table2", "proactive"),
        ("table3", "requests"),
        ("table4", "remedies"),
    ]


def test_only_the_broad_tables_are_wide():
    assert [grid.wide for grid in grids(FORM)] == [False, True, True]


def test_block_head_of_table_two_spans_all_columns():
    assert shape(TWO, 0) == [("第二十条第（一）项", 0, 1, 4)]
    assert shape(TWO, 1) == [
        ("信息内容", 0, 1, 1),
        ("本年制发件数", 1, 1, 1),
        ("本年废止件数", 2, 1, 1),
        ("现行有效件数", 3, 1, 1),
    ]


def test_single_value_of_table_two_spans_three_columns():
    assert shape(TWO, 5) == [("信息内容", 0, 1, 1), ("本年处理决定数量", 1, 1, 3)]
    assert shape(TWO, 6) == [("行政许可", 0, 1, 1), ("", 1, 1, 3)]
    assert TWO.rows[6][1].path == "table2.administrative_licensing.decisions"


def test_head_of_table_three_is_merged_as_in_the_form():
    note = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"

    assert shape(THREE, 0) == [(note, 0, 3, 3), ("申请人情况", 3, 1, 7)]
    assert shape(THREE, 1) == [
        ("自然人", 3, 2, 1),
        ("法人或其他组织", 4, 1, 5),
        ("总计", 9, 2, 1),
    ]
    assert [cell.text for cell in THREE.rows[2]] == [
        "商业企业",
        "科研机构",
        "社会公益组织",
        "法律服务机构",
        "其他",
    ]


def test_results_of_table_three_are_merged_as_in_the_form():
    labels = [
        (index, cell.text, cell.column, cell.row_span, cell.column_span)
        for index, row in enumerate(THREE.rows)
        for cell in row
        if cell.is_header and index >= 3 and (cell.column < 2 or cell.row_span > 1)
    ]

    assert labels == [
        (3, "一、本年新收政府信息公开申请数量", 0, 1, 3),
        (4, "二、上年结转政府信息公开申请数量", 0, 1, 3),
        (5, "三、本年度办理结果", 0, 22, 1),
        (5, "（一）予以公开", 1, 1, 2),
        (6, "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", 1, 1, 2),
        (7, "（三）不予公开", 1, 8, 1),
        (15, "（四）无法提供", 1, 3, 1),
        (18, "（五）不予处理", 1, 5, 1),
        (23, "（六）其他处理", 1, 3, 1),
        (26, "（七）总计", 1, 1, 2),
        (27, "四、结转下年度继续办理", 0, 1, 3),
    ]


def test_leaf_of_table_three_stands_in_the_third_column():
    assert shape(THREE, 8)[0] == ("2.其他法律行政法规禁止公开", 2, 1, 1)


def test_head_of_table_four_is_merged_as_in_the_form():
    assert shape(FOUR, 0) == [("行政复议", 0, 2, 5), ("行政诉讼", 5, 1, 10)]
    assert shape(FOUR, 1) == [("未经复议直接起诉", 5, 1, 5), ("复议后起诉", 10, 1, 5)]
    heads = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    assert [cell.text for cell in FOUR.rows[2]] == heads * 3
