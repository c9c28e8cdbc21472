import pytest

from gongkai.statute.annual_report.format import (
    RowRole,
    format_keys,
    load_format,
)
from gongkai.statute.applicants import ApplicantKind
from gongkai.statute.errors import ReportFormatError
from gongkai.statute.outcomes import Outcome
from gongkai.statute.remedy_results import RemedyColumn, RemedyRoute


def test_sections_are_the_six_parts_in_order(form):
    assert [section.heading for section in form.sections] == [
        "一、总体情况",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
        "五、存在的主要问题及改进情况",
        "六、其他需要报告的事项",
    ]


def test_three_sections_are_prose_and_three_are_tables(form):
    prose = [section.key for section in form.sections if section.is_prose]
    tables = [section.table for section in form.sections if not section.is_prose]

    assert prose == ["overview", "problems", "other_matters"]
    assert tables == ["table2", "table3", "table4"]


def test_title_names_organ_and_year(form):
    title = form.title_of("青禾县教育局", 2022)

    assert title == "青禾县教育局2022年政府信息公开工作年度报告"


def test_outcome_rows_are_the_closed_list_of_outcomes(form):
    assert form.table3.keys(RowRole.OUTCOME) == tuple(Outcome)


def test_columns_of_table_three_are_the_kinds_of_applicants(form):
    counted = [(column.key, column.label) for column in form.table3.applicants]

    assert counted == [(kind.value, kind.label) for kind in ApplicantKind]
    assert form.table3.columns[-1].label == "总计"


def test_groups_of_table_four_are_the_routes(form):
    groups = [(group.key, group.headings[-1]) for group in form.table4.groups]

    assert groups == [(route.value, route.label) for route in RemedyRoute]


def test_columns_of_table_four_are_the_results(form):
    columns = [(column.key, column.label) for column in form.table4.columns]

    assert columns == [
        *((column.value, column.label) for column in RemedyColumn),
        ("total", "总计"),
    ]


def test_only_the_fee_is_money(form):
    money = [
        column.label
        for block in form.table2.blocks
        for column in block.columns
        if column.is_money
    ]

    assert money == ["本年收费金额（单位：万元）"]


def test_a_form_is_loaded_once():
    assert load_format("2021") is load_format("2021")


@pytest.mark.parametrize("key", format_keys())
def test_every_form_file_carries_its_name(key):
    assert load_format(key).key == key


@pytest.mark.parametrize("key", ["1999", "", "../formats/2021"])
def test_unknown_form_is_refused_with_the_known_ones(key):
    with pytest.raises(ReportFormatError) as refusal:
        load_format(key)

    known = "、".join(format_keys())
    assert refusal.value.message == (
        f"不认识年度报告格式“{key}”；目前支持的格式：{known}。"
    )


@pytest.mark.parametrize("key", [None, 2021, ["2021"]])
def test_report_without_form_is_refused(key):
    with pytest.raises(ReportFormatError) as refusal:
        load_format(key)

    assert refusal.value.message == (
        "报告没有注明年度报告格式，无法读取表格；请先导入带表格的报告。"
    )
