from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from gongkai.catalogue.models import Section
from gongkai.organs.models import Organ
from gongkai.portal.annual_report.charts import month_chart
from gongkai.portal.annual_report.key_figures import key_figures
from gongkai.portal.annual_report.selectors import newest_report
from gongkai.portal.organs.selectors import disclosing_organs, organ_entries
from gongkai.portal.publishing.selectors import (
    categories_of,
    count_by_category,
    count_by_month,
)
from gongkai.portal.publishing.tree import catalogue_tree, without_empty
from gongkai.portal.site.columns import HOME
from gongkai.portal.site.pages import Page, organ_or_404, show
from gongkai.publishing.models import Channel
from gongkai.publishing.selectors import items_disclosed, published_items

_NEWEST_LIMIT = 7
_NEWEST_LIMIT_ALL = 10


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """Show the one organ's home, or the list of organs where there are several."""
    organs = list(disclosing_organs()[:2])
    if len(organs) == 1:
        return _home(request, organs[0])
    newest = published_items().order_by("-disclosed_on", "-pk")
    context = {
        "entries": organ_entries(),
        "newest": newest.select_related("organ")[:_NEWEST_LIMIT_ALL],
    }
    page = Page(title="政府信息公开", column=HOME)
    return show(request, "organs/all.html", page, context)


@require_safe
def home(request: HttpRequest, organ_code: str) -> HttpResponse:
    """Show an organ's home: what is new, find, apply, the newest report."""
    return _home(request, organ_or_404(organ_code))


def _home(request: HttpRequest, organ: Organ) -> HttpResponse:
    items = published_items(organ).select_related("category")
    counts = count_by_category(published_items(organ))
    tree = catalogue_tree(categories_of(organ, Section.CONTENT), counts)
    page = Page(
        title="政府信息公开",
        organ=organ,
        section="home",
        column=HOME,
        canonical=reverse("portal:home", args=[organ.code]),
    )
    context = {
        "newest": list(items.order_by("-disclosed_on", "-pk")[:_NEWEST_LIMIT]),
        "total": sum(counts.values()),
        "tree": without_empty(tree),
        **_report_part(organ),
    }
    return show(request, "organs/home.html", page, context)


def _report_part(organ: Organ) -> dict[str, object]:
    report = newest_report(organ)
    if report is None:
        return {"report": None}
    return {
        "report": report,
        "figures": key_figures(report.published or {}),
        **_year_chart(organ, report.year),
    }


def _year_chart(organ: Organ, year: int) -> dict[str, object]:
    """Draw what the report states first: the items that went out on the website.

    An organ that keeps no channels gets all that it disclosed.
    """
    on_website = items_disclosed(organ, year, Channel.GOVERNMENT_WEBSITE)
    counts, title = count_by_month(on_website), "政府网站公开信息"
    if not counts:
        counts, title = count_by_month(items_disclosed(organ, year)), "公开信息"
    return {"chart": month_chart(counts), "chart_title": f"{year}年各月{title}条数"}
