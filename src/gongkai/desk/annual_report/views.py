"""The report builder: list, page, sections, publication, files."""

from typing import Any
from urllib.parse import quote

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from gongkai.annual_report.models import AnnualReport, ReportStatus
from gongkai.annual_report.prose import absorb_edit
from gongkai.annual_report.selectors import (
    SECTIONS,
    build_report,
    errors_among,
    report_findings,
    report_values,
)
from gongkai.annual_report.services import (
    REGISTER,
    open_report,
    publish_report,
    redraft_section,
    reopen_report,
    restore_figure,
    write_section,
)
from gongkai.desk.annual_report.forms import (
    OpenReportForm,
    PublishForm,
    ReopenForm,
)
from gongkai.desk.annual_report.links import figure_link
from gongkai.desk.annual_report.presentation import (
    finding_views,
    section_heading,
    section_view,
    section_views,
)
from gongkai.exchange.formats import (
    FORMATS,
    RenderOptions,
    export_report,
    report_file_name,
)
from gongkai.exchange.html import render_tables
from gongkai.organs.permissions import may, organs_open_to
from gongkai.organs.roles import Action
from gongkai.statute.errors import GongkaiError


def index(request: HttpRequest) -> HttpResponse:
    """List the reports open to the account; begin a new one."""
    _require(request, Action.VIEW)
    organs = organs_open_to(request.user, REGISTER, Action.VIEW)
    writable = organs_open_to(request.user, REGISTER, Action.ADD)
    form = OpenReportForm(request.POST or None, organs=writable)
    if request.method == "POST" and form.is_valid():
        report = open_report(
            organ=form.cleaned_data["organ"],
            year=form.cleaned_data["year"],
            actor=request.user,
        )
        return redirect("annual_report:page", report.pk)
    reports = AnnualReport.objects.filter(organ__in=organs).select_related("organ")
    context = {
        "reports": reports,
        "form": form if writable.exists() else None,
        "today": timezone.localdate(),
    }
    return render(request, "desk/annual_report/index.html", context)


def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the report as it is counted now, every figure a way to its records."""
    report = _report(request, pk, Action.VIEW)
    link = figure_link(report, request.user)
    document = build_report(report)
    findings = finding_views(report, report_findings(report, document))
    context = {
        "report": report,
        "sections": section_views(report, link),
        "tables": render_tables(document, link=link, options=_render_options(report)),
        "findings": findings,
        "errors": sum(finding.is_error for finding in findings),
        "exports": [(f.suffix.lstrip("."), f.label) for f in FORMATS.values()],
        "is_draft": report.status == ReportStatus.DRAFT,
        "may_change": may(request.user, REGISTER, Action.CHANGE, report.organ),
        "may_publish": may(request.user, REGISTER, Action.PUBLISH, report.organ),
        "differs": report.published is not None and _differs(report, document),
    }
    return render(request, "desk/annual_report/page.html", context)


def section(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """Edit a section of prose as it reads."""
    report = _report(request, pk, Action.CHANGE)
    _require_section(key)
    if report.status == ReportStatus.PUBLISHED:
        messages.error(request, "这份年度报告已经发布，需要更正的，先撤回再修改。")
        return redirect("annual_report:page", report.pk)
    text = None
    if request.method == "POST":
        text = request.POST.get("text", "")
        try:
            write_section(report=report, section=key, text=text, actor=request.user)
        except GongkaiError as error:
            messages.error(request, error.message)
        else:
            messages.success(request, f"“{section_heading(report, key)}”已保存。")
            return redirect("annual_report:page", report.pk)
    context = _section_context(request, report, key, text)
    return render(request, "desk/annual_report/section.html", context)


@require_POST
def preview(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """Show the figures and findings of a section that is being written."""
    report = _report(request, pk, Action.CHANGE)
    _require_section(key)
    context = _section_context(request, report, key, request.POST.get("text", ""))
    return render(request, "desk/annual_report/_section_state.html", context)


@require_POST
def restore(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """Put a counted figure back, or draft the section anew."""
    report = _report(request, pk, Action.CHANGE)
    _require_section(key)
    figure = request.POST.get("figure", "")
    try:
        if figure:
            restore_figure(report=report, section=key, key=figure, actor=request.user)
        else:
            redraft_section(report=report, section=key, actor=request.user)
    except GongkaiError as error:
        messages.error(request, error.message)
    return redirect("annual_report:section", report.pk, key)


def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm and publish; errors ask for a named person's reason."""
    report = _report(request, pk, Action.PUBLISH)
    document = build_report(report)
    initial = {"published_on": timezone.localdate()}
    form = PublishForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            publish_report(
                report=report,
                on=form.cleaned_data["published_on"],
                actor=request.user,
                override_reason=form.cleaned_data["reason"],
            )
        except GongkaiError as error:
            form.add_error(None, error.message)
        else:
            messages.success(request, f"{report}已发布。")
            return redirect("annual_report:page", report.pk)
    found = report_findings(report, document)
    context = {
        "report": report,
        "form": form,
        "findings": finding_views(report, found),
        "errors": len(errors_among(found)),
    }
    return render(request, "desk/annual_report/publish.html", context)


def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a published report back, with a reason."""
    report = _report(request, pk, Action.PUBLISH)
    form = ReopenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            reopen_report(
                report=report, reason=form.cleaned_data["reason"], actor=request.user
            )
        except GongkaiError as error:
            form.add_error(None, error.message)
        else:
            messages.success(request, f"{report}已撤回，可以修改后重新发布。")
            return redirect("annual_report:page", report.pk)
    context = {"report": report, "form": form}
    return render(request, "desk/annual_report/reopen.html", context)


def export(request: HttpRequest, pk: int, suffix: str) -> HttpResponse:
    """Hand out the report as it is counted now (published: as published)."""
    report = _report(request, pk, Action.VIEW)
    output = FORMATS.get(f".{suffix}")
    if output is None:
        raise Http404
    document = report.published or build_report(report)
    try:
        content = export_report(
            document, output.suffix, options=_render_options(report)
        )
    except GongkaiError as error:
        messages.error(request, error.message)
        return redirect("annual_report:page", report.pk)
    response = HttpResponse(content, content_type=output.media_type)
    name = quote(report_file_name(document, output.suffix))
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{name}"
    return response


def _section_context(
    request: HttpRequest, report: AnnualReport, key: str, text: str | None
) -> dict[str, Any]:
    """Return what the editor shows of a section, as saved or as typed so far."""
    values = report_values(report)
    marked = getattr(report, key)
    if text is not None:
        marked = absorb_edit(marked, values, text)
        setattr(report, key, marked)
    link = figure_link(report, request.user)
    findings = finding_views(report, report_findings(report))
    return {
        "report": report,
        "section": section_view(report, key, marked, values, link),
        "findings": findings,
        "errors": sum(finding.is_error for finding in findings),
        "is_draft": report.status == ReportStatus.DRAFT,
    }


def _render_options(report: AnnualReport) -> RenderOptions:
    return RenderOptions(
        fee_decimal_places=report.organ.fee_decimal_places,
        generated_on=report.published_on or timezone.localdate(),
    )


def _differs(report: AnnualReport, document: dict[str, Any]) -> bool:
    kept = report.published or {}
    return any(
        kept.get(part) != document.get(part)
        for part in ("table2", "table3", "table4", "figures")
    )


def _report(request: HttpRequest, pk: int, action: Action) -> AnnualReport:
    """Return a report; one of an organ that is not open is not there at all."""
    _require(request, action)
    reports = AnnualReport.objects.select_related("organ").filter(
        organ__in=organs_open_to(request.user, REGISTER, Action.VIEW)
    )
    report = get_object_or_404(reports, pk=pk)
    if not may(request.user, REGISTER, action, report.organ):
        raise PermissionDenied
    return report


def _require(request: HttpRequest, action: Action) -> None:
    if not may(request.user, REGISTER, action, None):
        raise PermissionDenied


def _require_section(key: str) -> None:
    if key not in SECTIONS:
        raise Http404
