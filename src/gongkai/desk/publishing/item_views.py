"""Publishing and withdrawing an item, and reading its files."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.generic import FormView, View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from gongkai.desk.registers.fields import DateInput
from gongkai.desk.registers.furniture import RegisterViewMixin
from gongkai.organs.roles import Action
from gongkai.publishing.models import Item
from gongkai.publishing.services import publish, withdraw
from gongkai.statute.errors import GongkaiError


class PublicationForm(forms.Form):
    """On which day the public has it."""

    disclosed_on = forms.DateField(label="公开日期", widget=DateInput)


class WithdrawalForm(forms.Form):
    """Why it is taken back."""

    reason = forms.CharField(
        label="撤下理由",
        max_length=200,
        help_text="写入留痕。",
        error_messages={"required": "请写明撤下理由。"},
    )


class PublicationActView(
    RegisterViewMixin, PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView
):
    """Changes what the public sees, after saying so."""

    template_name = "desk/publishing/publication.html"
    permission_policy: Any = None
    permission_required = Action.PUBLISH
    verb = ""
    consequence = ""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        items = self.permission_policy.instances_user_has_permission_for(
            request.user, Action.PUBLISH
        )
        self.object: Item = get_object_or_404(
            items.select_related("organ"), pk=kwargs["pk"]
        )

    def get_page_title(self) -> str:
        return f"{self.verb}公开信息"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        record = (self.url_of("inspect", self.object), str(self.object))
        return self.trail(record, ("", self.verb))

    def act_on_item(self, values: dict[str, Any]) -> None:
        """Do it, through the service."""
        raise NotImplementedError

    def form_valid(self, form: forms.Form) -> HttpResponse:
        try:
            self.act_on_item(form.cleaned_data)
        except GongkaiError as error:
            form.add_error(None, error.message)
            return self.form_invalid(form)
        messages.success(self.request, f"已{self.verb}：{self.object}。")
        return HttpResponseRedirect(self.url_of("inspect", self.object))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {
            "object": self.object,
            "verb": self.verb,
            "consequence": self.consequence,
            "cancel_url": self.url_of("inspect", self.object),
        }


class PublishView(PublicationActView):
    """Makes an item public."""

    form_class = PublicationForm
    verb = "发布"
    consequence = "发布后全网可见，并计入本年度的公开条数。"

    def get_initial(self) -> dict[str, date]:
        return {"disclosed_on": self.object.disclosed_on or timezone.localdate()}

    def act_on_item(self, values: dict[str, Any]) -> None:
        publish(item=self.object, actor=self.request.user, on=values["disclosed_on"])


class WithdrawView(PublicationActView):
    """Takes an item back from the public."""

    form_class = WithdrawalForm
    verb = "撤下"
    consequence = "撤下后网站上不再显示，不再计入公开条数；记录和附件保留。"

    def act_on_item(self, values: dict[str, Any]) -> None:
        withdraw(item=self.object, actor=self.request.user, reason=values["reason"])


class AttachmentFileView(RegisterViewMixin, PermissionCheckedMixin, View):
    """Hands out a file of an item that the account may see, drafts included."""

    permission_policy: Any = None
    permission_required = Action.VIEW

    def get(self, request: HttpRequest, pk: int, file_pk: int) -> FileResponse:
        items = self.permission_policy.instances_user_has_permission_for(
            request.user, Action.VIEW
        )
        item = get_object_or_404(items, pk=pk)
        file = get_object_or_404(item.attachments, pk=file_pk)
        suffix = file.file.name.rpartition(".")[2]
        return FileResponse(
            file.file.open("rb"), as_attachment=True, filename=f"{file.title}.{suffix}"
        )
