import io
from datetime import date
from decimal import Decimal

import openpyxl
import pytest

from factories.reports import (
    FORM,
    HOSTILE_TEXT,
    PROSE,
    blank_report,
    hostile_report,
    merges,
    numbered_report,
    printed_figures,
)
from gongkai.exchange.printing import RenderOptions, filled_grids
from gongkai.exchange.xlsx.prose import pieces
from gongkai.exchange.xlsx.rendering import render
from gongkai.exchange.xlsx.tables import FIRST_ROW

GRIDS = dict(
    zip(("表二", "表三", "表四"), filled_grids(numbered_report()), strict=True)
)


def book(report, options=None):
    return openpyxl.load_workbook(io.BytesIO(render(report, options)))


def figures(report, options=None):
    workbook = book(report, options)
    return [
        workbook[name].cell(FIRST_ROW + at, cell.column + 1)
        for name, grid in GRIDS.items()
        for at, row in enumerate(grid.rows)
        for cell in row
        if cell.path
    ]


def prose(report):
    return [cell.value for cell in book(report)["正文"]["A"]]


def test_workbook_has_prose_and_three_tables():
    assert book(numbered_report()).sheetnames == ["正文", "表二", "表三", "表四"]


def test_every_figure_is_a_number_in_its_cell():
    found = figures(numbered_report())

    assert [str(cell.value) for cell in found] == printed_figures()
    assert {cell.data_type for cell in found} == {"n"}


def test_money_is_exact_and_shown_with_its_decimals():
    cell = figures(numbered_report(), RenderOptions(fee_decimal_places=2))[9]

    assert Decimal(str(cell.value)) == Decimal("2673.5355")
    assert cell.number_format == "0.00;-0.00;0"


def test_cell_that_is_not_stated_is_empty():
    assert {cell.value for cell in figures(blank_report())} == {None}


@pytest.mark.parametrize("name", GRIDS)
def test_cells_are_merged_as_in_the_form(name):
    found = {
        (
            area.min_row - FIRST_ROW,
            area.min_col - 1,
            area.max_row - area.min_row + 1,
            area.max_col - area.min_col + 1,
        )
        for area in book(numbered_report())[name].merged_cells.ranges
        if area.min_row >= FIRST_ROW
    }

    assert found == merges(GRIDS[name])


@pytest.mark.parametrize("name", GRIDS)
def test_labels_stand_where_the_form_has_them(name):
    sheet = book(numbered_report())[name]

    assert sheet["A1"].value == GRIDS[name].caption
    for at, row in enumerate(GRIDS[name].rows):
        for cell in row:
            if cell.is_header:
                assert sheet.cell(FIRST_ROW + at, cell.column + 1).value == cell.text


def test_tables_print_on_one_rotated_page_with_a_frozen_head():
    sheet = book(numbered_report())["表三"]

    setup = sheet.page_setup
    assert (setup.paperSize, setup.orientation) == (9, "landscape")
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (setup.fitToWidth, setup.fitToHeight) == (1, 1)
    assert sheet.freeze_panes == "A5"
    assert sheet.print_title_rows == "$1:$4"


def test_prose_stands_under_its_headings():
    assert prose(numbered_report(published_on="2022-01-18")) == [
        "临河县教育局2021年政府信息公开工作年度报告",
        "一、总体情况",
        *PROSE["overview"].split("\n"),
        "二、主动公开政府信息情况",
        "见工作表“表二”",
        "三、收到和处理政府信息公开申请情况",
        "见工作表“表三”",
        "四、政府信息公开行政复议、行政诉讼情况",
        "见工作表“表四”",
        "五、存在的主要问题及改进情况",
        "一是内容不够细。",
        "二是培训不够多。",
        "六、其他需要报告的事项",
        "没有收取信息处理费。",
        "公开日期：2022年1月18日",
    ]


def test_hostile_text_is_text_and_no_formula():
    cells = list(book(hostile_report())["正文"]["A"])

    assert [cell.value for cell in cells][2:9] == list(HOSTILE_TEXT)
    assert {cell.data_type for cell in cells} == {"s"}


def test_long_paragraph_goes_on_in_the_next_row():
    text = "这一句话有十个字了吧。" * 10_000

    rows = prose(numbered_report(sections={"overview": text}))

    assert "".join(row for row in rows if row.startswith("这")) == text


def test_pieces_end_with_sentences_where_they_can():
    found = list(pieces("甲" * 500 + "。" + "乙" * 500 + "。" + "丙" * 1500))

    assert [len(piece) for piece in found] == [501, 501, 700, 700, 100]


def test_same_report_gives_the_same_bytes():
    options = RenderOptions(generated_on=date(2022, 1, 18))

    first, second = (
        render(numbered_report(), options),
        render(numbered_report(), options),
    )

    assert first == second
    made = openpyxl.load_workbook(io.BytesIO(first)).properties
    assert (made.created.date(), made.modified.date()) == (date(2022, 1, 18),) * 2
    assert (made.title, made.creator) == (
        FORM.title_of("临河县教育局", 2021),
        "临河县教育局",
    )
