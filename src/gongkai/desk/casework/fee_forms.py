"""The forms of a fee: the pages, the decision, a refund, taking an entry back."""

from typing import Any

from django import forms

from gongkai.casework.selectors import FeeStanding
from gongkai.desk.casework.registration_form import say_what_to_do
from gongkai.desk.registers.fields import DateInput
from gongkai.statute.fees import FeeWay

NOT_CHARGED = "none"
_MOST_PAGES = 100_000
_PAGES = f"页数应为0至{_MOST_PAGES}的整数。请改正。"


class _SpeakingForm(forms.Form):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            say_what_to_do(name, field)


def _yuan(label: str) -> forms.DecimalField:
    words = "请填写金额（元），大于0，最多两位小数，如 120.50。"
    return forms.DecimalField(
        label=label,
        max_digits=12,
        decimal_places=2,
        error_messages=dict.fromkeys(
            ("invalid", "max_decimal_places", "max_digits", "max_whole_digits"), words
        ),
    )


class PagesForm(_SpeakingForm):
    """How many pages are supplied, and whether they are public already."""

    pages = forms.IntegerField(
        label="提供的页数",
        required=False,
        min_value=0,
        max_value=_MOST_PAGES,
        help_text="单面A4以下算1页；双面印的，每面算1页。只算这一件申请。",
        error_messages={"invalid": _PAGES, "min_value": _PAGES, "max_value": _PAGES},
    )
    is_already_public = forms.BooleanField(
        label="信息已经公开，只告知获取方式（不得按量计收）", required=False
    )

    def counted(self) -> dict[str, Any]:
        """Return what was entered, nothing where it was wrong."""
        if not self.is_valid():
            return {"pages": 0, "is_already_public": False}
        data = self.cleaned_data
        return {
            "pages": data["pages"] or 0,
            "is_already_public": data["is_already_public"],
        }


class DecisionForm(PagesForm):
    """To charge in one way, or not to charge; why."""

    way = forms.ChoiceField(
        label="决定",
        choices=[
            *((way.value, way.label) for way in FeeWay),
            (NOT_CHARGED, "不收取"),
        ],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label="理由",
        required=False,
        max_length=2000,
        help_text="为什么收取、为什么不收取。只留在案卷里，不写姓名。",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    version = forms.IntegerField(widget=forms.HiddenInput)
    field_order = ("way", "reason")

    def __init__(
        self, *args: Any, standing: FeeStanding | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for name in ("pages", "is_already_public"):
            self.fields[name].widget = forms.HiddenInput()
        if standing is not None:
            field: Any = self.fields["way"]
            field.choices = _choices(standing)

    def decided(self) -> dict[str, Any]:
        """Return the decision as the act takes it."""
        data = self.cleaned_data
        way = data["way"]
        return {
            **self.counted(),
            "way": None if way == NOT_CHARGED else FeeWay(way),
            "reason": data["reason"],
            "version": data["version"],
        }


def _choices(standing: FeeStanding) -> list[tuple[str, str]]:
    charges = [
        (each.way.value, f"{each.way.label}，收取{each.account.total_yuan}元")
        for each in standing.proposals
    ]
    return [*charges, (NOT_CHARGED, "不收取")]


class RefundForm(_SpeakingForm):
    """Money that goes back."""

    refunded_on = forms.DateField(label="退费日期", widget=DateInput())
    yuan = _yuan("退费金额（元）")
    receipt_number = forms.CharField(label="凭证号码", required=False, max_length=80)
    reason = forms.CharField(
        label="退费理由", max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )
    version = forms.IntegerField(widget=forms.HiddenInput)


class UndoPaymentForm(_SpeakingForm):
    """Why an entry of money is taken back."""

    reason = forms.CharField(label="撤销原因", max_length=500)
    version = forms.IntegerField(widget=forms.HiddenInput)
