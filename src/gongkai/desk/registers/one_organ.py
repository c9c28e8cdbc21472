"""For which organ something is written: the one in the address, or ask first."""

from functools import cached_property
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from gongkai.organs.models import Organ
from gongkai.organs.permissions import organs_open_to
from gongkai.organs.roles import Action

_MOST_ORGANS = 50


class OneOrganMixin:
    """Mixed into a view that adds records: it has an ``organ``, or asks for it."""

    model: Any
    request: Any
    register: str

    @cached_property
    def organs(self) -> QuerySet[Organ]:
        """The organs for which the account may register a record here."""
        return organs_open_to(self.request.user, self.register, Action.ADD)

    @cached_property
    def organ(self) -> Any:
        """The organ in the address, or the only one there is."""
        if not hasattr(self.model, "organ"):
            return None
        code = self.request.GET.get("organ", "")
        if code:
            found = self.organs.filter(code=code).first()
            if found is None:
                raise Http404
            return found
        first_two = list(self.organs[:2])
        return first_two[0] if len(first_two) == 1 else None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Ask for the organ where there are several and none is named."""
        view: Any = self
        if (
            view.user_has_permission(Action.ADD)
            and hasattr(self.model, "organ")
            and self.organ is None
        ):
            return self._ask_for_organ(request)
        response: HttpResponse = super().dispatch(request, *args, **kwargs)  # type: ignore[misc]
        return response

    def _ask_for_organ(self, request: HttpRequest) -> HttpResponse:
        view: Any = self
        words = request.GET.get("q", "").strip()
        organs = self.organs
        if words:
            organs = organs.filter(
                Q(name__icontains=words)
                | Q(short_name__icontains=words)
                | Q(code=words)
            )
        found = list(organs[: _MOST_ORGANS + 1])
        context = {
            "page_title": view.get_page_title(),
            "breadcrumbs_items": view.get_breadcrumbs_items(),
            "organs": found[:_MOST_ORGANS],
            "has_more": len(found) > _MOST_ORGANS,
            "search_query": words,
        }
        return TemplateResponse(request, "desk/registers/choose_organ.html", context)
