"""The form by which an officer registers a request (条例第二十九条、第三十一条)."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from gongkai.casework.applicants import MOST_JOINT, ApplicantData
from gongkai.casework.models import IdentityKind, RequestChannel, SupplyForm
from gongkai.desk.casework.case_files import CaseFilesField
from gongkai.desk.registers.fields import DateInput
from gongkai.organs.models import Office, Organ, Person
from gongkai.statute.applicants import ApplicantKind

#: How the day of receipt follows from the channel, and what to keep as proof.
RECEIPT_RULES = {
    RequestChannel.IN_PERSON: (
        "以提交之日为收到申请之日。口头申请由工作人员代填申请表，以填表之日为准。"
        "留存签名的申请表。"
    ),
    RequestChannel.POST_SIGNED: (
        "以本机关签收之日为收到申请之日，休息日签收的也是当日。留存邮件号码和签收记录。"
    ),
    RequestChannel.POST_UNSIGNED: (
        "收到来信当日与申请人确认，以确认之日为收到申请之日。留存通话记录。"
    ),
    RequestChannel.ONLINE: "以双方确认之日为收到申请之日。留存提交和确认的时间。",
    RequestChannel.FAX: "以双方确认之日为收到申请之日。留存传真和确认记录。",
    RequestChannel.EMAIL: "以双方确认之日为收到申请之日，不是邮件到达之日。",
}
#: Channels whose day of receipt is known without a confirmation.
SETTLED = frozenset({RequestChannel.IN_PERSON, RequestChannel.POST_SIGNED})
JOINT = tuple(range(2, MOST_JOINT + 2))
_JOINT_FIELDS = ("name", "identity_kind", "identity_number", "phone")
FURTHER = tuple(f"subject_{number}" for number in range(2, 6))
_APPLICANT = (
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


def _text(label: str, most: int, help_text: str = "", **kwargs: Any) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=most, help_text=help_text, required=False, **kwargs
    )


def _subject(label: str, *, required: bool, rows: int = 5) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=required,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class RegistrationForm(forms.Form):
    """One letter: who, what, how it came; several matters become several cases."""

    channel = forms.ChoiceField(
        label="申请渠道", choices=RequestChannel.choices, widget=forms.RadioSelect
    )
    submitted_on = forms.DateField(
        label="提交（到达）日期",
        widget=DateInput(),
        help_text="当面提交、来信到达或者电子申请到达的那一天。",
    )
    received_on = forms.DateField(
        label="收到申请之日",
        required=False,
        widget=DateInput(),
        help_text="按上面所选渠道的规则填写；还没有与申请人确认的不填，期限不起算。",
    )
    is_oral = forms.BooleanField(
        label="口头提出，由工作人员代填（第二十九条）", required=False
    )
    receipt_evidence = _text(
        "收到凭据",
        300,
        "邮件号码、签收人、通话时间、传真或邮件的时间等，按所选渠道的规则填写。",
    )
    scans = CaseFilesField(
        label="来件扫描件",
        required=False,
        help_text="申请表、信封、传真、邮件、代填的申请表等，可以一次选几个文件。",
    )
    applicant_kind = forms.ChoiceField(
        label="申请人类别",
        choices=[("", "请选择"), *((kind.value, kind.label) for kind in ApplicantKind)],
        help_text="律师、代理人代为申请的，按委托人选择。",
    )
    name = forms.CharField(label="姓名或者名称", max_length=200)
    identity_kind = forms.ChoiceField(
        label="身份证明",
        required=False,
        choices=[("", "（没有提供）"), *IdentityKind.choices],
    )
    identity_number = _text("证件号码", 60)
    contact_person = _text("联系人", 60, "单位申请的填写。")
    phone = _text("联系电话", 60)
    email = forms.EmailField(label="电子邮箱", required=False, max_length=200)
    address = _text("通信地址", 300)
    needs_assistance = forms.BooleanField(
        label="阅读、视听有困难，需要协助（第四十三条）", required=False
    )
    subject = _subject("申请公开的内容", required=True)
    subject_2 = _subject("第二件", required=False, rows=3)
    subject_3 = _subject("第三件", required=False, rows=3)
    subject_4 = _subject("第四件", required=False, rows=3)
    subject_5 = _subject("第五件", required=False, rows=3)
    supply_form = forms.ChoiceField(
        label="获取方式",
        required=False,
        choices=[("", "（没有写明）"), *SupplyForm.choices],
    )
    letter = _text("来件编号", 80, "收文号、邮件号码等；一封来件分成几件的，都用它。")
    office = forms.ModelChoiceField(
        Office.objects.none(), label="承办股室", required=False, empty_label="（待定）"
    )
    handler = forms.ModelChoiceField(
        Person.objects.none(), label="承办人", required=False, empty_label="（待定）"
    )

    def __init__(self, *args: Any, organ: Organ, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        for number in JOINT:
            fields |= _joint_fields(number)
        fields["office"].queryset = Office.objects.filter(organ=organ)
        fields["handler"].queryset = Person.objects.filter(organ=organ, is_active=True)
        for name, field in fields.items():
            say_what_to_do(name, field)

    def clean_submitted_on(self) -> date:
        return self._not_in_future("submitted_on")

    def clean_received_on(self) -> date | None:
        day: date | None = self.cleaned_data["received_on"]
        return None if day is None else self._not_in_future("received_on")

    def _not_in_future(self, name: str) -> date:
        day: date = self.cleaned_data[name]
        today = timezone.localdate()
        if day > today:
            raise forms.ValidationError(f"{day}还没有到，今天是{today}。请改正日期。")
        return day

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        submitted, received = data.get("submitted_on"), data.get("received_on")
        if data.get("channel") in SETTLED and submitted and not received:
            data["received_on"] = received = submitted
        if data.get("is_oral") and data.get("channel") != RequestChannel.IN_PERSON:
            self.add_error(
                "is_oral", "口头提出的，渠道选“当面提交”，以填表之日为收到之日。"
            )
        for number in JOINT:
            rest = [data.get(f"joint_{number}_{name}") for name in _JOINT_FIELDS[1:]]
            if any(rest) and not data.get(f"joint_{number}_name"):
                self.add_error(
                    f"joint_{number}_name", f"请填写第{number}人的姓名或者名称。"
                )
        if submitted and received and received < submitted:
            self.add_error(
                "received_on",
                f"收到申请之日{received}早于提交日期{submitted}。请改正其中一个。",
            )
        return data

    def subjects(self) -> list[str]:
        """Return what was asked for, one text for each case."""
        names = ("subject", *FURTHER)
        return [text for name in names if (text := self.cleaned_data[name].strip())]

    def applicant(self) -> ApplicantData:
        """Return who applies."""
        names = [name for name in _APPLICANT if name != "applicant_kind"]
        return ApplicantData(**{name: self.cleaned_data[name] for name in names})

    def joint(self) -> list[ApplicantData]:
        """Return who applies together with the first-named."""
        said = [
            {
                name: self.cleaned_data[f"joint_{number}_{name}"]
                for name in _JOINT_FIELDS
            }
            for number in JOINT
        ]
        return [ApplicantData(**one) for one in said if one["name"].strip()]

    def joint_fields(self) -> list[Any]:
        """Return the fields of the joint applicants."""
        return [self[name] for name in self.fields if name.startswith("joint_")]

    def has_joint(self) -> bool:
        """Whether a joint applicant was typed."""
        return any(field.value() for field in self.joint_fields())

    def channels(self) -> Iterator[tuple[Any, str]]:
        """Yield each channel's radio button with its rule of receipt."""
        for radio in self["channel"]:
            yield radio, RECEIPT_RULES[RequestChannel(radio.data["value"])]

    def applicant_fields(self) -> list[Any]:
        """Return the fields of the applicant's block."""
        return [self[name] for name in _APPLICANT]

    def further_fields(self) -> list[Any]:
        """Return the fields for the other matters of the letter."""
        return [self[name] for name in FURTHER]

    def has_further(self) -> bool:
        """Whether more than one matter was typed."""
        return any(self[name].value() for name in FURTHER)


def _joint_fields(number: int) -> dict[str, forms.Field]:
    kinds = [("", "（没有提供）"), *IdentityKind.choices]
    fields = (
        _text(f"第{number}人姓名或者名称", 200),
        forms.ChoiceField(label="身份证明", required=False, choices=kinds),
        _text("证件号码", 60),
        _text("联系电话", 60),
    )
    names = (f"joint_{number}_{name}" for name in _JOINT_FIELDS)
    return dict(zip(names, fields, strict=True))


def say_what_to_do(name: str, field: Any) -> None:
    """Give a field the messages that tell an officer what to do."""
    verb = "选择" if hasattr(field, "choices") else "填写"
    field.error_messages["required"] = f"请{verb}{field.label}。"
    if isinstance(field, forms.DateField):
        field.error_messages["invalid"] = "请填写日期，如 2021-03-05。"
    if isinstance(field, forms.EmailField):
        field.error_messages["invalid"] = "电子邮箱不完整，如 name@example.cn。"
    field.widget.attrs.setdefault("aria-describedby", f"id_{name}_notes")
