"""Read reports: as they stand in the records now, and as they were published."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from gongkai.annual_report.counting import count_tables, record_facts
from gongkai.annual_report.figures import printed, prose_figures
from gongkai.annual_report.models import AnnualReport, ReportStatus
from gongkai.annual_report.prose import figure_keys, shown, typed_over
from gongkai.organs.models import Organ
from gongkai.statute.annual_report.cells import empty_report
from gongkai.statute.annual_report.checks import (
    Finding,
    Severity,
    check_report,
    check_years,
)
from gongkai.statute.annual_report.format import load_format

SECTIONS = ("overview", "problems", "other_matters")
TYPED_OVER = "X-TYPED"


def published_reports(organ: Organ | None = None) -> QuerySet[AnnualReport]:
    """Return the published reports, newest year first."""
    reports = AnnualReport.objects.filter(status=ReportStatus.PUBLISHED)
    if organ is not None:
        reports = reports.filter(organ=organ)
    return reports.select_related("organ")


def figure_values(organ: Organ, year: int, *texts: str) -> dict[str, str]:
    """Count the figures that the marked texts state, as prose prints them."""
    figures = prose_figures()
    keys = dict.fromkeys(key for text in texts for key in figure_keys(text))
    return {
        key: printed(figures[key].value(organ, year)) for key in keys if key in figures
    }


def report_values(report: AnnualReport, *, also: Iterable[str] = ()) -> dict[str, str]:
    """Count the figures that the report's own prose states, and others, each once."""
    texts = [getattr(report, section) for section in SECTIONS]
    texts += [f"⟦{key}⟧" for key in also]
    return figure_values(report.organ, report.year, *texts)


def build_report(report: AnnualReport, *, also: Iterable[str] = ()) -> dict[str, Any]:
    """Count the report from the records: the exchange document as of now.

    ``also`` names figures to state beside those that the prose states.
    """
    values = report_values(report, also=also)
    typed = {
        over.key: over.typed
        for section in SECTIONS
        for over in typed_over(getattr(report, section), values)
    }
    document = empty_report(report.organ.name, report.year, load_format(report.format))
    document |= count_tables(report.organ, report.year)
    document["organ_code"] = report.organ.code
    document["sections"] = {
        section: shown(getattr(report, section), values) for section in SECTIONS
    }
    document["figures"] = {
        key: _exchange_figure(typed.get(key, value)) for key, value in values.items()
    }
    if report.published_on is not None:
        document["published_on"] = report.published_on.isoformat()
    return document


def report_findings(
    report: AnnualReport, document: dict[str, Any] | None = None
) -> list[Finding]:
    """Check the report as it stands now, alone and against the year before."""
    document = document or build_report(report)
    found = typed_over_findings(report)
    found += check_report(
        document,
        facts=record_facts(report.organ, report.year),
        published_on=report.published_on,
        organ_level=report.organ.level,
    )
    previous = published_reports(report.organ).filter(year=report.year - 1).first()
    if previous is not None and previous.published:
        found += check_years(previous.published, document)
    return found


def typed_over_findings(report: AnnualReport) -> list[Finding]:
    """Return a warning for each figure of prose that says other than the records.

    Only figures that were typed over are counted for it.
    """
    texts = [getattr(report, section) for section in SECTIONS]
    keys = {over.key for text in texts for over in typed_over(text, {})}
    marks = (f"⟦{key}⟧" for key in keys)
    values = figure_values(report.organ, report.year, *marks)
    return [
        Finding(
            TYPED_OVER,
            Severity.WARNING,
            section,
            over.counted,
            over.typed,
            f"“{prose_figures()[over.key].label}”手写为{over.typed}，"
            f"记录为{over.counted}；请核对记录，或在编辑页恢复记录数。",
        )
        for section in SECTIONS
        for over in typed_over(getattr(report, section), values)
        if over.key in prose_figures()
    ]


def errors_among(findings: list[Finding]) -> list[Finding]:
    """Return the findings that block publication."""
    return [finding for finding in findings if finding.severity is Severity.ERROR]


def report_of(organ_code: str, year: int) -> tuple[Organ | None, AnnualReport | None]:
    """Return the organ with the code, and its report of the year, where they are."""
    organ = Organ.objects.filter(code=organ_code).first()
    report = AnnualReport.objects.filter(organ=organ, year=year).first()
    return organ, report


def _exchange_figure(text: str) -> int | str:
    return int(text) if text.isdecimal() else text
