"""Which rules there are, and how a report is checked by all of them."""

import re
from datetime import date
from pathlib import Path

import pytest

from gongkai.statute.annual_report.cells import empty_report
from gongkai.statute.annual_report.checks import (
    RULES,
    Finding,
    RecordFacts,
    Severity,
    check_report,
    check_years,
)
from gongkai.statute.errors import ReportFormatError

ERRORS = [
    "T2-NONNEG",
    "T3-INT",
    "T3-FLOW",
    "T3-SUM",
    "T3-ROW",
    "T3-YEAR",
    "T4-INT",
    "T4-SUM",
    "X-TEXT0",
    "X-REMEDY0",
    "X-BLANK",
    "X-GOVSUM",
]
WARNINGS = [
    "T2-STOCK",
    "T2-REG0",
    "T4-YEAR",
    "X-FEE",
    "X-AMEND",
    "X-SUPP",
    "X-CROSS-REM",
    "X-LATE",
]


def test_rules_are_those_of_the_form_with_their_severities():
    found = {rule.id: rule.severity for rule in RULES}

    assert found == dict.fromkeys(ERRORS, Severity.ERROR) | dict.fromkeys(
        WARNINGS, Severity.WARNING
    )
    assert len(RULES) == 20


def test_every_rule_has_a_title_and_a_source():
    assert [rule.id for rule in RULES if not (rule.title and rule.source)] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_is_broken_in_some_test(rule):
    texts = [file.read_text("utf-8") for file in Path(__file__).parent.glob("*.py")]
    broken = re.compile(rf'Finding\(\s*"{rule.id}"')

    assert any(broken.search(text) for text in texts)


def test_severities_have_words():
    assert [severity.label for severity in Severity] == ["错误", "提醒"]


def test_empty_report_breaks_nothing_because_null_is_not_zero(form):
    report = empty_report("青禾县教育局", 2022, form)

    assert check_report(report, facts=RecordFacts(0, 0, 0, 0, 0), parts=[report]) == []
    assert check_years(report | {"year": 2021}, report) == []


def test_report_of_zeros_breaks_nothing(zero):
    assert check_report(zero) == []


def test_finding_says_rule_severity_cell_expected_found_and_what_to_do(zero):
    zero["table3"]["natural_person"]["new"] = 2
    zero["table3"]["total"]["new"] = 2
    zero["table3"]["natural_person"]["disclosed"] = 1
    zero["table3"]["natural_person"]["concluded"] = 1
    zero["table3"]["total"]["disclosed"] = 1
    zero["table3"]["total"]["concluded"] = 1
    zero["table3"]["total"]["carried_forward"] = 1

    assert check_report(zero) == [
        Finding(
            "T3-FLOW",
            Severity.ERROR,
            "table3.natural_person.carried_forward",
            "1",
            "0",
            "“表三 · 自然人”第一项加第二项之和为2，第三项加第四项之和为1，"
            "两者应当相等；请核对新收、上年结转、办理结果总计和结转下年度四项。",
        ),
        Finding(
            "T3-ROW",
            Severity.ERROR,
            "table3.total.carried_forward",
            "0",
            "1",
            "“表三 · 总计 · 四、结转下年度继续办理”为1，而本行各类申请人之和为0；"
            "请核对本行各格。",
        ),
    ]


def test_report_without_tables_cannot_be_checked(zero):
    with pytest.raises(ReportFormatError):
        check_report(zero | {"format": None})


def test_publication_day_of_the_document_is_used(zero):
    (finding,) = check_report(zero | {"published_on": "2023-02-01"})

    assert finding.rule == "X-LATE"


def test_given_publication_day_outweighs_the_document(zero):
    report = zero | {"published_on": "2023-02-01"}

    assert check_report(report, published_on=date(2023, 1, 31)) == []


@pytest.mark.parametrize("text", ["2023-02-30", "一月", 20230131])
def test_publication_day_that_is_no_day_is_refused(zero, text):
    with pytest.raises(ReportFormatError) as refusal:
        check_report(zero | {"published_on": text})

    assert refusal.value.message == (
        f"报告的公开日期“{text}”不是日期；请写成2022-01-20的样式。"
    )


@pytest.mark.parametrize("year", [2022, 2020, None])
def test_years_that_do_not_follow_are_refused(zero, year):
    with pytest.raises(ReportFormatError) as refusal:
        check_years(zero | {"year": year}, zero)

    assert refusal.value.message == (
        f"对比需要2021年的报告，读到的是{year}年的；请更换上年报告。"
    )
