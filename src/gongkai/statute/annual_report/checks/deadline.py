"""The day by which the report must be public."""

import re
from collections.abc import Iterator
from datetime import date

from gongkai.statute.annual_report.checks.findings import (
    Breach,
    Evidence,
    Rule,
    Severity,
)
from gongkai.statute.annual_report.format import ReportFormat

_GOVERNMENT = re.compile(r".*(?<![乡镇])(?<!苏木)人民政府")


def publication_due_on(form: ReportFormat, year: int, *, is_government: bool) -> date:
    """Return the last day for publishing the report of ``year``.

    《条例》第四十九条: departments by 31 January, the government's report by 31 March
    of the next year. Fixed dates: a rest day does not move them.
    """
    deadlines = form.deadlines
    limit = deadlines.government if is_government else deadlines.department
    return date(year + 1, *limit)


def is_government(organ: str, organ_level: str | None) -> bool:
    """Return whether the report is a government's: by its level, else by its name.

    A township reports to the county as a department does.

    >>> is_government("遂平县人民政府", None), is_government("某某镇人民政府", None)
    (True, False)
    """
    if organ_level is not None:
        return organ_level.endswith("_government")
    return _GOVERNMENT.fullmatch(organ) is not None


def _late(evidence: Evidence) -> Iterator[Breach]:
    published_on = evidence.published_on
    if published_on is None:
        return
    due_on = publication_due_on(
        evidence.form,
        evidence.year,
        is_government=is_government(
            str(evidence.report.get("organ")), evidence.organ_level
        ),
    )
    if published_on > due_on:
        yield Breach(
            "published_on",
            f"≤{due_on}",
            str(published_on),
            f"报告于{published_on}公开，晚于法定期限{due_on}；"
            "请在报告中说明原因，明年提前安排。",
        )


DEADLINE_RULES = (
    Rule(
        "X-LATE",
        Severity.WARNING,
        "报告在法定期限内公开",
        "《条例》第四十九条",
        _late,
    ),
)
