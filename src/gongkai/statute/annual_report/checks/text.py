"""Checks of the prose against the tables."""

import re
from collections.abc import Iterator

from gongkai.statute.annual_report.checks.findings import (
    Breach,
    Evidence,
    Rule,
    Severity,
    added,
)
from gongkai.statute.annual_report.reading.remedies import Remedy, remedy_cases
from gongkai.statute.annual_report.reading.requests import received_requests

_ARTICLE = "《条例》第五十条"
_NEW = "table3.total.new"
# A place left open stands for a sentence or a section; 【…】 over text is a heading.
_OPEN = re.compile(r"【([^】\n]+)】(?=[。，；])|\A\s*【([^】\n]+)】\s*\Z")
_GROUPS = {
    Remedy.RECONSIDERATION: ("行政复议", ("reconsideration",)),
    Remedy.LITIGATION: (
        "行政诉讼",
        ("litigation_direct", "litigation_after_reconsideration"),
    ),
}


def _requests(evidence: Evidence) -> Iterator[Breach]:
    counted = evidence.value(_NEW)
    if counted is None:
        return
    for stated in received_requests(evidence.prose(), evidence.year):
        if stated.count != counted:
            yield Breach(
                stated.section,
                str(counted),
                str(stated.count),
                f"{evidence.label(stated.section)}写有“{stated.quote}”，"
                f"而{evidence.label(_NEW)}为{counted}；请核对正文和表三。",
            )


def _remedies(evidence: Evidence) -> Iterator[Breach]:
    """Yield denials of cases that the table has, and more cases than it has.

    Fewer are no contradiction: the table also holds cases of earlier years.
    """
    for stated in remedy_cases(evidence.prose(), evidence.year):
        heading, groups = _GROUPS[stated.remedy]
        counted = added(evidence.value(f"table4.{group}.total") for group in groups)
        if counted is None or counted == stated.count or 0 < stated.count < counted:
            continue
        yield Breach(
            stated.section,
            str(counted),
            str(stated.count),
            f"{evidence.label(stated.section)}写有“{stated.quote}”，"
            f"而表四的{heading}总计为{counted}；请核对正文和表四。",
        )


def _open_places(evidence: Evidence) -> Iterator[Breach]:
    for section, text in evidence.prose():
        for found in _OPEN.finditer(text):
            place = found[1] or found[2]
            yield Breach(
                section,
                None,
                f"【{place}】",
                f"{evidence.label(section)}还有待填写的“【{place}】”；"
                "请写上内容，或者删去这一处。",
            )


TEXT_RULES = (
    Rule(
        "X-TEXT0",
        Severity.ERROR,
        "正文所说的申请数量与表三一致",
        _ARTICLE,
        _requests,
    ),
    Rule(
        "X-REMEDY0",
        Severity.ERROR,
        "正文所说的复议诉讼与表四一致",
        _ARTICLE,
        _remedies,
    ),
    Rule(
        "X-BLANK",
        Severity.ERROR,
        "正文没有待填写的【】",
        _ARTICLE,
        _open_places,
    ),
)
