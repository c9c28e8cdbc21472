"""All checks of a report, in the order in which their findings are listed."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from gongkai.statute.annual_report.checks.consolidation import CONSOLIDATION_RULES
from gongkai.statute.annual_report.checks.deadline import DEADLINE_RULES
from gongkai.statute.annual_report.checks.findings import (
    Evidence,
    Finding,
    RecordFacts,
    Rule,
)
from gongkai.statute.annual_report.checks.records import RECORD_RULES
from gongkai.statute.annual_report.checks.table_four import TABLE_FOUR_RULES
from gongkai.statute.annual_report.checks.table_three import TABLE_THREE_RULES
from gongkai.statute.annual_report.checks.table_two import TABLE_TWO_RULES
from gongkai.statute.annual_report.checks.text import TEXT_RULES
from gongkai.statute.annual_report.format import load_format
from gongkai.statute.errors import ReportFormatError

RULES: tuple[Rule, ...] = (
    *TABLE_TWO_RULES,
    *TABLE_THREE_RULES,
    *TABLE_FOUR_RULES,
    *TEXT_RULES,
    *RECORD_RULES,
    *CONSOLIDATION_RULES,
    *DEADLINE_RULES,
)


def check_report(
    report: Mapping[str, Any],
    *,
    facts: RecordFacts | None = None,
    published_on: date | None = None,
    organ_level: str | None = None,
    parts: Sequence[Mapping[str, Any]] = (),
) -> list[Finding]:
    """Return every place where the report contradicts its form, itself or the records.

    ``published_on`` is the report's own if left out; ``organ_level`` is a level of
    the organ tree (``county_department``); ``parts`` are the reports that a
    government's report adds up. A cell that is not stated breaks no rule. Raises
    ReportFormatError for a report without tables or with something else than
    figures in them, and for parts of another year or form.

    >>> from gongkai.statute.annual_report.cells import empty_report
    >>> check_report(empty_report("遂平县教育局", 2021, load_format("2021")))
    []
    """
    return _run(
        RULES,
        Evidence(
            report,
            load_format(report.get("format", "")),
            facts or RecordFacts(),
            published_on or _published_on(report),
            organ_level,
            parts,
        ),
    )


def check_years(
    previous: Mapping[str, Any], current: Mapping[str, Any]
) -> list[Finding]:
    """Return where ``current`` does not go on from the report of the year before.

    The previous report may have an older form: cases brought forward are compared
    all the same, stocks of documents are not. Raises ReportFormatError if
    ``previous`` is not of the year before.
    """
    if previous.get("year") != current["year"] - 1:
        raise ReportFormatError(
            f"对比需要{current['year'] - 1}年的报告，"
            f"读到的是{previous.get('year')}年的；请更换上年报告。"
        )
    form = load_format(current.get("format", ""))
    return _run(
        (rule for rule in RULES if rule.is_about_years),
        Evidence(current, form, RecordFacts(), previous=previous),
    )


def _run(rules: Iterable[Rule], evidence: Evidence) -> list[Finding]:
    return [finding for rule in rules for finding in rule.check(evidence)]


def _published_on(report: Mapping[str, Any]) -> date | None:
    text = report.get("published_on")
    try:
        return None if text is None else date.fromisoformat(text)
    except (TypeError, ValueError):
        raise ReportFormatError(
            f"报告的公开日期“{text}”不是日期；请写成2022-01-20的样式。"
        ) from None
