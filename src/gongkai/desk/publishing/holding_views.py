"""Looking again at what is withheld, and taking back overturned decisions."""

from typing import Any

from django import forms
from django.utils import timezone

from gongkai.desk.publishing.act_view import ItemActView, VersionedForm
from gongkai.desk.registers.fields import DateInput
from gongkai.desk.registers.pages import Fact, Section
from gongkai.organs.roles import Action
from gongkai.publishing.models import Item, Overturning, ReappraisalResult
from gongkai.publishing.services import mark_overturned, reappraise


class ReappraisalForm(VersionedForm):
    """What the appraisal came to, and why."""

    result = forms.ChoiceField(
        label="评估结果", choices=ReappraisalResult.choices, widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label="理由",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "请写明评估的理由。"},
    )


class OverturningForm(VersionedForm):
    """What became of the decision, and when."""

    how = forms.ChoiceField(label="原决定被", choices=Overturning.choices)
    on = forms.DateField(label="日期", widget=DateInput)


class ReappraiseView(ItemActView):
    """Looks again at withheld information."""

    permission_required = Action.PUBLISH
    form_class = ReappraisalForm
    verb = "评估"
    consequence = (
        "维持的，一年后再评估；转为主动公开的，随即进入审核，审核通过后公开"
        "（《条例》第十八条）。"
    )

    def act_on_item(self, values: dict[str, Any]) -> None:
        reappraise(
            item=self.object,
            result=ReappraisalResult(values["result"]),
            reason=values["reason"],
            on=timezone.localdate(),
            actor=self.request.user,
            version=values["version"],
        )


class OverturnView(ItemActView):
    """Registers that a published decision was overturned."""

    permission_required = Action.PUBLISH
    form_class = OverturningForm
    verb = "登记决定被撤销、变更"
    consequence = (
        "登记后三个工作日内应当撤下这条信息，并在网页说明理由"
        "（《行政处罚法》第四十八条第二款）。"
    )

    def act_on_item(self, values: dict[str, Any]) -> None:
        mark_overturned(
            item=self.object,
            how=Overturning(values["how"]),
            on=values["on"],
            actor=self.request.user,
            version=values["version"],
        )


#: The acts by the last part of their address.
HOLDING_VIEWS: dict[str, type[ItemActView]] = {
    "reappraise": ReappraiseView,
    "overturn": OverturnView,
}


def holding_sections(item: Item) -> list[Section]:
    """Return what was decided of an item that is withheld or to be taken back."""
    looked = [
        Fact(str(made), made.reason, is_long=True) for made in item.reappraisals.all()
    ]
    if item.reappraise_on:
        looked.append(Fact("下次评估日期", str(item.reappraise_on)))
    overturned = [
        Fact(
            f"决定被{item.get_overturned_how_display()}",
            f"{item.overturned_on}；应于{item.withdraw_by}前撤下",
        )
        for _ in range(bool(item.withdraw_by))
    ]
    return [Section("定期评估", looked), Section("撤下期限", overturned)]
