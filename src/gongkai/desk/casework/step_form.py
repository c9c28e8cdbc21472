"""The one form of all steps: only the fields that the kind of step has."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone

from gongkai.desk.casework.registration_form import say_what_to_do
from gongkai.desk.casework.step_fields import FIELDS, QUESTIONS
from gongkai.desk.registers.fields import DateInput
from gongkai.statute.clock import Step, StepKind
from gongkai.statute.outcomes import Outcome

#: Endings that need their ground and reason told (条例第三十六条第三项、第三十七条).
_NEED_REASON = ("withheld", "partially_disclosed", "not_processed", "unavailable")


#: What the form asks beside the step itself.
_BESIDE = {"version", "yuan", "receipt_number"}
_MONEY = "请填写金额（元），大于0，最多两位小数，如 120.50。"
_WRONG_MONEY = (
    "invalid",
    "min_value",
    "max_digits",
    "max_decimal_places",
    "max_whole_digits",
)


class StepForm(forms.Form):
    """A step of one kind; ``version`` is the state of the case it was filled upon."""

    on = forms.DateField(label="日期", widget=DateInput())
    party = forms.CharField(label="对象", max_length=120)
    received_on = forms.DateField(label="收到日期", required=False, widget=DateInput())
    respond_by = forms.DateField(label="最后日期", required=False, widget=DateInput())
    working_days = forms.IntegerField(
        label="工作日数", required=False, min_value=1, max_value=20
    )
    until = forms.DateField(label="延至", widget=DateInput())
    outcome = forms.ChoiceField(
        label="办理结果",
        choices=[
            (outcome.value, outcome.label)
            for question in QUESTIONS
            for outcome in question.outcomes
        ],
        widget=forms.RadioSelect,
    )
    secrecy_referral = forms.BooleanField(
        label="这是报请保密行政管理部门或者有关主管部门确定（不扣除期限）",
        required=False,
    )
    yuan = forms.DecimalField(
        label="实收金额（元）",
        min_value=Decimal("0.01"),
        max_digits=12,
        decimal_places=2,
        error_messages=dict.fromkeys(_WRONG_MONEY, _MONEY),
    )
    receipt_number = forms.CharField(label="票据号码", required=False, max_length=80)
    note = forms.CharField(
        label="说明",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, kind: StepKind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind, self.spec = kind, FIELDS[kind]
        kept = {"on", "note", "version", *self.spec.more}
        for name in [name for name in self.fields if name not in kept]:
            del self.fields[name]
        for name, field in self.fields.items():
            self._speak(name, field)

    def _speak(self, name: str, field: Any) -> None:
        field.label = self.spec.labels.get(name, field.label)
        if name == "on":
            field.label = self.spec.on
            field.initial = timezone.localdate()
        if name == "party" and self.kind.value.endswith("_replied"):
            field.required = False
        field.help_text = self.spec.help.get(name, "")
        say_what_to_do(name, field)
        if name == "working_days":
            words = "延长期限应为1至20个工作日。请改正。"
            field.error_messages |= {"min_value": words, "max_value": words}
            field.validators = [
                type(rule)(rule.limit_value, words) for rule in field.validators
            ]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        outcome = data.get("outcome", "")
        if outcome.startswith(_NEED_REASON) and not data.get("note", "").strip():
            label = Outcome(outcome).label
            self.add_error("note", f"“{label}”要写明依据和理由。请填写。")
        return data

    def step(self) -> Step:
        """Return the step as the clock takes it."""
        data = {
            name: value
            for name, value in self.cleaned_data.items()
            if name not in _BESIDE and value not in (None, "")
        }
        return Step(kind=self.kind, **data)

    def plain_fields(self) -> list[Any]:
        """Return the fields that are printed one below the other."""
        return [
            self[name] for name in self.fields if name not in {"outcome", "version"}
        ]

    def questions(self) -> Iterator[tuple[str, list[tuple[Any, Outcome]]]]:
        """Yield each question of the law with its radio buttons."""
        radios = {radio.data["value"]: radio for radio in self["outcome"]}
        for question in QUESTIONS:
            yield (
                question.text,
                [(radios[outcome.value], outcome) for outcome in question.outcomes],
            )


class ReasonForm(forms.Form):
    """Undo the last step, with a reason that the journal keeps."""

    reason = forms.CharField(
        label="撤销理由", max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say_what_to_do("reason", self.fields["reason"])
