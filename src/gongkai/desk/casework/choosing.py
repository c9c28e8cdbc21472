"""For which organ, where the account may act for several."""

from typing import Any

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from gongkai.desk.casework.trail import trail
from gongkai.organs.models import Organ

_MOST_ORGANS = 50


def organ_in_address(request: HttpRequest, organs: Any) -> Organ | None:
    """Return the organ in the address, or the only one there is."""
    code = request.GET.get("organ", "")
    if code:
        found: Organ | None = organs.filter(code=code).first()
        if found is None:
            raise Http404
        return found
    first_two = list(organs[:2])
    return first_two[0] if len(first_two) == 1 else None


def ask_for_organ(
    request: HttpRequest, organs: Any, title: str, way: Any = None
) -> HttpResponse:
    """Ask for which organ; the answer is in the address. ``way`` are breadcrumbs."""
    words = request.GET.get("q", "").strip()
    if words:
        organs = organs.filter(
            Q(name__icontains=words) | Q(short_name__icontains=words) | Q(code=words)
        )
    found = list(organs[: _MOST_ORGANS + 1])
    context = {
        "page_title": title,
        "breadcrumbs_items": way or trail(("", title)),
        "organs": found[:_MOST_ORGANS],
        "has_more": len(found) > _MOST_ORGANS,
        "search_query": words,
    }
    return render(request, "desk/registers/choose_organ.html", context)
