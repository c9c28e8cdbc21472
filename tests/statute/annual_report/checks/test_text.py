"""The prose against tables three and four."""

import pytest

from gongkai.statute.annual_report.checks import Finding, Severity, check_report


@pytest.fixture
def three(zero):
    """Three new requests, all disclosed; two reconsiderations, one lawsuit."""
    for column in ("natural_person", "total"):
        zero["table3"][column] |= {"new": 3, "disclosed": 3, "concluded": 3}
    zero["table4"]["reconsideration"] |= {"upheld": 2, "total": 2}
    zero["table4"]["litigation_after_reconsideration"] |= {"other": 1, "total": 1}
    return zero


def rules(report, text):
    report["sections"]["overview"] = text
    return [finding.rule for finding in check_report(report)]


def test_denied_requests_that_table_three_has_break_x_text0(three):
    three["sections"]["overview"] = "2022年，我局未收到政府信息公开申请。"

    assert check_report(three) == [
        Finding(
            "X-TEXT0",
            Severity.ERROR,
            "overview",
            "3",
            "0",
            "“一、总体情况”写有“我局未收到政府信息公开申请”，"
            "而“表三 · 总计 · 一、本年新收政府信息公开申请数量”为3；"
            "请核对正文和表三。",
        )
    ]


def test_stated_number_that_is_not_table_three_breaks_x_text0(zero):
    text = "2022年，我局收到政府信息公开申请12件。"

    assert rules(zero, text) == ["X-TEXT0"]


def test_stated_number_of_table_three_breaks_nothing(three):
    assert rules(three, "2022年，我局收到政府信息公开申请3件。") == []


def test_table_three_not_stated_contradicts_no_text(three):
    three["table3"]["total"]["new"] = None

    assert rules(three, "2022年，我局未收到政府信息公开申请。") == []


def test_every_section_is_read(three):
    three["sections"] |= {
        "overview": None,
        "problems": "今年未收到申请。",
        "other_matters": "今年未收到申请。",
    }

    findings = check_report(three)

    assert [finding.cell for finding in findings] == ["problems", "other_matters"]


@pytest.mark.parametrize("sections", [None, {}])
def test_report_without_prose_breaks_nothing(three, sections):
    assert check_report(three | {"sections": sections}) == []


def test_denied_remedies_that_table_four_has_break_x_remedy0(three):
    three["sections"]["overview"] = "2022年，没有发生行政复议、行政诉讼。"

    assert check_report(three) == [
        Finding(
            "X-REMEDY0",
            Severity.ERROR,
            "overview",
            str(counted),
            "0",
            "“一、总体情况”写有“没有发生行政复议、行政诉讼”，"
            f"而表四的{heading}总计为{counted}；请核对正文和表四。",
        )
        for heading, counted in (("行政复议", 2), ("行政诉讼", 1))
    ]


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("因政府信息公开被申请行政复议2件。", []),
        ("因政府信息公开被申请行政复议1件。", []),
        ("因政府信息公开被申请行政复议3件。", ["X-REMEDY0"]),
        ("因政府信息公开被申请行政复议0件。", ["X-REMEDY0"]),
        ("政府信息公开行政诉讼1件。", []),
        ("政府信息公开行政诉讼2件。", ["X-REMEDY0"]),
    ],
)
def test_more_remedies_than_table_four_break_x_remedy0_and_fewer_do_not(
    three, text, broken
):
    assert rules(three, text) == broken


def test_denied_remedies_that_table_four_has_not_break_nothing(zero):
    assert rules(zero, "全年没有发生行政复议、行政诉讼。") == []


def test_table_four_not_stated_contradicts_no_text(three):
    three["table4"]["reconsideration"]["total"] = None

    assert rules(three, "全年没有发生行政复议。") == []


def test_place_left_open_breaks_x_blank(zero):
    zero["sections"]["overview"] = "（五）监督保障。【考核情况】。"

    assert check_report(zero) == [
        Finding(
            "X-BLANK",
            Severity.ERROR,
            "overview",
            None,
            "【考核情况】",
            "“一、总体情况”还有待填写的“【考核情况】”；请写上内容，或者删去这一处。",
        )
    ]


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("【请先登记问题，再生成本节】\n", ["X-BLANK"]),
        ("【概述】，【成效】。", ["X-BLANK", "X-BLANK"]),
        ("【主动公开】全年公开信息64条。", []),
        ("【主动公开】\n全年公开信息64条。", []),
        ("【】。", []),
    ],
)
def test_place_left_open_is_told_from_a_heading(zero, text, broken):
    assert rules(zero, text) == broken
