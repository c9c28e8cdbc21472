"""An act on a record as a page of its own: what it does is said before it is done."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from gongkai.desk.registers.furniture import RegisterViewMixin
from gongkai.organs.roles import Action
from gongkai.statute.errors import GongkaiError


class RecordActView(
    RegisterViewMixin, PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView
):
    """Does one act on one record, through its service."""

    template_name = "desk/registers/act.html"
    permission_policy: Any = None
    permission_required = Action.CHANGE
    form_class: type[forms.Form] = forms.Form
    verb = ""
    consequence = ""
    is_dangerous = False
    #: What the page prints of the record besides itself.
    related: tuple[str, ...] = ("organ",)

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        records = self.permission_policy.instances_user_has_permission_for(
            request.user, self.permission_required
        )
        self.object: Any = get_object_or_404(
            records.select_related(*self.related), pk=kwargs["pk"]
        )

    def get_page_title(self) -> str:
        return f"{self.verb}：{self.object}"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        record = (self.url_of("inspect", self.object), str(self.object))
        return self.trail(record, ("", self.verb))

    def act_on(self, values: dict[str, Any]) -> None:
        """Do it, through the service."""
        raise NotImplementedError

    def form_valid(self, form: forms.Form) -> HttpResponse:
        try:
            self.act_on(form.cleaned_data)
        except GongkaiError as error:
            form.add_error(None, error.message)
            return self.form_invalid(form)
        messages.success(self.request, f"已{self.verb}：{self.object}。")
        return HttpResponseRedirect(self.after())

    def after(self) -> str:
        """Return where the person goes on."""
        return self.url_of("inspect", self.object)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {
            "object": self.object,
            "verb": self.verb,
            "consequence": self.consequence,
            "is_dangerous": self.is_dangerous,
            "cancel_url": self.url_of("inspect", self.object),
        }
