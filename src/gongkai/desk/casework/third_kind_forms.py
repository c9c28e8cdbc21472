"""The forms of what is neither a step with a limit nor a notice."""

from typing import Any

from django import forms
from django.utils import timezone

from gongkai.casework.withdrawal import WithdrawalProof
from gongkai.desk.casework.registration_form import say_what_to_do
from gongkai.desk.registers.fields import DateInput


class _SpeakingForm(forms.Form):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            say_what_to_do(name, field)


class WithdrawForm(_SpeakingForm):
    """That the applicant withdrew, when, and by what it is proved."""

    on = forms.DateField(
        label="撤回日期",
        widget=DateInput(),
        initial=timezone.localdate,
        help_text="本机关收到撤回的那一天，应当在答复以前。",
    )
    proof = forms.ChoiceField(
        label="怎样撤回的",
        choices=[
            ("", "请选择"),
            *(
                (proof.value, proof.label)
                for proof in WithdrawalProof
                if proof.needs_file
            ),
        ],
    )
    file = forms.FileField(
        label="撤回凭证", required=False, help_text="签名的书面材料、邮件等。"
    )
    note = forms.CharField(
        label="说明",
        required=False,
        max_length=2000,
        help_text="没有上传凭证的，写明凭证存放在哪里。",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if not data.get("file") and not data.get("note", "").strip():
            self.add_error("file", "请上传撤回凭证，或者在说明里写明凭证存放在哪里。")
        return data


class SplitForm(_SpeakingForm):
    """The matters of one letter; the first one stays with this request."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, subject: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in range(1, 6):
            field = forms.CharField(
                label=f"第{'一二三四五'[number - 1]}件",
                required=number <= _LEAST,
                max_length=5000,
                initial=subject if number == 1 else "",
                widget=forms.Textarea(attrs={"rows": 3}),
            )
            self.fields[f"subject_{number}"] = field
            say_what_to_do(f"subject_{number}", field)

    def subjects(self) -> list[str]:
        """Return the matters."""
        return [
            text
            for name, text in self.cleaned_data.items()
            if name != "version" and text.strip()
        ]


_LEAST = 2


class RightOrganForm(_SpeakingForm):
    """Which organ is responsible, by its name or code."""

    name = forms.CharField(
        label="机关全称、简称或者代码",
        max_length=120,
        widget=forms.TextInput(attrs={"list": "known-organs", "autocomplete": "off"}),
    )
