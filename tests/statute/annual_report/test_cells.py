from decimal import Decimal

import pytest

from gongkai.statute.annual_report.cells import (
    cell_label,
    cell_paths,
    cell_value,
    empty_report,
    empty_table,
    money_paths,
    row_value,
    set_cell,
    stated_paths,
)
from gongkai.statute.errors import ReportFormatError

FEE = "table2.administrative_fees.amount_10k_yuan"
NEW = "table3.natural_person.new"


def test_form_2021_has_two_hundred_cells(form):
    paths = cell_paths(form)
    tables = [path.partition(".")[0] for path in paths]

    assert len(set(paths)) == 200
    assert [tables.count(table) for table in ("table2", "table3", "table4")] == [
        10,
        175,
        15,
    ]


def test_cells_stand_as_they_are_printed(form):
    paths = cell_paths(form)

    assert paths[:4] == (
        "table2.regulations.issued",
        "table2.regulations.repealed",
        "table2.regulations.in_force",
        "table2.normative_documents.issued",
    )
    assert paths[10:12] == (NEW, "table3.commercial_enterprise.new")
    assert paths[-1] == "table4.litigation_after_reconsideration.total"


def test_the_fee_is_the_only_money_cell(form):
    assert money_paths(form) == {FEE}


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("table2.normative_documents.in_force", "表二 · 行政规范性文件 · 现行有效件数"),
        (FEE, "表二 · 行政事业性收费 · 本年收费金额（单位：万元）"),
        (
            "table3.natural_person.withheld.state_secret",
            "表三 · 自然人 · （三）不予公开 · 1.属于国家秘密",
        ),
        ("table3.total.concluded", "表三 · 总计 · （七）总计"),
        ("table3.other.disclosed", "表三 · 其他 · （一）予以公开"),
        ("table3.total.other", "表三 · 总计 · （六）其他处理"),
        (
            "table3.total.carried_forward",
            "表三 · 总计 · 四、结转下年度继续办理",
        ),
        ("table4.reconsideration.upheld", "表四 · 行政复议 · 结果维持"),
        (
            "table4.litigation_direct.total",
            "表四 · 行政诉讼 · 未经复议直接起诉 · 总计",
        ),
        ("figures.items.government_website", "正文 · 通过政府网站公开信息（条）"),
        ("figures.trainings.held", "正文 · trainings.held"),
        ("overview", "一、总体情况"),
        ("sections.problems", "五、存在的主要问题及改进情况"),
        ("published_on", "公开日期"),
        ("table9.nothing", "table9.nothing"),
    ],
)
def test_label_is_what_a_person_would_look_for(form, path, label):
    assert cell_label(form, path) == label


def test_every_cell_has_its_own_label(form):
    labels = {cell_label(form, path) for path in cell_paths(form)}

    assert len(labels) == 200


def test_count_and_money_are_read(suiping):
    assert cell_value(suiping, "table2.administrative_licensing.decisions") == 588
    assert cell_value(suiping, FEE) == Decimal("2673.5355")
    assert cell_value(suiping, "figures.items.government_website") == 64
    assert cell_value(suiping, "figures.processing_fee.yuan") == Decimal(0)


@pytest.mark.parametrize(
    "report",
    [
        {},
        {"table3": None},
        {"table3": {"natural_person": {}}},
        {"table3": {"natural_person": {"new": None}}},
    ],
)
def test_cell_that_is_not_stated_is_none_and_not_zero(report):
    assert cell_value(report, NEW) is None


def test_rows_below_a_group_printed_as_one_row_are_not_stated():
    report = {"table3": {"total": {"other": 4}}}

    assert cell_value(report, "table3.total.other.fee_lapsed") is None
    assert row_value(report, "table3.total.other") == 4


def test_group_with_rows_has_no_figure_of_its_own(zero):
    assert row_value(zero, "table3.total.other") is None


@pytest.mark.parametrize("value", ["3", 1.5, True, [], {}])
def test_count_of_a_wrong_type_is_refused_by_its_label(value):
    report = {"format": "2021", "table3": {"natural_person": {"new": value}}}

    with pytest.raises(ReportFormatError) as refusal:
        cell_value(report, NEW)

    assert refusal.value.message == (
        "“表三 · 自然人 · 一、本年新收政府信息公开申请数量”应填整数，"
        "没有数据的填 null，请改正后再读取。"
    )


@pytest.mark.parametrize("value", ["2,673", "1e3", "", "1.", 2.5])
def test_money_that_is_no_decimal_string_is_refused(value):
    report = {"format": "2021", "table2": {"administrative_fees": {}}}
    report["table2"]["administrative_fees"]["amount_10k_yuan"] = value

    with pytest.raises(ReportFormatError) as refusal:
        cell_value(report, FEE)

    assert refusal.value.message == (
        "“表二 · 行政事业性收费 · 本年收费金额（单位：万元）”应填十进制数字字符串，"
        "没有数据的填 null，请改正后再读取。"
    )


def test_table_that_is_no_table_is_refused_by_path_if_the_form_is_unknown():
    with pytest.raises(ReportFormatError) as refusal:
        cell_value({"table3": "见附件"}, NEW)

    assert refusal.value.message == (
        f"“{NEW}”应填整数，没有数据的填 null，请改正后再读取。"
    )


def test_stated_paths_are_the_figures_of_the_prose(suiping):
    assert stated_paths(suiping)[:2] == (
        "figures.items.government_website",
        "figures.proposals.total",
    )
    assert stated_paths({}) == ()


def test_figures_that_are_no_object_are_refused():
    with pytest.raises(ReportFormatError) as refusal:
        stated_paths({"figures": [64]})

    assert refusal.value.message == ("报告中的“figures”应是数字的对照表，请检查文件。")


def test_set_cell_writes_what_cell_value_reads(form):
    report = empty_report("青禾县教育局", 2022, form)

    set_cell(report, NEW, 3)
    set_cell(report, FEE, Decimal("12.50"))
    set_cell(report, "figures.proposals.total", 7)

    assert report["table3"]["natural_person"]["new"] == 3
    assert report["table2"]["administrative_fees"]["amount_10k_yuan"] == "12.50"
    assert report["figures"] == {"proposals.total": 7}


def test_small_money_is_written_without_exponent():
    report = {}

    set_cell(report, FEE, Decimal("0.00000001"))

    assert report["table2"]["administrative_fees"]["amount_10k_yuan"] == "0.00000001"


def test_set_cell_can_unstate_a_cell(zero):
    set_cell(zero, NEW, None)

    assert cell_value(zero, NEW) is None


def test_set_cell_does_not_break_up_a_group_printed_as_one_row():
    report = {"format": "2021", "table3": {"total": {"other": 4}}}

    with pytest.raises(ReportFormatError) as refusal:
        set_cell(report, "table3.total.other.other", 4)

    assert refusal.value.message == (
        "“表三 · 总计 · （六）其他处理 · 3.其他”不能填写："
        "报告把上一级作为一行合并填列。"
    )


def test_empty_report_states_nothing(form):
    report = empty_report("青禾县教育局", 2022, form)

    assert {cell_value(report, path) for path in cell_paths(form)} == {None}
    assert list(report) == [
        "schema",
        "format",
        "organ",
        "year",
        "sections",
        "table2",
        "table3",
        "table4",
    ]


def test_empty_table_has_the_keys_of_the_exchange_document(form, suiping):
    for table in ("table2", "table3", "table4"):
        assert _keys(empty_table(form, table)) == _keys(suiping[table])


def _keys(tree):
    if not isinstance(tree, dict):
        return None
    return {key: _keys(below) for key, below in tree.items()}
