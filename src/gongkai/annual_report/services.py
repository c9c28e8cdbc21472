"""Make, write and publish the annual report (条例第四十九条、第五十条)."""

from datetime import date
from typing import Any

from django.db import transaction

from gongkai.annual_report.drafts import (
    draft_other_matters,
    draft_overview,
    draft_problems,
)
from gongkai.annual_report.figures import printed, prose_figures
from gongkai.annual_report.models import (
    AnnualReport,
    PublicationOverride,
    ReportStatus,
)
from gongkai.annual_report.prose import absorb_edit, restore
from gongkai.annual_report.selectors import (
    SECTIONS,
    build_report,
    errors_among,
    report_findings,
    report_values,
)
from gongkai.audit.services import record as record_in_journal
from gongkai.organs.models import Organ
from gongkai.organs.permissions import may
from gongkai.organs.roles import Action
from gongkai.organs.services import check_record
from gongkai.statute.errors import GongkaiError

REGISTER = "annual_report.annualreport"
_DRAFTS = {
    "overview": draft_overview,
    "problems": draft_problems,
    "other_matters": draft_other_matters,
}


@transaction.atomic
def open_report(*, organ: Organ, year: int, actor: Any) -> AnnualReport:
    """Begin the report of a year with drafted prose; return the one that exists."""
    report = AnnualReport.objects.filter(organ=organ, year=year).first()
    if report is not None:
        return report
    _require(actor, Action.ADD, organ)
    report = drafted_report(organ=organ, year=year)
    report.save()
    _journal(report, actor, "编制", {})
    return report


def drafted_report(*, organ: Organ, year: int) -> AnnualReport:
    """Return a report with drafted prose that is not saved.

    Raises ``GongkaiError`` for a year that no report can be of.
    """
    report = AnnualReport(organ=organ, year=year)
    check_record(report)
    values = _draft_values(organ, year)
    for section, draft in _DRAFTS.items():
        setattr(report, section, draft(organ, year, values))
    return report


@transaction.atomic
def write_section(
    *, report: AnnualReport, section: str, text: str, actor: Any
) -> AnnualReport:
    """Take a section as a person left it after he was shown its live figures."""
    marked = absorb_edit(getattr(report, section), report_values(report), text)
    return keep_marked_section(
        report=report, section=section, marked=marked, actor=actor
    )


@transaction.atomic
def restore_figure(
    *, report: AnnualReport, section: str, key: str, actor: Any
) -> AnnualReport:
    """Put the counted figure back where it was typed over."""
    marked = restore(getattr(report, section), key)
    return keep_marked_section(
        report=report, section=section, marked=marked, actor=actor
    )


@transaction.atomic
def redraft_section(*, report: AnnualReport, section: str, actor: Any) -> AnnualReport:
    """Replace a section by a new draft from the records."""
    values = _draft_values(report.organ, report.year)
    marked = _DRAFTS[section](report.organ, report.year, values)
    return keep_marked_section(
        report=report, section=section, marked=marked, actor=actor
    )


@transaction.atomic
def keep_marked_section(
    *, report: AnnualReport, section: str, marked: str, actor: Any
) -> AnnualReport:
    """Keep a section's text with its marks, and journal the old and the new."""
    _require(actor, Action.CHANGE, report.organ)
    _require_draft(report)
    if section not in SECTIONS:
        raise GongkaiError("年度报告没有这一节，请从报告页面编辑。")
    before = getattr(report, section)
    if before == marked:
        return report
    setattr(report, section, marked)
    report.save(update_fields=[section, "updated_at"])
    _journal(report, actor, "修改", {section: {"from": before, "to": marked}})
    return report


@transaction.atomic
def publish_report(
    *, report: AnnualReport, on: date, actor: Any, override_reason: str = ""
) -> AnnualReport:
    """Publish the report as it is counted now and keep that text.

    条例第四十九条: a department publishes by 31 January. Error findings block it
    unless the actor gives a reason; he, the reason and the findings are kept.
    """
    report = AnnualReport.objects.select_for_update().get(pk=report.pk)
    _require(actor, Action.PUBLISH, report.organ)
    _require_draft(report)
    if on <= date(report.year, 12, 31):
        raise GongkaiError(
            f"{report.year}年度报告统计到12月31日，公开日期不能早于次年1月1日，请改正。"
        )
    report.published_on = on
    document = build_report(report)
    errors = errors_among(report_findings(report, document))
    if errors:
        _override(report, actor, override_reason.strip(), errors)
    report.published = document
    report.status = ReportStatus.PUBLISHED
    report.save()
    _journal(report, actor, "发布", {"on": on.isoformat(), "reason": override_reason})
    return report


@transaction.atomic
def reopen_report(*, report: AnnualReport, reason: str, actor: Any) -> AnnualReport:
    """Take a published report back to mend it; the reason is kept in the journal."""
    _require(actor, Action.PUBLISH, report.organ)
    if not reason.strip():
        raise GongkaiError("撤回已发布的年度报告要写明理由。")
    before = report.published
    report.status = ReportStatus.DRAFT
    report.published = None
    report.published_on = None
    report.save()
    _journal(report, actor, "撤回", {"reason": reason, "was": before})
    return report


def _override(report: AnnualReport, actor: Any, reason: str, errors: list[Any]) -> None:
    if actor is None or not reason:
        raise GongkaiError(
            f"还有{len(errors)}个错误没有解决，不能发布。"
            "请逐条改正；确需发布的，写明理由。"
        )
    PublicationOverride.objects.create(
        report=report,
        account=actor,
        reason=reason,
        findings=[
            {"rule": e.rule, "cell": e.cell, "message": e.message} for e in errors
        ],
    )


def _draft_values(organ: Organ, year: int) -> dict[str, str]:
    return {
        key: printed(figure.value(organ, year))
        for key, figure in prose_figures().items()
    }


def _require(actor: Any, action: Action, organ: Organ) -> None:
    """Refuse an actor without the right; the program itself (None) may."""
    if actor is not None and not may(actor, REGISTER, action, organ):
        raise GongkaiError(f"您没有办理{organ.name}年度报告这一步的权限。")


def _require_draft(report: AnnualReport) -> None:
    if report.status == ReportStatus.PUBLISHED:
        raise GongkaiError("这份年度报告已经发布，不能再改；需要更正的，先撤回。")


def _journal(
    report: AnnualReport, actor: Any, action: str, detail: dict[str, Any]
) -> None:
    record_in_journal(
        actor=actor,
        action=action,
        subject=REGISTER,
        subject_key=f"{report.organ.code}/{report.year}",
        organ_code=report.organ.code,
        detail=detail,
    )
