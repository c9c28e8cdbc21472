"""The example year of 遂平县教育局 holds what the bureau published."""

import re
from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from examples.example_files import (
    DAYS,
    LAYOUT,
    SUIPING,
    by_month,
    day,
    in_2021,
    key_of,
    of_kind,
    on_website_in_2021,
    read,
    report,
    several,
    year_of,
)
from gongkai.organs.roles import Role


def test_suiping_has_one_officer_and_three_different_reviewers():
    people = read(SUIPING, "people")

    holders = {
        role: [row["姓名"] for row in people if role.label in several(row["角色"])]
        for role in Role
    }
    second, third = holders[Role.OGI_REVIEWER], holders[Role.RELEASE_REVIEWER]

    assert (len(holders[Role.OGI_OFFICER]), len(second), len(third)) == (1, 1, 1)
    assert not set(holders[Role.OFFICE_REVIEWER]) & {*second, *third}
    assert second != third


def test_everything_that_was_invented_about_suiping_says_so():
    silent = [
        (register, key_of(register, row))
        for register in set(LAYOUT) - {"categories"}
        for row in read(SUIPING, register)
        if "示例" not in "".join(row.values()) and "年度报告" not in row["备注"]
    ]

    assert silent == []


def test_suiping_publishes_64_items_on_the_website_in_2021():
    items = on_website_in_2021(SUIPING)

    assert len(items) == 64
    assert [by_month(items, "公开日期")[m] for m in range(1, 13)] == [
        *(5, 3, 6, 5, 5, 6),
        *(7, 8, 7, 4, 4, 4),
    ]
    assert len(read(SUIPING, "items")) > 64


def test_suiping_items_hold_the_titles_that_the_report_names():
    titles = {item["标题"] for item in on_website_in_2021(SUIPING)}
    matters = report(SUIPING, "published")["sections"]["other_matters"]

    named = set(re.findall("《(.+?)》", matters))

    assert len(named) == 6
    assert named <= titles


def test_suiping_makes_588_single_licensing_decisions_in_2021():
    decisions = in_2021(of_kind(SUIPING, "行政许可"), "日期")
    months = by_month(decisions, "日期")

    assert len(decisions) == 588
    assert {row["数量"] for row in decisions} == {"1"}
    assert [months[m] for m in range(1, 13)] == [
        *(3, 1, 5, 12, 176, 98),
        *(6, 4, 5, 14, 182, 82),
    ]
    assert Counter(row["结果"] for row in decisions) == {
        "准予许可": 586,
        "不予许可": 2,
    }
    assert all(DAYS.is_working_day(day(row["日期"])) for row in decisions)


def test_suiping_fees_add_up_to_the_fen():
    fees = in_2021(of_kind(SUIPING, "行政事业性收费"), "日期")

    total = sum(Decimal(row["金额（元）"]) for row in fees)

    assert total == Decimal("26735355.00")
    assert all(row["来源文件"] for row in fees)


@pytest.mark.parametrize("register", ["normative_documents", "requests", "remedies"])
def test_suiping_has_no_case_and_no_document(register):
    assert read(SUIPING, register) == []


def test_suiping_has_neither_penalty_nor_compulsion():
    assert of_kind(SUIPING, "行政处罚") + of_kind(SUIPING, "行政强制") == []


def test_suiping_answers_fifteen_and_fifteen_proposals():
    proposals = in_2021(read(SUIPING, "proposals"), "交办日期")

    assert Counter(row["类别"] for row in proposals) == {
        "人大代表建议": 15,
        "政协委员提案": 15,
    }
    assert {year_of(row["答复日期"]) for row in proposals} == {2021}


def test_suiping_looks_at_the_website_every_working_day():
    patrolled = [day(row["巡查日期"]) for row in read(SUIPING, "patrols")]
    year = (date.fromordinal(n) for n in range(*_ordinals_of_2021()))

    assert patrolled == [d for d in year if DAYS.is_working_day(d)]
    assert len(patrolled) == 250


def test_suiping_rectifies_each_finding_and_only_those():
    patrols = read(SUIPING, "patrols")

    wrong = [
        row["编号"]
        for row in patrols
        if (row["发现问题数"] != "0") != bool(row["整改完成日期"])
        or (row["整改完成日期"] or row["巡查日期"]) < row["巡查日期"]
    ]

    assert wrong == []


def test_suiping_problems_stand_in_the_published_report():
    published = report(SUIPING, "published")
    rows = read(SUIPING, "problems")

    assert Counter(row["类别"] for row in rows) == {"存在的问题": 3, "改进措施": 3}
    assert all(row["内容"] in published["sections"]["problems"] for row in rows)
    assert all(row["要点"] in published["sections"]["problems"] for row in rows)


def _ordinals_of_2021():
    return date(2021, 1, 1).toordinal(), date(2022, 1, 1).toordinal()
