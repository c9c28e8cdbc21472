"""The forms of a notice: which, its elements, its date, approval, sending, arrival."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils import timezone

from gongkai.casework.models import (
    CaseFile,
    CaseFileKind,
    DeliveryWay,
    DisclosureRequest,
    Notice,
)
from gongkai.casework.notices import elements_of, to_be_filled, worded_kind_of
from gongkai.desk.casework.registration_form import say_what_to_do
from gongkai.desk.registers.fields import DateInput
from gongkai.statute.clock import ClockAnswer
from gongkai.statute.notices import NoticeKind, notice_kinds

_BETWEEN = "|"


class _SpeakingForm(forms.Form):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            say_what_to_do(name, field)


class ChooseNoticeForm(_SpeakingForm):
    """Which notice; a decision is chosen together with the outcome that it tells."""

    notice = forms.ChoiceField(label="文书")
    ground = forms.CharField(
        label="依据条款",
        required=False,
        max_length=20,
        help_text="条例的条、款、项，如 14、16(1)。部分公开必须填写；"
        "其他的不填，按办理结果的条款。",
    )

    supersede_reason = forms.CharField(
        label="撤销的理由",
        max_length=1000,
        help_text="写进新的文书，申请人看得到。",
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(
        self,
        *args: Any,
        answer: ClockAnswer | None,
        superseded: Notice | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        if superseded is None:
            del self.fields["supersede_reason"]
        lawful = set() if answer is None else {step.kind for step in answer.next_steps}
        now = [kind for kind in notice_kinds() if lawful & set(kind.steps)]
        rest = [kind for kind in notice_kinds() if kind not in now]
        field: Any = self.fields["notice"]
        field.choices = [
            ("", "请选择"),
            ("现在可以办的", list(_choices(now))),
            ("其他文书", list(_choices(rest))),
        ]

    def chosen(self) -> dict[str, str]:
        """Return kind, outcome and ground, and why an earlier notice goes."""
        kind, _, outcome = self.cleaned_data["notice"].partition(_BETWEEN)
        ground = self.cleaned_data["ground"].strip()
        return {
            "kind": kind,
            "outcome": outcome,
            "ground": ground,
            "supersede_reason": self.cleaned_data.get("supersede_reason", ""),
        }


def _choices(kinds: list[NoticeKind]) -> Iterator[tuple[str, str]]:
    for kind in kinds:
        if len(kind.outcomes) < 2:  # noqa: PLR2004 - one outcome needs no choice
            outcome = kind.outcomes[0].value if kind.outcomes else ""
            yield f"{kind.key}{_BETWEEN}{outcome}", kind.title
        for outcome in kind.outcomes if len(kind.outcomes) > 1 else ():
            yield (
                f"{kind.key}{_BETWEEN}{outcome.value}",
                f"{kind.title} {outcome.label}",
            )


class ElementsForm(forms.Form):
    """The elements of a draft; nothing is required before the notice is made final."""

    def __init__(self, *args: Any, notice: Notice, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        written = elements_of(notice)
        for element in to_be_filled(worded_kind_of(notice)):
            field = forms.CharField(
                label=element.label,
                required=False,
                max_length=10000,
                initial=written.get(element.key, ""),
                help_text=element.says,
                widget=forms.Textarea(attrs={"rows": 2}),
            )
            field.widget.attrs["aria-describedby"] = f"id_{element.key}_notes"
            self.fields[element.key] = field


class FinishForm(_SpeakingForm):
    """The date of a notice."""

    dated_on = forms.DateField(
        label="落款日期", widget=DateInput(), initial=timezone.localdate
    )


class ApproveForm(_SpeakingForm):
    """Approve, or return with a reason."""

    reason = forms.CharField(
        label="意见",
        required=False,
        max_length=1000,
        help_text="退回的，必须写明理由。",
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class WithdrawForm(_SpeakingForm):
    """Why a notice is taken back before it goes out."""

    reason = forms.CharField(
        label="退回的理由",
        max_length=1000,
        help_text="已编的文号作废，登记簿按这里的理由说明；不写申请人姓名。",
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class SendForm(_SpeakingForm):
    """How and when a notice goes out."""

    way = forms.ChoiceField(
        label="送达方式",
        choices=DeliveryWay.choices,
        help_text="寄送只用邮政企业，快递不得寄递公文。",
    )
    sent_on = forms.DateField(
        label="送出日期", widget=DateInput(), initial=timezone.localdate
    )
    tracking_number = forms.CharField(label="邮件号码", required=False, max_length=60)


class ArrivalForm(_SpeakingForm):
    """That a notice arrived, and by what that is proved."""

    received_on = forms.DateField(
        label="签收日期", widget=DateInput(), initial=timezone.localdate
    )
    signed_by = forms.CharField(label="签收人", required=False, max_length=60)
    proof = forms.ModelChoiceField(
        CaseFile.objects.none(),
        label="送达凭证",
        required=False,
        empty_label="（没有）",
    )

    def __init__(self, *args: Any, case: DisclosureRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["proof"]
        field.queryset = case.files.filter(kind=CaseFileKind.EVIDENCE)
