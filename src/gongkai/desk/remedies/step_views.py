"""Recording a step of a remedy, taking one back, and who turned to the court."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from gongkai.desk.casework.registration_form import say_what_to_do
from gongkai.desk.registers.fields import DateInput
from gongkai.desk.registers.furniture import RegisterViewMixin
from gongkai.organs.roles import Action
from gongkai.remedies import services
from gongkai.remedies.models import RemedyCase
from gongkai.remedies.selectors import standing_of
from gongkai.statute.errors import GongkaiError
from gongkai.statute.remedies import CourseStepKind


class _SpeakingForm(forms.Form):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            say_what_to_do(name, field)


class StepForm(_SpeakingForm):
    """What happened, and when."""

    kind = forms.ChoiceField(
        label="步骤", choices=[(kind.value, kind.label) for kind in CourseStepKind]
    )
    on = forms.DateField(label="日期", widget=DateInput())
    days = forms.IntegerField(
        label="延长日数",
        required=False,
        min_value=1,
        max_value=30,
        help_text="只有延长复议期限才填，最多30日。",
    )
    note = forms.CharField(
        label="说明",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, offered: Any = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["kind"]
        field.choices = [(kind.value, kind.label) for kind in offered]


class UndoForm(_SpeakingForm):
    """Why the last step is taken back."""

    reason = forms.CharField(
        label="撤销理由", max_length=200, help_text="写入留痕，如“日期登错”。"
    )


class PartyForm(_SpeakingForm):
    """Who turned to reconsideration or the court."""

    name = forms.CharField(label="申请人（原告）", max_length=200)


class RemedyActView(
    RegisterViewMixin, PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView
):
    """An act on a remedy that the account may change."""

    template_name = "desk/remedies/act.html"
    permission_policy: Any = None
    permission_required = Action.CHANGE
    verb = ""
    consequence = ""
    done = ""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        remedies = self.permission_policy.instances_user_has_permission_for(
            request.user, Action.CHANGE
        )
        self.object: RemedyCase = get_object_or_404(
            remedies.select_related("organ", "disclosure_request", "decision", "prior"),
            pk=kwargs["pk"],
        )

    def get_page_title(self) -> str:
        return self.verb

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        record = (self.url_of("inspect", self.object), str(self.object))
        return self.trail(record, ("", self.verb))

    def act_on_remedy(self, values: dict[str, Any]) -> None:
        """Do it, through the service."""
        raise NotImplementedError

    def form_valid(self, form: forms.Form) -> HttpResponse:
        try:
            self.act_on_remedy(form.cleaned_data)
        except GongkaiError as error:
            form.add_error(None, error.message)
            return self.form_invalid(form)
        messages.success(self.request, self.done)
        return HttpResponseRedirect(self.url_of("inspect", self.object))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {
            "object": self.object,
            "verb": self.verb,
            "consequence": self.consequence,
            "cancel_url": self.url_of("inspect", self.object),
        }


class StepView(RemedyActView):
    """Records what happened in the case."""

    form_class = StepForm
    verb = "登记步骤"
    consequence = "登记后期限随之重算。收到副本、提交答复、审结和送达，在“修改”里填。"
    done = "步骤已登记。"

    def get_initial(self) -> dict[str, Any]:
        return {"kind": self.request.GET.get("kind", ""), "on": timezone.localdate()}

    def get_form_kwargs(self) -> dict[str, Any]:
        standing = standing_of(self.object, timezone.localdate())
        return super().get_form_kwargs() | {"offered": standing.offered}

    def act_on_remedy(self, values: dict[str, Any]) -> None:
        services.record_step(
            remedy=self.object,
            kind=values["kind"],
            on=values["on"],
            days=values["days"] or 0,
            note=values["note"],
            actor=self.request.user,
        )


class UndoStepView(RemedyActView):
    """Takes the last step back."""

    form_class = UndoForm
    verb = "撤销最后一步"
    consequence = "只用于登记错误。撤销后期限重新计算，内容和理由留在留痕里。"
    done = "最后一步已撤销。"

    def act_on_remedy(self, values: dict[str, Any]) -> None:
        services.undo_step(
            remedy=self.object, reason=values["reason"], actor=self.request.user
        )


class PartyView(RemedyActView):
    """Keeps who turned to the court, or shows it once."""

    form_class = PartyForm
    verb = "登记申请人（原告）"
    consequence = "姓名加密保存，查看一次留痕一次；不写入事由和备注。"
    done = "申请人已登记。"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the name where that is asked; else keep the new one."""
        if "read" not in request.POST:
            return super().post(request, *args, **kwargs)
        name = services.read_party(remedy=self.object, actor=request.user)
        shown = name or "没有登记申请人。"
        return self.render_to_response(
            self.get_context_data(form=PartyForm(), shown=shown)
        )

    def act_on_remedy(self, values: dict[str, Any]) -> None:
        services.keep_party(
            remedy=self.object, name=values["name"], actor=self.request.user
        )
