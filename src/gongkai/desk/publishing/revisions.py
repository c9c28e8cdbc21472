"""The revisions of an item, and what differs between two of them."""

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from gongkai.desk.registers.furniture import RegisterViewMixin
from gongkai.organs.roles import Action
from gongkai.publishing.comparison import compare
from gongkai.publishing.models import Item, ItemRevision

_NEWEST = 100


class RevisionsView(
    RegisterViewMixin, PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView
):
    """Lists who saved what when, and compares two: the last two unless asked."""

    template_name = "desk/publishing/revisions.html"
    permission_policy: Any = None
    permission_required = Action.VIEW

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        items = self.permission_policy.instances_user_has_permission_for(
            request.user, Action.VIEW
        )
        self.object: Item = get_object_or_404(items, pk=kwargs["pk"])

    def get_page_title(self) -> str:
        return f"历次稿：{self.object}"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        record = (self.url_of("inspect", self.object), str(self.object))
        return self.trail(record, ("", "历次稿"))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        revisions = list(
            self.object.revisions.select_related("account").order_by("-pk")[:_NEWEST]
        )
        before, after = self._two(revisions)
        return context | {
            "object": self.object,
            "revisions": revisions,
            "before": before,
            "after": after,
            "changes": compare(before, after) if before and after else [],
        }

    def _two(
        self, revisions: list[ItemRevision]
    ) -> tuple[ItemRevision | None, ItemRevision | None]:
        """Return the two that the address asks for, the older first."""
        known = {str(revision.pk): revision for revision in revisions}
        newest = [*revisions[:2], None, None]
        after = known.get(self.request.GET.get("after", ""), newest[0])
        before = known.get(self.request.GET.get("before", ""), newest[1])
        if before and after and before.pk > after.pk:
            before, after = after, before
        return before, after
