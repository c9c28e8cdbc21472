"""审核单 as a file, for everybody who may see the item."""

from typing import Any
from urllib.parse import quote

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path
from django.views.generic import View
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from gongkai.desk.registers.furniture import RegisterViewMixin
from gongkai.exchange.review_sheet import render_review_sheet, review_sheet_name
from gongkai.organs.roles import Action
from gongkai.statute.errors import GongkaiError

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class ReviewSheetView(RegisterViewMixin, PermissionCheckedMixin, View):
    """Hands out the form to be filed."""

    permission_policy: Any = None
    permission_required = Action.VIEW
    suffix = ".docx"
    content_type = _WORD

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        items = self.permission_policy.instances_user_has_permission_for(
            request.user, Action.VIEW
        )
        related = ("organ", "category", "office", "author")
        item = get_object_or_404(items.select_related(*related), pk=pk)
        try:
            content = render_review_sheet(item, self.suffix)
        except GongkaiError as error:
            messages.error(request, error.message)
            return HttpResponseRedirect(self.url_of("inspect", item))
        answer = HttpResponse(content, content_type=self.content_type)
        name = quote(review_sheet_name(item, self.suffix))
        answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{name}"
        return answer


class ReviewSheetPdfView(ReviewSheetView):
    """The form to be read and printed."""

    suffix = ".pdf"
    content_type = "application/pdf"


def sheet_urlpatterns(construct: Any) -> list[URLPattern]:
    """Return the addresses of the form below the register of items."""
    return [
        path("review/<int:pk>/docx/", construct(ReviewSheetView), name="review_docx"),
        path("review/<int:pk>/pdf/", construct(ReviewSheetPdfView), name="review_pdf"),
    ]
