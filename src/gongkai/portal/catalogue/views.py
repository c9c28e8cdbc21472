from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from gongkai.catalogue.models import Guide, Section
from gongkai.organs.models import Organ
from gongkai.portal.site.columns import APPLY, GUIDE
from gongkai.portal.site.pages import Page, organ_or_404, show
from gongkai.publishing.body import body_html
from gongkai.publishing.selectors import published_items

_GUIDE_ITEMS_LIMIT = 20


@dataclass(frozen=True)
class Contact:
    """A way to reach the work body."""

    label: str
    value: str
    link: str = ""


@dataclass(frozen=True)
class GuidePart:
    """A heading of the guide with its text as HTML."""

    anchor: str
    heading: str
    html: str


@require_safe
def guide(request: HttpRequest, organ_code: str) -> HttpResponse:
    """政府信息公开指南, with the contacts that 条例第十二条 asks for."""
    organ = organ_or_404(organ_code)
    found = _guide_of(organ)
    items = published_items(organ).filter(category__section=Section.GUIDE)
    context = {
        "guide": found,
        "parts": _parts(found) if found else [],
        "contacts": contacts_of(organ),
        "items": items.order_by("-disclosed_on")[:_GUIDE_ITEMS_LIMIT],
    }
    page = Page(title=GUIDE.name, organ=organ, section=Section.GUIDE, column=GUIDE)
    return show(request, "catalogue/guide.html", page, context)


@require_safe
def apply(request: HttpRequest, organ_code: str) -> HttpResponse:
    """依申请公开: how to apply by the ways that the organ really has."""
    organ = organ_or_404(organ_code)
    found = _guide_of(organ)
    context = {
        "guide": found,
        "how_to_apply": body_html(found.how_to_apply) if found else "",
        "supervision": body_html(found.supervision) if found else "",
        "work_body": found.work_body if found else f"{organ.name}政府信息公开工作机构",
    }
    page = Page(title=APPLY.name, organ=organ, section="apply", column=APPLY)
    return show(request, "catalogue/apply.html", page, context)


def contacts_of(organ: Organ) -> list[Contact]:
    """Return the contacts that the organ has, in the order of 条例第十二条."""
    every = (
        Contact("办公地址", organ.address),
        Contact("办公时间", organ.office_hours),
        Contact("联系电话", organ.phone),
        Contact("传真", organ.fax),
        Contact("电子邮箱", organ.email, f"mailto:{organ.email}"),
        Contact("网站", organ.website, organ.website),
    )
    return [contact for contact in every if contact.value]


def _guide_of(organ: Organ) -> Guide | None:
    return Guide.objects.filter(organ=organ).first()


def _parts(found: Guide) -> list[GuidePart]:
    every = (
        ("classification", "信息分类", found.classification),
        ("arrangement", "编排体系", found.arrangement),
        ("ways", "获取方式", found.ways_to_obtain),
        ("apply", "依申请公开办理", found.how_to_apply),
        ("supervision", "监督和救济", found.supervision),
    )
    return [
        GuidePart(anchor, heading, body_html(text))
        for anchor, heading, text in every
        if text.strip()
    ]
