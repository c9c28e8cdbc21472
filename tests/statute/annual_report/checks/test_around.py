"""Checks against the records, the parts of a consolidation and the calendar."""

from copy import deepcopy
from datetime import date
from decimal import Decimal

import pytest

from gongkai.statute.annual_report.cells import set_cell
from gongkai.statute.annual_report.checks import (
    Finding,
    RecordFacts,
    Severity,
    check_report,
)
from gongkai.statute.annual_report.checks.deadline import publication_due_on
from gongkai.statute.errors import ReportFormatError

UNKNOWN = RecordFacts()
OUTCOMES = {
    "lapsed fee": "other.fee_lapsed",
    "third party": "withheld.third_party_rights",
    "unclear": "unavailable.unclear_after_amendment",
    "lapsed amendment": "other.amendment_lapsed",
}


def concluding(report, **counts):
    """Let natural persons' new requests end so."""
    total = sum(counts.values())
    rows = {OUTCOMES[name.replace("_", " ")]: count for name, count in counts.items()}
    for column in ("natural_person", "total"):
        for row, count in (rows | {"new": total, "concluded": total}).items():
            set_cell(report, f"table3.{column}.{row}", count)
    return report


def test_what_the_records_do_not_say_breaks_nothing(zero):
    report = concluding(zero, lapsed_fee=1, third_party=1, unclear=1)
    report["sections"]["other_matters"] = "收取信息处理费400元。"

    assert check_report(report, facts=UNKNOWN) == []


def test_lapsed_fee_without_a_fee_notice_breaks_x_fee(zero):
    report = concluding(zero, lapsed_fee=2)

    assert check_report(report, facts=RecordFacts(fee_notices=0)) == [
        Finding(
            "X-FEE",
            Severity.WARNING,
            "table3.total.other.fee_lapsed",
            "0",
            "2",
            "“表三 · 总计 · （六）其他处理 · 2.申请人逾期未按收费通知要求缴纳费用、"
            "行政机关不再处理其政府信息公开申请”为2，而本年没有登记收费通知；"
            "请补登收费通知，或者更正处理结果。",
        )
    ]


def test_lapsed_fee_after_a_fee_notice_breaks_nothing(zero):
    report = concluding(zero, lapsed_fee=2)

    assert check_report(report, facts=RecordFacts(fee_notices=1)) == []


@pytest.mark.parametrize(
    ("text", "collected"),
    [
        ("2022年，我局未收取信息处理费。", 0),
        ("2022年，实际收取信息处理费共计400元。", 400),
        ("全年收取信息处理费0.04万元。", Decimal("400.00")),
        ("2021年收取信息处理费100元。", 400),
    ],
)
def test_text_that_agrees_with_the_fee_register_breaks_nothing(zero, text, collected):
    zero["sections"]["other_matters"] = text

    facts = RecordFacts(processing_fee_yuan=collected)
    assert check_report(zero, facts=facts) == []


def test_text_that_denies_a_fee_in_the_register_breaks_x_fee(zero):
    zero["sections"]["other_matters"] = "(六)2022年，我局未收取信息处理费。"

    assert check_report(zero, facts=RecordFacts(processing_fee_yuan=400)) == [
        Finding(
            "X-FEE",
            Severity.WARNING,
            "other_matters",
            "400",
            "0",
            "“六、其他需要报告的事项”写有“我局未收取信息处理费”，"
            "而收费登记本年收取信息处理费400元；请核对正文和收费登记。",
        )
    ]


@pytest.mark.parametrize(("notices", "breaks"), [(2, ["X-AMEND"]), (3, []), (None, [])])
def test_endings_by_amendment_need_as_many_notices(zero, notices, breaks):
    report = concluding(zero, unclear=1, lapsed_amendment=2)

    findings = check_report(report, facts=RecordFacts(amendment_notices=notices))

    assert [finding.rule for finding in findings] == breaks


def test_more_endings_than_amendment_notices_breaks_x_amend(zero):
    report = concluding(zero, unclear=1, lapsed_amendment=2)

    assert check_report(report, facts=RecordFacts(amendment_notices=2)) == [
        Finding(
            "X-AMEND",
            Severity.WARNING,
            "table3.total.other.amendment_lapsed",
            "≤2",
            "3",
            "因补正后仍不明确和逾期不补正办结的共3件，而本年只登记补正告知2次；"
            "请补登补正告知，或者更正处理结果。",
        )
    ]


def test_third_party_rights_without_consultation_break_x_supp(zero):
    report = concluding(zero, third_party=1)

    assert check_report(report, facts=RecordFacts(consultations=0)) == [
        Finding(
            "X-SUPP",
            Severity.WARNING,
            "table3.total.withheld.third_party_rights",
            "0",
            "1",
            "“表三 · 总计 · （三）不予公开 · 4.保护第三方合法权益”为1，"
            "而本年没有登记征求第三方意见；请补登征求意见，或者更正处理结果。",
        )
    ]
    assert check_report(report, facts=RecordFacts(consultations=1)) == []


def test_remedies_without_a_decision_break_x_cross_rem(zero):
    assert check_report(zero, facts=RecordFacts(unlinked_remedies=2)) == [
        Finding(
            "X-CROSS-REM",
            Severity.WARNING,
            "remedies",
            "0",
            "2",
            "表四有2件复议或者诉讼案件没有对应到所针对的答复；"
            "请在案件登记中选择所针对的申请。",
        )
    ]
    assert check_report(zero, facts=RecordFacts(unlinked_remedies=0)) == []


FEE = "table2.administrative_fees.amount_10k_yuan"
LICENCES = "table2.administrative_licensing.decisions"


@pytest.fixture
def county(zero):
    """A county government's report with two equal bureaus."""
    bureau = deepcopy(zero)
    set_cell(bureau, LICENCES, 20)
    set_cell(bureau, FEE, Decimal("1.23455"))
    set_cell(zero, LICENCES, 40)
    set_cell(zero, FEE, Decimal("2.4691"))
    zero["organ"] = "青禾县人民政府"
    return zero, [bureau, deepcopy(bureau)]


def test_consolidation_that_adds_up_breaks_nothing(county):
    report, parts = county

    assert check_report(report, parts=parts) == []


def test_consolidation_that_leaves_out_an_organ_breaks_x_govsum(county):
    report, parts = county
    set_cell(report, LICENCES, 20)

    assert check_report(report, parts=parts) == [
        Finding(
            "X-GOVSUM",
            Severity.ERROR,
            LICENCES,
            "40",
            "20",
            "“表二 · 行政许可 · 本年处理决定数量”为20，而各机关报告之和为40；"
            "请核对汇总是否遗漏或者重复。",
        )
    ]


@pytest.mark.parametrize(("fee", "breaks"), [("2.47", 0), ("2.5", 0), ("2.46", 1)])
def test_money_is_added_exactly_and_rounded_last(county, fee, breaks):
    report, parts = county
    set_cell(report, FEE, Decimal(fee))

    assert len(check_report(report, parts=parts)) == breaks


def test_totals_of_parts_are_not_added(county):
    report, parts = county
    parts[0]["table3"]["total"]["new"] = 99
    parts[0]["table3"]["natural_person"]["concluded"] = 99

    assert check_report(report, parts=parts) == []


def test_cell_that_a_part_does_not_state_is_not_added(county):
    report, parts = county
    set_cell(parts[0], LICENCES, None)

    assert check_report(report, parts=parts) == []


@pytest.mark.parametrize("other", [{"year": 2021}, {"format": "2019"}])
def test_parts_of_another_year_or_form_are_refused(county, other):
    report, parts = county
    parts[1] |= other

    with pytest.raises(ReportFormatError) as refusal:
        check_report(report, parts=parts)

    assert refusal.value.message == (
        "汇总只能使用同一年度、同一格式的报告（2022年，2021格式）；请更换不一致的报告。"
    )


@pytest.mark.parametrize(
    ("organ", "level", "last_day"),
    [
        ("青禾县教育局", None, date(2023, 1, 31)),
        ("青禾县教育局", "county_department", date(2023, 1, 31)),
        ("青禾县人民政府", None, date(2023, 3, 31)),
        ("青禾县人民政府办公室", None, date(2023, 1, 31)),
        ("青禾县", "county_government", date(2023, 3, 31)),
        ("白石镇人民政府", None, date(2023, 1, 31)),
        ("白石乡人民政府", "township", date(2023, 1, 31)),
        ("白石苏木人民政府", None, date(2023, 1, 31)),
    ],
)
def test_report_is_late_from_the_day_after_its_limit(zero, organ, level, last_day):
    report = zero | {"organ": organ}
    next_day = date.fromordinal(last_day.toordinal() + 1)

    in_time = check_report(report, published_on=last_day, organ_level=level)
    late = check_report(report, published_on=next_day, organ_level=level)

    assert in_time == []
    assert late == [
        Finding(
            "X-LATE",
            Severity.WARNING,
            "published_on",
            f"≤{last_day}",
            str(next_day),
            f"报告于{next_day}公开，晚于法定期限{last_day}；"
            "请在报告中说明原因，明年提前安排。",
        )
    ]


def test_limit_on_a_rest_day_does_not_move(form):
    assert publication_due_on(form, 2020, is_government=False) == date(2021, 1, 31)
