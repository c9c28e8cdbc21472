"""What is taken from the prose about reconsiderations and lawsuits."""

import pytest

from gongkai.statute.annual_report.reading.remedies import (
    Remedy,
    RemedyStatement,
    remedy_cases,
)

BOTH = [
    "没有发生因本局政府信息公开或不公开引起的行政复议、提起行政诉讼和申请情况。",
    "未发生行政复议、行政诉讼。",
    "全年未收到行政复议和行政诉讼案件，无举报投诉。",
    "2022年，我局没有因政府信息公开被申请行政复议、提起行政诉讼的情况。",
    "无行政复议、行政诉讼情况。",
    "我局未被申请行政复议或者提起行政诉讼。",
    "未收到政府信息公开申请和行政复议、行政诉讼申请。",
    "政府信息公开行政复议、行政诉讼均为0件。",
    "行政复议0件，行政诉讼0件。",
    "行政复议案件零件；行政诉讼案件零件。",
    "未产生政府信息公开行政复议及诉讼（与上年持平）。",
]


@pytest.mark.parametrize("text", BOTH)
def test_denial_of_both_is_zero_of_both(text):
    assert stated(text) == [("复议", 0), ("诉讼", 0)]


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("未收到行政复议。", [("复议", 0)]),
        ("未发生行政诉讼，被申请行政复议的信息公开案件较多。", [("诉讼", 0)]),
        ("因政府信息公开发生行政复议2件、行政诉讼1件。", [("复议", 2), ("诉讼", 1)]),
        ("全年政府信息公开行政复议案件共3起。", [("复议", 3)]),
        (
            "因政府信息公开，行政复议案件两件，未发生行政诉讼。",
            [("复议", 2), ("诉讼", 0)],
        ),
    ],
)
def test_each_kind_is_taken_by_itself(text, taken):
    assert stated(text) == taken


PASSED_OVER = [
    "",
    "加强行政复议、行政诉讼应对。",
    "2021年未发生行政复议。",
    "上半年未发生行政复议。",
    "未发生行政复议被纠正的情况。",
    "没有行政诉讼败诉案件。",
    "无行政复议纠错、行政诉讼败诉案件。",
    "未发生行政复议、行政诉讼被纠正的情况。",
    "未发生因答复不当引发的行政复议。",
    "没有专职人员办理行政复议。",
    "未收到行政复议决定书。",
    "未发生被行政复议机关纠正的情况。",
    "未发生败诉行政诉讼。",
    "审结行政复议0件。",
    "未经复议直接起诉0件，复议后起诉0件。",
    "行政复议结果维持0件。",
    "全年办理行政复议案件30件。",
    "全年行政复议案件30件，其中涉及政府信息公开2件。",
    "政府信息公开行政复议、行政诉讼3件。",
    "政府信息公开行政复议10余件。",
    "下属学校未发生行政复议。",
]


@pytest.mark.parametrize("text", PASSED_OVER)
def test_sentence_that_is_not_about_all_cases_of_the_year_is_passed_over(text):
    assert stated(text) == []


def stated(text):
    found = remedy_cases([("overview", text)], 2022)
    return [(one.remedy.value, one.count) for one in found]


def test_statement_quotes_its_clause_and_section():
    found = remedy_cases([("overview", "申请已答复，未发生行政复议。")], 2022)

    assert found == (
        RemedyStatement("overview", Remedy.RECONSIDERATION, 0, "未发生行政复议"),
    )
