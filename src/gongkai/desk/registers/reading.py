"""The page of one record: its facts, what hangs on it, and its journal."""

from typing import Any

from django.db.models import Model, QuerySet
from django.shortcuts import get_object_or_404
from wagtail.admin.views import generic

from gongkai.audit.models import AuditEntry
from gongkai.desk.registers.furniture import Act, RegisterViewMixin
from gongkai.desk.registers.policy import organ_of
from gongkai.organs.permissions import may
from gongkai.organs.roles import Action

JOURNAL = "audit.auditentry"
_NEWEST = 20


class RecordView(RegisterViewMixin, generic.InspectView):
    """A record that the account may see."""

    template_name = "desk/registers/record.html"
    any_permission_required = None
    permission_required = Action.VIEW

    def get_fields(self) -> list[str]:
        """Leave the fields to the viewset's sections."""
        return []

    def get_object(self, queryset: Any = None) -> Model:  # noqa: ARG002
        records = self.permission_policy.instances_user_has_permission_for(
            self.request.user, Action.VIEW
        )
        return get_object_or_404(self.viewset.with_related(records), pk=self.pk)

    def get_page_title(self) -> str:
        return str(self.object)

    def get_page_subtitle(self) -> str:
        return ""

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return self.trail(("", str(self.object)))

    def acts(self) -> list[Act]:
        """Return what the account may do with the record."""
        if not self.viewset.writable:
            return []
        acts = []
        if self.user_has_permission_for_instance(Action.CHANGE, self.object):
            acts.append(self.act("修改", "edit", self.object, primary=True))
        if self.user_has_permission_for_instance(Action.DELETE, self.object):
            acts.append(self.act("删除", "delete", self.object, dangerous=True))
        return acts

    def journal(self) -> QuerySet[AuditEntry] | None:
        """Return the newest entries about the record, to those who may read them."""
        organ = organ_of(self.object)
        if not self.viewset.writable or organ is None:
            return None
        if not may(self.request.user, JOURNAL, Action.VIEW, organ):
            return None
        return AuditEntry.objects.filter(
            subject=self.register,
            subject_key=str(getattr(self.object, "number", "") or self.object.pk),
            organ_code=organ.code,
        )[:_NEWEST]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {
            "acts": self.acts(),
            "sections": self.viewset.sections(self.object),
            "journal": self.journal(),
            "chip": self.viewset.chip(self.object),
            "record_organ": getattr(self.object, "organ", None),
        }
