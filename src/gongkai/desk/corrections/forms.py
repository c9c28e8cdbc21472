"""The forms of a correction: registering, examining, ending, telling."""

from copy import deepcopy
from typing import Any

from django import forms
from django.utils import timezone

from gongkai.casework.applicants import ApplicantData
from gongkai.casework.corrections import Conclusion, CorrectionData
from gongkai.casework.corrections.concluding import EXPLANATIONS, TO_ANOTHER
from gongkai.casework.models import RecordCorrection
from gongkai.casework.right_organs import find_right_organ
from gongkai.desk.casework.case_files import CaseFilesField
from gongkai.desk.casework.registration_form import RegistrationForm, say_what_to_do
from gongkai.desk.registers.fields import DateInput
from gongkai.organs.models import Organ, Person
from gongkai.statute.corrections import (
    CorrectionPower,
    CorrectionResult,
    results_open_to,
)

#: Who asks is written as in the form of a request.
PERSON = (
    "applicant_kind",
    "name",
    "identity_kind",
    "identity_number",
    "contact_person",
    "phone",
    "email",
    "address",
    "needs_assistance",
)


def _long(label: str, help_text: str, **kwargs: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
        **kwargs,
    )


class _SpeakingForm(forms.Form):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            say_what_to_do(name, field)


class AskedForm(_SpeakingForm):
    """What is to be corrected."""

    record = forms.CharField(
        label="要求更正的记录",
        max_length=300,
        help_text="记录的名称，如“学籍卡”；不写申请人的姓名和记录的内容。",
    )
    inaccuracy = _long("不准确之处和要求", "哪一处不准确，要求改成什么。加密保存。")
    evidence = _long(
        "证据", "申请人提交了什么证据（第四十一条）。没有证据的，请他补充后再登记。"
    )

    def asked(self) -> CorrectionData:
        """Return what was asked."""
        data = self.cleaned_data
        return CorrectionData(data["record"], data["inaccuracy"], data["evidence"])


class ReceiveForm(AskedForm):
    """A correction as it came in: how, when, who, what, with which evidence."""

    channel = deepcopy(RegistrationForm.base_fields["channel"])
    received_on = forms.DateField(
        label="收到日期", widget=DateInput(), help_text="办理期限从次日起算。"
    )
    handler = forms.ModelChoiceField(
        Person.objects.none(), label="承办人", required=False, empty_label="（待定）"
    )
    evidence_files = CaseFilesField(
        label="证据材料",
        required=False,
        help_text="可以一次选几个文件。加密保存，不对外公开。",
    )

    def __init__(self, *args: Any, organ: Organ, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        handler: Any = self.fields["handler"]
        handler.queryset = Person.objects.filter(organ=organ, is_active=True)
        self.fields["channel"].label = "提出方式"
        for name in PERSON:
            field = deepcopy(RegistrationForm.base_fields[name])
            self.fields[name] = field
            say_what_to_do(name, field)

    def person(self) -> ApplicantData:
        """Return who asks."""
        names = [name for name in PERSON if name != "applicant_kind"]
        return ApplicantData(**{name: self.cleaned_data[name] for name in names})

    def person_fields(self) -> list[Any]:
        """Return the fields of the person's block."""
        return [self[name] for name in PERSON]


class TurnForm(AskedForm):
    """A request that asks for a correction."""

    field_order = ("on", "reason", "record", "inaccuracy", "evidence")
    on = forms.DateField(
        label="转办日期", widget=DateInput(), initial=timezone.localdate
    )
    reason = _long("转为更正的理由", "为什么不是政府信息公开申请。留在办理步骤里。")
    version = forms.IntegerField(widget=forms.HiddenInput)


class _ActForm(_SpeakingForm):
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, correction: RecordCorrection, **kwargs: Any) -> None:
        kwargs["initial"] = {"version": correction.version} | kwargs.get("initial", {})
        self.correction = correction
        super().__init__(*args, **kwargs)


class FindingForm(_ActForm):
    """Whether the organ may correct the record, and what it found."""

    power = forms.ChoiceField(
        label="本机关是否有权更正",
        choices=[("", "请选择"), *((one.value, one.label) for one in CorrectionPower)],
    )
    finding = _long("审核情况", "核对了什么、查明了什么，是否属实。加密保存。")


class ConcludeForm(_ActForm):
    """How the correction ends; the power decides what there is to choose from."""

    result = forms.ChoiceField(label="办理结果")
    on = forms.DateField(
        label="办结日期", widget=DateInput(), initial=timezone.localdate
    )
    explanation = _long(
        "结果说明",
        "更正的，写原内容和更正后的内容；不予更正的，写理由；撤回的，写怎样撤回。"
        "写进告知书，加密保存。",
        required=False,
    )
    right_organ = forms.CharField(
        label="有权更正的机关",
        max_length=120,
        required=False,
        help_text="转送或者告知向有权机关提出的填写：机关全称、简称或者代码。",
        widget=forms.TextInput(attrs={"list": "known-organs", "autocomplete": "off"}),
    )
    right_organ_contact = forms.CharField(
        label="该机关联系方式",
        max_length=300,
        required=False,
        help_text="本系统内的机关和常用外单位不用填，自动填入地址、电话。",
    )

    def __init__(self, *args: Any, correction: RecordCorrection, **kwargs: Any) -> None:
        super().__init__(*args, correction=correction, **kwargs)
        field: Any = self.fields["result"]
        field.choices = [
            ("", "请选择"),
            *((one.value, one.label) for one in results_open_to(correction.power)),
        ]
        results = {CorrectionResult(value) for value, _ in field.choices if value}
        if not results & TO_ANOTHER:
            del self.fields["right_organ"], self.fields["right_organ_contact"]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if not data.get("right_organ_contact"):
            found = find_right_organ(self.correction.organ, data.get("right_organ", ""))
            if found is not None:
                data["right_organ"] = found.name
                data["right_organ_contact"] = found.contact[:300]
        if "result" in data:
            self._require_words(CorrectionResult(data["result"]), data)
        return data

    def _require_words(self, result: CorrectionResult, data: dict[str, Any]) -> None:
        wanted = EXPLANATIONS.get(result)
        if wanted and not data.get("explanation", "").strip():
            self.add_error("explanation", f"“{result.label}”要写明{wanted}。请填写。")
        if result not in TO_ANOTHER:
            return
        if not data.get("right_organ"):
            self.add_error("right_organ", "请填写有权更正的机关。")
        elif not data.get("right_organ_contact"):
            self.add_error(
                "right_organ_contact",
                "没有查到这个机关的联系方式，请填写地址、电话。",
            )

    def conclusion(self) -> Conclusion:
        """Return how the correction ends."""
        data = self.cleaned_data
        return Conclusion(
            CorrectionResult(data["result"]),
            data["on"],
            data["explanation"],
            data.get("right_organ", ""),
            data.get("right_organ_contact", ""),
        )


class ToldForm(_ActForm):
    """That the person was told."""

    told_on = forms.DateField(
        label="告知日期", widget=DateInput(), initial=timezone.localdate
    )
    reply_number = forms.CharField(
        label="告知书文号",
        max_length=80,
        required=False,
        help_text="本机关发文登记的文号，写进告知书。",
    )


class TakeBackForm(_ActForm):
    """Why an ending is taken back."""

    reason = forms.CharField(
        label="撤销理由", max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )


class EvidenceForm(_SpeakingForm):
    """More evidence."""

    evidence_files = CaseFilesField(label="证据材料", help_text="可以一次选几个文件。")
