"""Deleting a record, after the page has said what that means."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse, HttpResponseRedirect
from wagtail.admin.views import generic

from gongkai.desk.registers.furniture import RegisterViewMixin
from gongkai.organs.roles import Action
from gongkai.organs.services import remove_record
from gongkai.statute.errors import GongkaiError


class RemovalForm(forms.Form):
    """Why a record is deleted; the journal keeps it."""

    reason = forms.CharField(
        label="删除理由",
        max_length=200,
        help_text="写入留痕，如“重复登记”。",
        error_messages={"required": "请写明删除理由。"},
    )


class RemoveView(RegisterViewMixin, generic.DeleteView):
    """Names the consequence, asks for the reason, deletes."""

    template_name = "desk/registers/remove.html"
    form_class = RemovalForm
    permission_required = Action.DELETE

    def get_queryset(self) -> QuerySet[Any]:
        records = self.permission_policy.instances_user_has_permission_for(
            self.request.user, Action.DELETE
        )
        selected: QuerySet[Any] = self.viewset.with_related(records)
        return selected

    def get_page_title(self) -> str:
        return f"删除{self.viewset.noun}"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        record = (self.url_of("inspect", self.object), str(self.object))
        return self.trail(record, ("", "删除"))

    def form_valid(self, form: forms.Form) -> HttpResponse:
        try:
            self.remove(form.cleaned_data["reason"])
        except GongkaiError as error:
            form.add_error(None, error.message)
            return self.render_to_response(self.get_context_data(form=form))
        messages.success(self.request, f"已删除：{self.object}。")
        return HttpResponseRedirect(self.url_of("index"))

    def remove(self, reason: str) -> None:
        """Hand the record to the service."""
        remove_record(record=self.object, actor=self.request.user, reason=reason)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {
            "sections": self.viewset.sections(self.object)[:1],
            "consequence": self.viewset.removal_consequence,
            "cancel_url": self.url_of("inspect", self.object),
        }
