import pytest

from gongkai.statute.annual_report.cells import cell_paths, cell_value, empty_table
from gongkai.statute.annual_report.format import load_format
from gongkai.statute.annual_report.tabulation import (
    DocumentGroup,
    DocumentKind,
    LedgerTotals,
    RemedyGroup,
    RequestGroup,
    fee_amount,
    table_four_column,
    table_three_rows,
    tabulate_ledger,
    tabulate_remedies,
    tabulate_requests,
)
from gongkai.statute.applicants import ApplicantKind
from gongkai.statute.errors import StatuteError
from gongkai.statute.outcomes import Outcome
from gongkai.statute.periods import Period
from gongkai.statute.remedy_results import RemedyColumn, RemedyResult, RemedyRoute

BEFORE, DURING, AFTER = Period
PERSON, ENTERPRISE = ApplicantKind.NATURAL_PERSON, ApplicantKind.COMMERCIAL_ENTERPRISE
RECONSIDERATION = RemedyRoute.RECONSIDERATION
PATHS = [path for path in cell_paths(load_format("2021")) if path[:6] == "table3"]


@pytest.mark.parametrize(
    ("received", "closed", "rows"),
    [
        (BEFORE, BEFORE, ()),
        (BEFORE, DURING, ("brought_forward", "withheld.state_secret")),
        (BEFORE, AFTER, ("brought_forward", "carried_forward")),
        (BEFORE, None, ("brought_forward", "carried_forward")),
        (DURING, DURING, ("new", "withheld.state_secret")),
        (DURING, AFTER, ("new", "carried_forward")),
        (DURING, None, ("new", "carried_forward")),
        (AFTER, AFTER, ()),
        (AFTER, None, ()),
    ],
)
def test_case_counts_where_it_comes_in_and_where_it_is_at_the_end(
    received, closed, rows
):
    outcome = Outcome.WITHHELD_STATE_SECRET

    assert table_three_rows(received, closed, outcome) == rows


def test_open_case_needs_no_outcome():
    assert table_three_rows(DURING, None, None) == ("new", "carried_forward")


def test_case_closed_in_the_year_without_outcome_is_refused():
    with pytest.raises(StatuteError) as refusal:
        table_three_rows(DURING, DURING, None)

    assert refusal.value.message == (
        "有申请已办结而没有处理结果，表三无法统计；请先补登处理结果。"
    )
    assert refusal.value.article == "国办公开办函〔2021〕30号"


@pytest.mark.parametrize(
    ("received", "closed"), [(DURING, BEFORE), (AFTER, BEFORE), (AFTER, DURING)]
)
def test_case_closed_before_it_came_is_refused(received, closed):
    with pytest.raises(StatuteError) as refusal:
        table_three_rows(received, closed, Outcome.DISCLOSED)

    assert refusal.value.message == (
        "有申请的办结日期早于收到日期，无法统计；请先更正日期。"
    )


def test_requests_are_counted_by_applicant_and_row():
    table = tabulate_requests(
        [
            RequestGroup(PERSON, DURING, DURING, Outcome.DISCLOSED, 3),
            RequestGroup(PERSON, DURING, DURING, Outcome.OTHER_FEE_LAPSED, 1),
            RequestGroup(PERSON, BEFORE, DURING, Outcome.DISCLOSED, 2),
            RequestGroup(ENTERPRISE, DURING, None, None, 4),
            RequestGroup(ENTERPRISE, AFTER, None, None, 9),
        ]
    )

    report = {"table3": table}
    filled = {
        path.removeprefix("table3."): cell_value(report, path)
        for path in PATHS
        if cell_value(report, path) != 0
    }
    assert filled == {
        "natural_person.new": 4,
        "natural_person.brought_forward": 2,
        "natural_person.disclosed": 5,
        "natural_person.other.fee_lapsed": 1,
        "natural_person.concluded": 6,
        "commercial_enterprise.new": 4,
        "commercial_enterprise.carried_forward": 4,
        "total.new": 8,
        "total.brought_forward": 2,
        "total.disclosed": 5,
        "total.other.fee_lapsed": 1,
        "total.concluded": 6,
        "total.carried_forward": 4,
    }


def test_no_requests_make_a_table_of_zeros(form):
    table = tabulate_requests([])

    assert {cell_value({"table3": table}, path) for path in PATHS} == {0}
    assert table.keys() == empty_table(form, "table3").keys()


def test_negative_count_is_refused():
    with pytest.raises(StatuteError) as refusal:
        tabulate_requests([RequestGroup(PERSON, DURING, None, None, -1)])

    assert refusal.value.message == ("统计数不能小于零，读到 -1；请检查登记的数据。")


@pytest.mark.parametrize(
    ("accepted", "concluded", "column"),
    [
        (BEFORE, BEFORE, None),
        (BEFORE, DURING, RemedyColumn.CORRECTED),
        (BEFORE, AFTER, RemedyColumn.PENDING),
        (BEFORE, None, RemedyColumn.PENDING),
        (DURING, DURING, RemedyColumn.CORRECTED),
        (DURING, AFTER, RemedyColumn.PENDING),
        (DURING, None, RemedyColumn.PENDING),
        (AFTER, AFTER, None),
        (AFTER, None, None),
    ],
)
def test_remedy_counts_in_the_year_of_its_result_else_as_pending(
    accepted, concluded, column
):
    result = RemedyResult.RECONSIDERATION_REVOKED

    assert table_four_column(RECONSIDERATION, accepted, concluded, result) == column


def test_remedy_concluded_without_result_is_refused():
    with pytest.raises(StatuteError) as refusal:
        table_four_column(RECONSIDERATION, DURING, DURING, None)

    assert refusal.value.message == (
        "有行政复议案件已审结而没有结果，表四无法统计；请先补登结果。"
    )


def test_result_of_another_route_is_refused():
    result = RemedyResult.LITIGATION_REVOKED

    with pytest.raises(StatuteError) as refusal:
        table_four_column(RECONSIDERATION, DURING, DURING, result)

    assert refusal.value.message == (
        "行政复议案件不会以“撤销或者部分撤销”（行政诉讼法第七十条）结案；"
        "请更正结果或者救济途径。"
    )
    assert refusal.value.article == "行政诉讼法第七十条"


def test_remedy_concluded_before_it_was_accepted_is_refused():
    with pytest.raises(StatuteError) as refusal:
        table_four_column(RECONSIDERATION, DURING, BEFORE, None)

    assert refusal.value.message == (
        "有复议诉讼案件的审结日期早于受理日期，无法统计；请先更正日期。"
    )


def test_remedies_are_counted_by_route_and_result():
    suit = RemedyRoute.LITIGATION_DIRECT
    upheld = RemedyResult.RECONSIDERATION_UPHELD
    withdrawn = RemedyResult.LITIGATION_WITHDRAWN

    table = tabulate_remedies(
        [
            RemedyGroup(RECONSIDERATION, DURING, DURING, upheld, 2),
            RemedyGroup(RECONSIDERATION, BEFORE, None, None, 1),
            RemedyGroup(suit, BEFORE, DURING, withdrawn, 3),
            RemedyGroup(suit, AFTER, None, None, 5),
        ]
    )

    zeros = dict.fromkeys(("upheld", "corrected", "other", "pending", "total"), 0)
    assert table == {
        "reconsideration": zeros | {"upheld": 2, "pending": 1, "total": 3},
        "litigation_direct": zeros | {"other": 3, "total": 3},
        "litigation_after_reconsideration": zeros,
    }


@pytest.mark.parametrize(
    ("issued", "ended", "cells"),
    [
        (BEFORE, BEFORE, []),
        (BEFORE, DURING, ["repealed"]),
        (BEFORE, AFTER, ["in_force"]),
        (BEFORE, None, ["in_force"]),
        (DURING, DURING, ["issued", "repealed"]),
        (DURING, AFTER, ["issued", "in_force"]),
        (DURING, None, ["issued", "in_force"]),
        (AFTER, None, []),
    ],
)
def test_document_counts_as_issued_repealed_and_in_force(issued, ended, cells):
    group = DocumentGroup(DocumentKind.NORMATIVE_DOCUMENT, issued, ended, 2)

    table = tabulate_ledger(LedgerTotals(documents=(group,)))

    row = table["normative_documents"]
    assert [cell for cell, count in row.items() if count == 2] == cells
    assert table["regulations"] == {"issued": 0, "repealed": 0, "in_force": 0}


def test_document_ended_before_it_was_issued_is_refused():
    group = DocumentGroup(DocumentKind.REGULATION, DURING, BEFORE, 1)

    with pytest.raises(StatuteError) as refusal:
        tabulate_ledger(LedgerTotals(documents=(group,)))

    assert refusal.value.message == (
        "有文件的废止日期早于制发日期，无法统计；请先更正日期。"
    )


def test_ledger_fills_table_two_as_published(suiping):
    totals = LedgerTotals(
        licensing_decisions=588, fees_fen=26_735_355_00, fee_decimal_places=4
    )

    assert tabulate_ledger(totals) == suiping["table2"]


def test_decisions_stand_in_their_rows():
    totals = LedgerTotals(
        licensing_decisions=3, penalty_decisions=2, compulsion_decisions=1
    )

    table = tabulate_ledger(totals)

    rows = ("licensing", "penalties", "compulsion")
    assert [table[f"administrative_{row}"]["decisions"] for row in rows] == [3, 2, 1]


@pytest.mark.parametrize(
    "totals",
    [
        LedgerTotals(licensing_decisions=-1),
        LedgerTotals(fees_fen=-1),
        LedgerTotals(
            documents=(DocumentGroup(DocumentKind.REGULATION, DURING, None, -1),)
        ),
    ],
)
def test_negative_total_is_refused(totals):
    with pytest.raises(StatuteError) as refusal:
        tabulate_ledger(totals)

    assert refusal.value.message == ("统计数不能小于零，读到 -1；请检查登记的数据。")


@pytest.mark.parametrize(
    ("fen", "places", "text"),
    [
        (0, 0, "0"),
        (0, 4, "0.0000"),
        (1, 0, "0.000001"),
        (100, 4, "0.0001"),
        (172_000_000, 0, "172"),
        (172_000_000, 4, "172.0000"),
        (282_100_000, 0, "282.1"),
        (282_100_000, 4, "282.1000"),
        (26_735_355_00, 2, "2673.5355"),
        (26_735_355_67, 4, "2673.535567"),
        (10**20 + 1, 0, "100000000000000.000001"),
    ],
)
def test_fee_is_exact_with_at_least_the_decimals_of_the_organ(fen, places, text):
    assert fee_amount(fen, places) == text
