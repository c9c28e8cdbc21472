"""The form of a holiday notice: its head, and a row for each festival."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms

FESTIVALS = ("元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节")
_BLANK_ROWS = 2

_DAY = re.compile(r"(?:(\d{4})[-年])?(\d{1,2})[-月](\d{1,2})日?")
_BESIDE = re.compile(r"[（(][^（）()]*[）)]|上班|恢复|[和、，,；;。\s]")


def _date_widget() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class NoticeForm(forms.Form):
    """The head of the notice; a choice in ``amends`` makes it an amendment."""

    year = forms.IntegerField(
        label="年度",
        min_value=2019,
        max_value=2100,
        error_messages={
            "invalid": "年度应为四位数字，如 2027。",
            "min_value": "年度不能早于2019年。",
            "max_value": "年度不能晚于2100年。",
        },
    )
    issued_on = forms.DateField(
        label="发布日期",
        widget=_date_widget(),
        error_messages={"invalid": "日期应写成 2026-11-04 的样式。"},
    )
    title = forms.CharField(label="通知标题", max_length=200)
    document_number = forms.CharField(
        label="文号", max_length=60, help_text="如“国办发明电〔2025〕7号”。"
    )
    source = forms.CharField(
        label="来源", max_length=200, help_text="通知从哪里看到，如“中国政府网”。"
    )
    amends = forms.ChoiceField(
        label="调整哪份通知",
        required=False,
        help_text="年中调整假期的通知才选；这一年的第一份通知不选。",
    )

    def __init__(
        self, *args: Any, choices: Iterable[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        listed = [("", "不是调整通知"), *choices]
        self.fields["amends"].choices = listed  # type: ignore[attr-defined]


class FestivalForm(forms.Form):
    """One festival; a row without dates is left out."""

    name = forms.CharField(label="节日", max_length=30, required=False)
    first = forms.DateField(label="放假首日", required=False, widget=_date_widget())
    last = forms.DateField(label="放假末日", required=False, widget=_date_widget())
    days = forms.IntegerField(label="共几天", required=False, min_value=1, max_value=31)
    make_up = forms.CharField(label="调休上班日", max_length=120, required=False)
    restored = forms.CharField(label="恢复原安排的日子", max_length=120, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.visible_fields():
            field.field.widget.attrs["aria-label"] = field.label

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        dated = any(cleaned.get(key) for key in ("first", "make_up", "restored"))
        if dated and not cleaned.get("name"):
            self.add_error("name", "请写明节日名称。")
        if cleaned.get("last") and not cleaned.get("first"):
            self.add_error("first", "请填写放假首日。")
        return cleaned

    @property
    def is_used(self) -> bool:
        """Whether the row says anything about a day."""
        cleaned = self.cleaned_data
        return any(cleaned.get(key) for key in ("first", "make_up", "restored"))

    def row(self, year: int) -> dict[str, Any]:
        """Return the row with its lists of days read; raise ``ValidationError``."""
        cleaned = self.cleaned_data
        lists = {key: days_in(cleaned[key], year) for key in ("make_up", "restored")}
        return cleaned | lists


Festivals = forms.formset_factory(FestivalForm, extra=0, max_num=20)


def first_rows(rows: Iterable[dict[str, Any]] = ()) -> list[dict[str, Any]]:
    """Return the rows that a form begins with: the notice's, or the usual ones."""
    begun = list(rows) or [{"name": name} for name in FESTIVALS]
    return begun + [{}] * _BLANK_ROWS


def days_in(text: str, year: int) -> list[date]:
    """Read days as the notice writes them: 2月14日（周六）、2月28日（周六）.

    >>> days_in("2月14日（周六）、2026-02-28", 2026)
    [datetime.date(2026, 2, 14), datetime.date(2026, 2, 28)]
    """
    left = _BESIDE.sub("", _DAY.sub("", text))
    if left:
        raise forms.ValidationError(
            f"“{text}”里有看不懂的内容“{left}”。请写成“2月14日、2月28日”的样式。"
        )
    try:
        return [
            date(int(found[1] or year), int(found[2]), int(found[3]))
            for found in _DAY.finditer(text)
        ]
    except ValueError as error:
        raise forms.ValidationError(
            f"“{text}”里有日历上没有的日子。请对照通知原文改正。"
        ) from error
