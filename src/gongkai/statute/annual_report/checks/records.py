"""Checks of the report against counts that only the records know."""

from collections.abc import Iterator

from gongkai.statute.annual_report.checks.findings import (
    Breach,
    Evidence,
    Rule,
    Severity,
    added,
)
from gongkai.statute.annual_report.reading.fees import collected_fees

_FEE_LAPSED = "table3.total.other.fee_lapsed"
_AMENDMENTS = (
    "table3.total.unavailable.unclear_after_amendment",
    "table3.total.other.amendment_lapsed",
)
_THIRD_PARTY = "table3.total.withheld.third_party_rights"
_REMEDIES = "remedies"


def _fees(evidence: Evidence) -> Iterator[Breach]:
    yield from _fee_text(evidence)
    lapsed, notices = evidence.value(_FEE_LAPSED), evidence.facts.fee_notices
    if lapsed and notices == 0:
        yield Breach(
            _FEE_LAPSED,
            "0",
            str(lapsed),
            f"{evidence.label(_FEE_LAPSED)}为{lapsed}，而本年没有登记收费通知；"
            "请补登收费通知，或者更正处理结果。",
        )


def _fee_text(evidence: Evidence) -> Iterator[Breach]:
    collected = evidence.facts.processing_fee_yuan
    if collected is None:
        return
    for stated in collected_fees(evidence.prose(), evidence.year):
        if stated.yuan != collected:
            yield Breach(
                stated.section,
                str(collected),
                str(stated.yuan),
                f"{evidence.label(stated.section)}写有“{stated.quote}”，"
                f"而收费登记本年收取信息处理费{collected}元；请核对正文和收费登记。",
            )


def _amendments(evidence: Evidence) -> Iterator[Breach]:
    found = added(evidence.value(path) for path in _AMENDMENTS)
    notices = evidence.facts.amendment_notices
    if found is not None and notices is not None and found > notices:
        yield Breach(
            _AMENDMENTS[1],
            f"≤{notices}",
            str(found),
            f"因补正后仍不明确和逾期不补正办结的共{found}件，而本年只登记补正告知"
            f"{notices}次；请补登补正告知，或者更正处理结果。",
        )


def _consultations(evidence: Evidence) -> Iterator[Breach]:
    found = evidence.value(_THIRD_PARTY)
    if found and evidence.facts.consultations == 0:
        yield Breach(
            _THIRD_PARTY,
            "0",
            str(found),
            f"{evidence.label(_THIRD_PARTY)}为{found}，而本年没有登记征求第三方意见；"
            "请补登征求意见，或者更正处理结果。",
        )


def _unlinked(evidence: Evidence) -> Iterator[Breach]:
    found = evidence.facts.unlinked_remedies
    if found:
        yield Breach(
            _REMEDIES,
            "0",
            str(found),
            f"表四有{found}件复议或者诉讼案件没有对应到所针对的答复；"
            "请在案件登记中选择所针对的申请。",
        )


RECORD_RULES = (
    Rule(
        "X-FEE",
        Severity.WARNING,
        "信息处理费与收费登记一致",
        "《条例》第四十二条；国办函〔2020〕109号",
        _fees,
    ),
    Rule(
        "X-AMEND",
        Severity.WARNING,
        "因补正办结的件数不多于补正告知",
        "《条例》第三十条",
        _amendments,
    ),
    Rule(
        "X-SUPP",
        Severity.WARNING,
        "因第三方合法权益不予公开的应当征求过意见",
        "《条例》第三十二条",
        _consultations,
    ),
    Rule(
        "X-CROSS-REM",
        Severity.WARNING,
        "复议诉讼案件对应到所针对的答复",
        "国办公开办函〔2021〕30号",
        _unlinked,
    ),
)
