"""Releasing an approved item, and taking one back."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from gongkai.desk.publishing.act_view import ItemActView, VersionedForm
from gongkai.desk.registers.fields import DateInput
from gongkai.organs.roles import Action
from gongkai.publishing.services import publish, withdraw


class PublicationForm(VersionedForm):
    """On which day the public has it."""

    disclosed_on = forms.DateField(label="公开日期", widget=DateInput)


class WithdrawalForm(VersionedForm):
    """Why it is taken back."""

    reason = forms.CharField(
        label="撤下理由",
        max_length=200,
        help_text="写入留痕；网页上也会说明。",
        error_messages={"required": "请写明撤下理由。"},
    )


class PublishView(ItemActView):
    """Makes an approved item public."""

    permission_required = Action.PUBLISH
    form_class = PublicationForm
    verb = "发布"
    consequence = "发布后全网可见，并计入本年度的公开条数。"

    def get_initial(self) -> dict[str, Any]:
        day: date = self.object.disclosed_on or timezone.localdate()
        return {**super().get_initial(), "disclosed_on": day}

    def act_on_item(self, values: dict[str, Any]) -> None:
        publish(item=self.object, actor=self.request.user, on=values["disclosed_on"])


class WithdrawView(ItemActView):
    """Takes an item back from the public."""

    permission_required = Action.PUBLISH
    form_class = WithdrawalForm
    verb = "撤下"
    consequence = "撤下后网站上不再显示，不再计入公开条数；记录和附件保留。"
    is_dangerous = True

    def get_initial(self) -> dict[str, Any]:
        item = self.object
        if item.overturned_on is None:
            return super().get_initial()
        reason = (
            f"原行政处罚决定已于{item.overturned_on}被依法"
            f"{item.get_overturned_how_display()}。"
        )
        return {**super().get_initial(), "reason": reason}

    def act_on_item(self, values: dict[str, Any]) -> None:
        withdraw(item=self.object, actor=self.request.user, reason=values["reason"])
