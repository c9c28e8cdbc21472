from typing import Any

from django import forms
from django.utils import timezone

from gongkai.organs.models import Organ


class OpenReportForm(forms.Form):
    """Begin a report: of which organ, for which year."""

    organ = forms.ModelChoiceField(Organ.objects.none(), label="机关", empty_label=None)
    year = forms.IntegerField(
        label="年度",
        min_value=2008,
        max_value=2100,
        error_messages={
            "invalid": "年度应为四位数字，如 2021。",
            "min_value": "年度不能早于2008年。",
            "max_value": "年度不能晚于2100年。",
        },
    )

    def __init__(self, *args: Any, organs: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organ"].queryset = organs  # type: ignore[attr-defined]
        self.fields["year"].initial = timezone.localdate().year - 1


class PublishForm(forms.Form):
    """Publish a report on a day; a reason where errors are left."""

    published_on = forms.DateField(
        label="公开日期",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "日期应写成 2022-01-28 的样式。"},
    )
    reason = forms.CharField(
        label="带问题发布的理由",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="还有错误未解决时必须填写，连同您的姓名和未解决的问题一并留存。",
    )


class ReopenForm(forms.Form):
    """Take a published report back, with a reason."""

    reason = forms.CharField(
        label="撤回理由",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "请写明撤回理由。"},
    )
