"""The equations of tables two, three and four."""

from copy import deepcopy
from decimal import Decimal

import pytest

from gongkai.statute.annual_report.cells import set_cell
from gongkai.statute.annual_report.checks import (
    Finding,
    Severity,
    check_report,
    check_years,
)

NEW = "table3.natural_person.new"
FEE = "table2.administrative_fees.amount_10k_yuan"


def filled(report, **cells):
    for path, value in cells.items():
        set_cell(report, path.replace("__", "."), value)
    return report


def found(findings):
    return [(f.rule, f.cell, f.expected, f.found) for f in findings]


BALANCED = {
    "new": 5,
    "brought_forward": 2,
    "disclosed": 3,
    "withheld.third_party_rights": 1,
    "other.other": 1,
    "concluded": 5,
    "carried_forward": 2,
}


@pytest.fixture
def balanced(zero):
    """Seven requests of natural persons, two of them open at the end."""
    for column in ("natural_person", "total"):
        for row, count in BALANCED.items():
            set_cell(zero, f"table3.{column}.{row}", count)
    return zero


def test_balanced_table_breaks_nothing(balanced):
    assert check_report(balanced) == []


@pytest.mark.parametrize("table", ["table2.regulations.issued", NEW])
def test_zero_is_not_below_zero(zero, table):
    assert check_report(filled(zero, **{table: 0})) == []


def test_negative_decision_count_breaks_t2_nonneg(zero):
    path = "table2.administrative_penalties.decisions"

    assert check_report(filled(zero, **{path: -3})) == [
        Finding(
            "T2-NONNEG",
            Severity.ERROR,
            path,
            "≥0",
            "-3",
            "“表二 · 行政处罚 · 本年处理决定数量”为-3，不应小于零；请核对后改正。",
        )
    ]


def test_negative_fee_breaks_t2_nonneg(zero):
    findings = check_report(filled(zero, **{FEE: Decimal("-0.01")}))

    assert found(findings) == [("T2-NONNEG", FEE, "≥0", "-0.01")]


def test_negative_request_count_breaks_t3_int(balanced):
    path = "table3.natural_person.not_processed.petition"
    balanced = filled(balanced, **{path: -1})

    (first, *_) = check_report(balanced)

    assert first == Finding(
        "T3-INT",
        Severity.ERROR,
        path,
        "≥0",
        "-1",
        "“表三 · 自然人 · （五）不予处理 · 1.信访举报投诉类申请”为-1，不应小于零；"
        "请核对后改正。",
    )


def test_negative_remedy_count_breaks_t4_int(zero):
    path = "table4.reconsideration.pending"

    (first, *_) = check_report(filled(zero, **{path: -1}))

    assert first == Finding(
        "T4-INT",
        Severity.ERROR,
        path,
        "≥0",
        "-1",
        "“表四 · 行政复议 · 尚未审结”为-1，不应小于零；请核对后改正。",
    )


@pytest.mark.parametrize(
    ("row", "expected", "read"),
    [("new", "3", "2"), ("brought_forward", "3", "2"), ("carried_forward", "2", "3")],
)
def test_column_out_of_balance_breaks_t3_flow(balanced, row, expected, read):
    for column in ("natural_person", "total"):
        balanced["table3"][column][row] += 1

    assert found(check_report(balanced)) == [
        ("T3-FLOW", f"table3.{column}.carried_forward", expected, read)
        for column in ("natural_person", "total")
    ]


@pytest.mark.parametrize(
    "row", ["new", "brought_forward", "concluded", "carried_forward"]
)
def test_column_with_a_cell_not_stated_is_not_balanced(balanced, row):
    balanced["table3"]["natural_person"][row] = None
    balanced["table3"]["natural_person"]["disclosed"] = 3

    assert found(check_report(balanced)) == []


def test_wrong_sum_of_outcomes_breaks_t3_sum(balanced):
    balanced["table3"]["total"]["concluded"] = 6
    balanced["table3"]["total"]["carried_forward"] = 1

    assert check_report(balanced)[0] == Finding(
        "T3-SUM",
        Severity.ERROR,
        "table3.total.concluded",
        "5",
        "6",
        "“表三 · 总计 · （七）总计”为6，而（一）至（六）各项之和为5；"
        "请核对本列各项办理结果。",
    )


def test_wrong_total_of_a_row_breaks_t3_row(balanced):
    balanced["table3"]["other"]["new"] = 1

    assert ("T3-ROW", "table3.total.new", "6", "5") in found(check_report(balanced))


def test_blank_totals_of_rows_break_nothing(balanced):
    for row in ("new", "brought_forward", "disclosed", "concluded", "carried_forward"):
        balanced["table3"]["total"][row] = None

    assert check_report(balanced) == []


def test_other_outcomes_printed_as_one_row_are_added_as_one(balanced):
    for column in balanced["table3"].values():
        column["other"] = column["other"]["other"]

    assert check_report(balanced) == []


def test_other_outcomes_printed_as_one_row_are_checked_as_one(balanced):
    for column in balanced["table3"].values():
        column["other"] = column["other"]["other"]
    balanced["table3"]["total"]["other"] = 2

    assert found(check_report(balanced)) == [
        ("T3-SUM", "table3.total.concluded", "6", "5"),
        ("T3-ROW", "table3.total.other", "1", "2"),
    ]


def test_one_row_against_three_rows_is_not_compared(balanced):
    balanced["table3"]["total"]["other"] = 1

    assert check_report(balanced) == []


@pytest.mark.parametrize(
    ("group", "label"),
    [
        ("reconsideration", "行政复议"),
        ("litigation_direct", "行政诉讼 · 未经复议直接起诉"),
        ("litigation_after_reconsideration", "行政诉讼 · 复议后起诉"),
    ],
)
def test_wrong_total_of_a_group_breaks_t4_sum(zero, group, label):
    zero["table4"][group] |= {"upheld": 2, "pending": 1, "total": 2}

    assert check_report(zero) == [
        Finding(
            "T4-SUM",
            Severity.ERROR,
            f"table4.{group}.total",
            "3",
            "2",
            f"“表四 · {label} · 总计”为2，而维持、纠正、其他、尚未审结之和为3；"
            "请核对这一组各格。",
        )
    ]


def test_right_total_of_a_group_breaks_nothing(zero):
    zero["table4"]["reconsideration"] |= {"upheld": 2, "pending": 1, "total": 3}

    assert check_report(zero) == []


def test_group_with_a_cell_not_stated_is_not_added(zero):
    zero["table4"]["reconsideration"] |= {"upheld": None, "total": 3}

    assert check_report(zero) == []


@pytest.mark.parametrize(
    "level", ["county_department", "county_government", "township"]
)
def test_rules_of_an_organ_that_makes_none_break_t2_reg0(zero, level):
    path = "table2.regulations.in_force"

    assert check_report(filled(zero, **{path: 1}), organ_level=level) == [
        Finding(
            "T2-REG0",
            Severity.WARNING,
            path,
            "0",
            "1",
            "“表二 · 规章 · 现行有效件数”为1，而本机关没有规章制定权，应填0；"
            "请核对是否应填在“行政规范性文件”。",
        )
    ]


@pytest.mark.parametrize("level", [None, "city_government", "province_government"])
def test_rules_of_an_organ_that_may_make_them_break_nothing(zero, level):
    report = filled(zero, **{"table2.regulations.in_force": 1})

    assert check_report(report, organ_level=level) == []


def last_year(report):
    return deepcopy(report) | {"year": report["year"] - 1}


def test_years_that_follow_break_nothing(balanced):
    previous = last_year(balanced)

    assert check_years(previous, balanced) == []


def test_other_brought_forward_than_carried_forward_breaks_t3_year(balanced):
    previous = last_year(balanced)
    previous["table3"]["natural_person"]["carried_forward"] = 4

    assert check_years(previous, balanced) == [
        Finding(
            "T3-YEAR",
            Severity.ERROR,
            "table3.natural_person.brought_forward",
            "4",
            "2",
            "“表三 · 自然人 · 二、上年结转政府信息公开申请数量”为2，"
            "而上年报告结转下年度4件；请核对两年的结转数。",
        )
    ]


def test_pending_cases_that_vanish_break_t4_year(zero):
    previous = last_year(zero)
    previous["table4"]["litigation_direct"]["pending"] = 2
    zero["table4"]["litigation_direct"] |= {"upheld": 1, "total": 1}

    assert check_years(previous, zero) == [
        Finding(
            "T4-YEAR",
            Severity.WARNING,
            "table4.litigation_direct.total",
            "≥2",
            "1",
            "“表四 · 行政诉讼 · 未经复议直接起诉 · 总计”为1，少于上年尚未审结的2件；"
            "这些案件今年应已审结或者仍未审结，请核对。",
        )
    ]


def test_pending_cases_that_end_break_nothing(zero):
    previous = last_year(zero)
    previous["table4"]["litigation_direct"]["pending"] = 2
    zero["table4"]["litigation_direct"] |= {"upheld": 3, "total": 3}

    assert check_years(previous, zero) == []


@pytest.mark.parametrize("blank", ["pending", "total"])
def test_pending_cases_not_stated_break_nothing(zero, blank):
    previous = last_year(zero)
    previous["table4"]["reconsideration"]["pending"] = 1
    year = previous if blank == "pending" else zero
    year["table4"]["reconsideration"][blank] = None

    assert check_years(previous, zero) == []


@pytest.fixture
def stocked(zero):
    zero["table2"]["normative_documents"] |= {
        "issued": 3,
        "repealed": 1,
        "in_force": 12,
    }
    return zero


def test_stock_that_follows_breaks_nothing(stocked):
    previous = last_year(stocked)
    previous["table2"]["normative_documents"]["in_force"] = 10

    assert check_years(previous, stocked) == []


def test_stock_that_does_not_follow_breaks_t2_stock(stocked):
    previous = last_year(stocked)
    previous["table2"]["normative_documents"]["in_force"] = 11

    assert check_years(previous, stocked) == [
        Finding(
            "T2-STOCK",
            Severity.WARNING,
            "table2.normative_documents.in_force",
            "13",
            "12",
            "“表二 · 行政规范性文件 · 现行有效件数”为12，按上年现行有效件数加本年制发、"
            "减本年废止应为13；如因清理或者重新归类，请在报告中说明。",
        )
    ]


@pytest.mark.parametrize("blank", ["issued", "repealed", "in_force"])
def test_stock_not_stated_breaks_nothing(stocked, blank):
    previous = last_year(stocked)
    stocked["table2"]["normative_documents"][blank] = None

    assert check_years(previous, stocked) == []


def test_older_form_is_compared_by_requests_and_not_by_stock(stocked):
    previous = last_year(stocked) | {"format": "2019"}
    previous["table2"]["normative_documents"] = {"total_public": 11}
    previous["table3"]["total"]["carried_forward"] = 1

    assert found(check_years(previous, stocked)) == [
        ("T3-YEAR", "table3.total.brought_forward", "1", "0")
    ]
