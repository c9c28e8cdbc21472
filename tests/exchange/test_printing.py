from datetime import date
from decimal import Decimal

import pytest

from factories.reports import FORM, blank_report, numbered_report, printed_figures
from gongkai.exchange.printing import (
    RenderOptions,
    figure_text,
    filled_grids,
    print_report,
    report_file_name,
)
from gongkai.statute.annual_report.grid import grids
from gongkai.statute.errors import GongkaiError

FEE = "table2.administrative_fees.amount_10k_yuan"
COLUMNS = [column.key for column in FORM.table3.columns]


def figures(report, options=None) -> dict[str, str]:
    return {
        cell.path: cell.text
        for grid in filled_grids(report, options)
        for row in grid.rows
        for cell in row
        if cell.path
    }


def in_one(value):
    """Return a report that gives one figure for （六）其他处理 of each column."""
    report = numbered_report()
    for column in COLUMNS:
        report["table3"][column]["other"] = value
    return report


def test_every_figure_stands_in_its_cell():
    assert list(figures(numbered_report()).values()) == printed_figures()


def test_cell_that_is_not_stated_is_empty():
    assert set(figures(blank_report()).values()) == {""}


def test_nought_is_printed():
    report = blank_report()
    report["table2"]["administrative_fees"]["amount_10k_yuan"] = "0"
    report["table4"]["reconsideration"]["total"] = 0

    found = figures(report)

    assert (found[FEE], found["table4.reconsideration.total"]) == ("0", "0")


@pytest.mark.parametrize(
    ("amount", "places", "printed"),
    [
        ("172", 4, "172.0000"),
        ("172", 0, "172"),
        ("2673.5355", 2, "2673.54"),
        ("0.00005", 4, "0.0001"),
        ("123456789.12345", 4, "123456789.1235"),
    ],
)
def test_money_has_the_decimals_of_the_organ(amount, places, printed):
    report = blank_report()
    report["table2"]["administrative_fees"]["amount_10k_yuan"] = amount

    assert figures(report, RenderOptions(fee_decimal_places=places))[FEE] == printed


def test_money_without_a_setting_is_as_it_is():
    assert figure_text(Decimal("282.10")) == "282.10"


def test_sections_are_those_of_the_form():
    parts = print_report(numbered_report()).sections

    assert [(part.heading, part.table and part.table.key) for part in parts] == [
        ("一、总体情况", None),
        ("二、主动公开政府信息情况", "table2"),
        ("三、收到和处理政府信息公开申请情况", "table3"),
        ("四、政府信息公开行政复议、行政诉讼情况", "table4"),
        ("五、存在的主要问题及改进情况", None),
        ("六、其他需要报告的事项", None),
    ]
    assert [paragraph.text for paragraph in parts[4].paragraphs] == [
        "一是内容不够细。",
        "二是培训不够多。",
    ]


def test_title_may_break_at_organ_and_year():
    printed = print_report(numbered_report(published_on="2022-01-18"))

    assert printed.title == "临河县教育局2021年政府信息公开工作年度报告"
    assert printed.title_phrases == (
        "临河县教育局",
        "2021年",
        "政府信息公开工作年度报告",
    )
    assert printed.published_on == date(2022, 1, 18)


def test_group_with_one_figure_is_printed_as_one_row():
    *_, three, _four = filled_grids(in_one(7))

    row = three.rows[23]
    assert [(cell.text, cell.row_span, cell.column_span) for cell in row] == [
        ("（六）其他处理", 1, 2),
        *[("7", 1, 1)] * 7,
    ]
    assert [cell.path for cell in row if cell.path] == [
        f"table3.{column}.other" for column in COLUMNS
    ]
    assert three.rows[5][0].row_span == 20
    assert len(three.rows) == len(grids(FORM)[1].rows) - 2


def test_other_figures_stay_beside_a_group_in_one():
    gone = ("other.amendment_lapsed", "other.fee_lapsed", "other.other")
    expected = {
        path: text
        for path, text in figures(numbered_report()).items()
        if not path.endswith(gone)
    }

    found = figures(in_one(7))

    assert {path: found[path] for path in expected} == expected


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"organ": None}, "报告没有写明机关名称，请补上“organ”后再转换。"),
        ({"organ": " \x00"}, "报告没有写明机关名称，请补上“organ”后再转换。"),
        ({"organ": "局" * 101}, "机关名称超过100字，请核对“organ”后再转换。"),
        (
            {"year": "2021"},
            "报告年度应为2008年以后的四位数字，请核对“year”后再转换。",
        ),
        (
            {"sections": {"overview": 5}},
            "报告正文“sections”应是各部分的文字，请检查文件后再转换。",
        ),
        (
            {"published_on": "一月"},
            "公开日期“published_on”应写成2022-01-28的样子，请改正后再转换。",
        ),
        (
            {"format": None},
            "报告没有注明年度报告格式，无法读取表格；请先导入带表格的报告。",
        ),
    ],
)
def test_document_that_is_no_report_is_refused(changes, message):
    with pytest.raises(GongkaiError) as refusal:
        print_report(blank_report(**changes))

    assert refusal.value.message == message


def test_file_is_named_as_a_person_would():
    assert report_file_name(blank_report(), ".docx") == (
        "临河县教育局2021年政府信息公开工作年度报告.docx"
    )


def test_file_name_has_no_marks_of_paths():
    report = blank_report(organ='../甲/乙\\丙:*?"<>| 局')

    assert report_file_name(report, ".pdf") == (
        "甲乙丙局2021年政府信息公开工作年度报告.pdf"
    )


def test_file_name_is_short_enough_for_any_disk():
    name = report_file_name(blank_report(organ="局" * 100), ".docx")

    assert len(name.encode()) <= 240
    assert name.endswith("局2021年政府信息公开工作年度报告.docx")
