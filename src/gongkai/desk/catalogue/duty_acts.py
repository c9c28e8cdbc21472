"""Declaring that a duty is none of the organ's, and taking that back."""

from typing import Any

from django import forms

from gongkai.catalogue.services import declare_not_applicable, restore_duty
from gongkai.desk.registers.act_view import RecordActView


class ReasonForm(forms.Form):
    """Why the organ has no such information."""

    reason = forms.CharField(
        label="不适用的理由",
        max_length=200,
        help_text="写入留痕，例如“本机关没有行政强制职权”。",
        error_messages={"required": "请写明不适用的理由。"},
    )


class NotApplicableView(RecordActView):
    """Declares a duty not applicable."""

    form_class = ReasonForm
    verb = "声明不适用"
    consequence = "声明后不再计入缺漏，目录里保留事项和理由，随时可以恢复。"

    def act_on(self, values: dict[str, Any]) -> None:
        declare_not_applicable(
            duty=self.object, actor=self.request.user, reason=values["reason"]
        )


class RestoreView(RecordActView):
    """Lets a duty count again."""

    verb = "恢复适用"
    consequence = "恢复后重新计入覆盖情况，没有内容的列为缺漏。"

    def act_on(self, values: dict[str, Any]) -> None:  # noqa: ARG002
        restore_duty(duty=self.object, actor=self.request.user)
