"""What every public page is given: whose it is, where it stands, its tags."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from gongkai.organs.models import Organ
from gongkai.portal.organs.selectors import has_several_organs, hosting_organ
from gongkai.portal.site.page_tags import (
    OGI_COLUMN,
    Article,
    Column,
    PageTags,
    site_domain,
)


@dataclass(frozen=True)
class Crumb:
    """A step on the way from the home page to this one."""

    label: str
    address: str = ""


@dataclass(frozen=True)
class Page:
    """A page before its own content: ``organ`` is None on pages of all organs."""

    title: str
    organ: Organ | None = None
    section: str = ""
    column: Column | None = None
    article: Article | None = None
    crumbs: tuple[Crumb, ...] = ()
    canonical: str = ""


def organ_or_404(code: str) -> Organ:
    """Return the organ whose pages are asked for."""
    return get_object_or_404(Organ, code=code)


def show(
    request: HttpRequest,
    template: str,
    page: Page,
    context: dict[str, Any] | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    """Render a public page."""
    canonical = request.build_absolute_uri(page.canonical or request.path)
    host = page.organ or hosting_organ()
    tags = PageTags(
        site_name=host.name if host else OGI_COLUMN,
        site_domain=site_domain(request, host),
        site_id_code=host.site_id_code if host else "",
        column=page.column,
        article=page.article,
        url=canonical,
    )
    everything = {
        "page": page,
        "organ": page.organ,
        "host": host,
        "section": page.section,
        "crumbs": page.crumbs,
        "tags": tags,
        "canonical": canonical,
        "search_address": _search_address(page.organ),
        "has_several_organs": has_several_organs(),
        **(context or {}),
    }
    return render(request, f"portal/{template}", everything, status=status)


def _search_address(organ: Organ | None) -> str:
    if organ:
        return reverse("portal:organ-search", args=[organ.code])
    return reverse("portal:search")
