from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from gongkai.annual_report.models import AnnualReport
from gongkai.catalogue.models import Section
from gongkai.portal.annual_report.downloads import (
    downloads_of,
    file_of,
    print_options,
)
from gongkai.portal.annual_report.key_figures import key_figures
from gongkai.portal.annual_report.outline import outline
from gongkai.portal.annual_report.selectors import readable_reports, reports_below
from gongkai.portal.site.columns import REPORTS
from gongkai.portal.site.page_tags import Article
from gongkai.portal.site.pages import Crumb, Page, organ_or_404, show
from gongkai.publishing.selectors import published_items

_BELOW_LIMIT = 200
_FIGURES_IN_LIST = 4


@require_safe
def reports(request: HttpRequest, organ_code: str) -> HttpResponse:
    """政府信息公开年报: every published year, newest first."""
    organ = organ_or_404(organ_code)
    items = published_items(organ).filter(category__section=Section.REPORTS)
    context = {
        "reports": [_entry(report) for report in readable_reports(organ)],
        "items": items.order_by("-disclosed_on", "-pk"),
        "below": reports_below(organ)[:_BELOW_LIMIT],
    }
    page = Page(
        title=REPORTS.name, organ=organ, section=Section.REPORTS, column=REPORTS
    )
    return show(request, "annual_report/list.html", page, context)


def _entry(report: AnnualReport) -> dict[str, Any]:
    return {
        "report": report,
        "figures": key_figures(report.published or {})[:_FIGURES_IN_LIST],
        "downloads": downloads_of(report),
    }


@require_safe
def report(request: HttpRequest, organ_code: str, year: int) -> HttpResponse:
    """One report as it was published: figures, sections, tables, downloads."""
    found = _report_or_404(organ_code, year)
    organ, document = found.organ, found.published or {}
    address = reverse("portal:reports", args=[organ.code])
    page = Page(
        title=str(found),
        organ=organ,
        section=Section.REPORTS,
        column=REPORTS,
        article=_article(found),
        crumbs=(Crumb(REPORTS.name, address),),
    )
    files = downloads_of(found)
    context = {
        "report": found,
        "figures": key_figures(document),
        "outline": outline(document, print_options(found)),
        "downloads": files,
        "workbook": next((one for one in files if one.format.suffix == ".xlsx"), None),
    }
    return show(request, "annual_report/report.html", page, context)


def _article(found: AnnualReport) -> Article:
    return Article(
        title=str(found),
        disclosed_on=found.published_on,
        source=found.organ.name,
        keywords="政府信息公开,年度报告",
    )


@require_safe
def report_file(
    _request: HttpRequest, organ_code: str, year: int, file_name: str
) -> HttpResponse:
    """Send the report as a file; ``file_name`` is one of those on its page."""
    found = _report_or_404(organ_code, year)
    offered = {one.file_name: one for one in downloads_of(found)}
    if file_name not in offered:
        raise Http404("没有这个文件。")
    chosen = offered[file_name]
    return HttpResponse(
        file_of(found, chosen),
        content_type=chosen.format.media_type,
        headers={
            "Content-Disposition": content_disposition_header(True, file_name) or "",
            "Content-Security-Policy": "sandbox; default-src 'none'",
        },
    )


def _report_or_404(organ_code: str, year: int) -> AnnualReport:
    return get_object_or_404(readable_reports(), organ__code=organ_code, year=year)
