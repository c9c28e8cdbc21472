"""The invented year of 云溪县教育局 is the one of its plan."""

from collections import Counter
from decimal import Decimal

from examples.example_files import (
    YUNXI,
    in_2021,
    of_kind,
    on_website_in_2021,
    read,
    report,
    year_of,
)
from gongkai.statute.annual_report.checks import check_report
from gongkai.statute.applicants import ApplicantKind
from gongkai.statute.outcomes import Outcome
from gongkai.statute.remedy_results import RemedyColumn, RemedyResult, RemedyRoute


def test_yunxi_expected_report_passes_all_checks():
    assert check_report(report(YUNXI, "expected")) == []


def test_yunxi_shows_every_outcome_in_2021():
    closed = in_2021(read(YUNXI, "requests"), "办结日期")

    assert {row["办理结果"] for row in closed} == {o.label for o in Outcome}


def test_yunxi_shows_every_kind_of_applicant_in_2021():
    received = in_2021(read(YUNXI, "requests"), "收到日期")

    assert {row["申请人类别"] for row in received} == {k.label for k in ApplicantKind}


def test_yunxi_requests_are_those_of_the_plan():
    table = report(YUNXI, "expected")["table3"]
    rows = [
        row
        for row in read(YUNXI, "requests")
        if year_of(row["收到日期"]) <= 2021
        and year_of(row["办结日期"]) not in {2019, 2020}
    ]

    counted = Counter()
    for row in rows:
        kind = next(k for k in ApplicantKind if k.label == row["申请人类别"])
        closed = year_of(row["办结日期"]) == 2021
        come = "new" if year_of(row["收到日期"]) == 2021 else "brought_forward"
        end = (
            next(o.value for o in Outcome if o.label == row["办理结果"])
            if closed
            else "carried_forward"
        )
        counted[kind.value, come] += 1
        counted[kind.value, end] += 1
    assert counted == _leaves(table)


def test_yunxi_shows_every_route_and_column_of_table_four():
    table = report(YUNXI, "expected")["table4"]
    rows = [
        row
        for row in read(YUNXI, "remedies")
        if year_of(row["受理（立案）日期"]) <= 2021
        and year_of(row["审结日期"]) not in {2019, 2020}
    ]

    counted = Counter(_table_four_cell(row) for row in rows)

    assert counted == {
        (route, column): count
        for route, group in table.items()
        for column, count in group.items()
        if count and column != "total"
    }
    assert {column for _, column in counted} == {c.value for c in RemedyColumn}


def test_yunxi_fees_licences_and_proposals_are_those_of_the_plan():
    fees = in_2021(of_kind(YUNXI, "行政事业性收费"), "日期")
    licences = in_2021(of_kind(YUNXI, "行政许可"), "日期")
    proposals = in_2021(read(YUNXI, "proposals"), "交办日期")

    assert sum(Decimal(row["金额（元）"]) for row in fees) == Decimal("1876500.00")
    assert sum(int(row["数量"]) for row in licences) == 92
    assert Counter(bool(row["答复日期"]) for row in proposals) == {True: 6, False: 1}
    assert len(on_website_in_2021(YUNXI)) == 9


def _leaves(table):
    leaves = Counter()
    for kind in ApplicantKind:
        column = table[kind.value]
        keys = ["new", "brought_forward", "carried_forward", *Outcome]
        for key in keys:
            group, _, leaf = str(key).partition(".")
            leaves[kind.value, str(key)] = (
                column[group][leaf] if leaf else column[group]
            )
    return +leaves


def _table_four_cell(row):
    route = next(r for r in RemedyRoute if r.label == row["途径"])
    if year_of(row["审结日期"]) != 2021:
        return route.value, RemedyColumn.PENDING.value
    result = next(r for r in RemedyResult if r.label == row["结果"] and r.fits(route))
    return route.value, result.column.value
