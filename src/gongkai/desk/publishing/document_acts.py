"""The acts on a normative document: repeal, amend, and the steps of its making."""

from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils import timezone

from gongkai.desk.publishing.act_view import ItemActView
from gongkai.desk.registers.fields import DateInput, KeyedRecordField
from gongkai.organs.roles import Action
from gongkai.publishing.models import EndKind, NormativeDocument, ProceedingKind
from gongkai.publishing.services import amend, record_proceeding, repeal


class RepealForm(forms.Form):
    """Since when it no longer holds, and which document stands in its place."""

    how = forms.ChoiceField(label="终止方式", choices=EndKind.choices)
    on = forms.DateField(
        label="废止（失效）日期",
        widget=DateInput,
        help_text="从这一天起不再有效；表二按这一天计入年份。",
    )
    replaced_by = KeyedRecordField(
        NormativeDocument.objects.all(),
        label="替代它的文件（编号）",
        required=False,
        unknown="本机关没有编号为“%(value)s”的规范性文件，请核对编号。",
        help_text="有新文件替代的填写，两份文件的网页互相链接。",
    )

    def of_organ(self, document: NormativeDocument) -> None:
        """Offer only the other documents of the same organ."""
        field: Any = self.fields["replaced_by"]
        others = NormativeDocument.objects.filter(organ=document.organ)
        field.queryset = others.exclude(pk=document.pk)


class AmendForm(forms.Form):
    """When it was amended."""

    on = forms.DateField(label="修改日期", widget=DateInput)


class ProceedingForm(forms.Form):
    """A step of its making."""

    kind = forms.ChoiceField(label="程序", choices=ProceedingKind.choices)
    on = forms.DateField(label="日期", widget=DateInput)
    result = forms.CharField(
        label="结果",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="如“公开征求意见30日，收到意见3条，采纳2条”。",
    )


class DocumentActView(ItemActView):
    """Does one act on one normative document."""

    permission_required = Action.PUBLISH
    related = ("organ", "item")

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.document: Any = self.object

    def get_initial(self) -> dict[str, Any]:
        today: date = timezone.localdate()
        return {"on": today}


class RepealView(DocumentActView):
    """Ends a document."""

    form_class = RepealForm
    verb = "废止"
    consequence = (
        "废止后网页标明“废止”或者“失效”，年度报告表二的废止件数和现行有效件数随之变化。"
    )
    is_dangerous = True

    def get_form(self, form_class: Any = None) -> Any:
        form = super().get_form(form_class)
        form.of_organ(self.document)
        return form

    def act_on_item(self, values: dict[str, Any]) -> None:
        repeal(
            document=self.document,
            on=values["on"],
            how=EndKind(values["how"]),
            replaced_by=values["replaced_by"],
            actor=self.request.user,
        )


class AmendView(DocumentActView):
    """Registers an amendment."""

    form_class = AmendForm
    verb = "登记修改"
    consequence = "登记后网页标明“已修改”；文件仍计入现行有效。"

    def act_on_item(self, values: dict[str, Any]) -> None:
        amend(document=self.document, on=values["on"], actor=self.request.user)


class ProceedingView(DocumentActView):
    """Registers a consultation, a review of legality or a deliberation."""

    permission_required = Action.CHANGE
    form_class = ProceedingForm
    verb = "登记制定程序"
    consequence = "征求意见、合法性审核、集体审议逐项登记，作为制定过程的记录。"

    def act_on_item(self, values: dict[str, Any]) -> None:
        record_proceeding(
            document=self.document,
            kind=ProceedingKind(values["kind"]),
            on=values["on"],
            result=values["result"],
            actor=self.request.user,
        )


#: The acts by the last part of their address.
DOCUMENT_VIEWS: dict[str, type[DocumentActView]] = {
    "repeal": RepealView,
    "amend": AmendView,
    "proceeding": ProceedingView,
}
