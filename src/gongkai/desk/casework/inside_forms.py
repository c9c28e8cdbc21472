"""The small forms of the case page."""

from typing import Any

from django import forms

from gongkai.casework.models import CaseFileKind
from gongkai.desk.casework.registration_form import say_what_to_do
from gongkai.desk.registers.fields import DateInput
from gongkai.organs.models import Office, Organ, Person


class _SpeakingForm(forms.Form):
    def __init__(self, *args: Any, organ: Organ | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            say_what_to_do(name, field)
        if organ is not None:
            self._limit(organ)

    def _limit(self, organ: Organ) -> None:
        choices: dict[str, Any] = {
            "office": Office.objects.filter(organ=organ),
            "handler": Person.objects.filter(organ=organ, is_active=True),
        }
        fields: dict[str, Any] = dict(self.fields)
        for name, records in choices.items():
            if name in fields:
                fields[name].queryset = records


def _long(label: str) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )


class NoteForm(_SpeakingForm):
    """A note for colleagues."""

    text = _long("备忘")


class AskOfficeForm(_SpeakingForm):
    """A question to an office of the organ."""

    office = forms.ModelChoiceField(
        Office.objects.none(), label="股室", empty_label="请选择"
    )
    question = _long("征询事项")
    asked_on = forms.DateField(label="征询日期", widget=DateInput())
    due_on = forms.DateField(label="要求回复日期", widget=DateInput())


class AnswerForm(_SpeakingForm):
    """What the office answered."""

    answer = _long("回复")
    answered_on = forms.DateField(label="回复日期", widget=DateInput())


class AssignForm(_SpeakingForm):
    """Which office and who handles the case."""

    office = forms.ModelChoiceField(
        Office.objects.none(), label="承办股室", required=False, empty_label="（待定）"
    )
    handler = forms.ModelChoiceField(
        Person.objects.none(), label="承办人", required=False, empty_label="（待定）"
    )


class ConfirmForm(_SpeakingForm):
    """The day on which an amended request was confirmed as received."""

    on = forms.DateField(label="确认收到日期", widget=DateInput())
    version = forms.IntegerField(
        required=False, min_value=0, widget=forms.HiddenInput()
    )


class DeclineForm(_SpeakingForm):
    """Why a late amendment stays without effect."""

    reason = _long("不予恢复的理由")


class FileForm(_SpeakingForm):
    """A file for the case."""

    kind = forms.ChoiceField(label="类别", choices=CaseFileKind.choices)
    title = forms.CharField(label="名称", max_length=200, required=False)
    file = forms.FileField(label="文件")
