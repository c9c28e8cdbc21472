"""The questions of an application: the three blocks of 条例第二十九条第二款, no more.

What the information is wanted for is not asked: the Regulation asks for no purpose.
"""

import re
import unicodedata
from typing import Any

from django import forms

from gongkai.casework.models import IdentityKind, SupplyForm
from gongkai.statute.applicants import ApplicantKind

_KIND_LABELS = {
    ApplicantKind.NATURAL_PERSON: "公民（个人）",
    ApplicantKind.COMMERCIAL_ENTERPRISE: "商业企业",
    ApplicantKind.RESEARCH_INSTITUTION: "科研机构",
    ApplicantKind.PUBLIC_INTEREST_ORGANIZATION: "社会公益组织",
    ApplicantKind.LEGAL_SERVICE_ORGANIZATION: "法律服务机构",
    ApplicantKind.OTHER: "其他法人或者组织",
}
_SUPPLY_LABELS = {
    SupplyForm.ELECTRONIC: "电子文件，发到电子邮箱或者在网上下载",
    SupplyForm.PAPER: "纸质复制件，邮寄或者自行领取",
    SupplyForm.INSPECTION: "到办公地点当面查阅",
}
_LEAST_PHONE_DIGITS = 5


class StepForm(forms.Form):
    """One group of questions; the browser's own messages stay away."""

    use_required_attribute = False


class KindForm(StepForm):
    applicant_kind = forms.ChoiceField(
        label="您以什么身份申请",
        choices=[(kind.value, label) for kind, label in _KIND_LABELS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "请选择以什么身份申请。"},
    )


class ApplicantForm(StepForm):
    """What is common to persons and organisations."""

    name = forms.CharField(max_length=120)
    identity_kind = forms.ChoiceField(
        label="证件类型", error_messages={"required": "请选择证件类型。"}
    )
    identity_number = forms.CharField(
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    phone = forms.CharField(
        label="联系电话",
        max_length=40,
        required=False,
        help_text="本机关用它与您确认收到申请。电话、邮箱、地址至少写一项。",
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )
    email = forms.EmailField(
        label="电子邮箱",
        max_length=200,
        required=False,
        error_messages={"invalid": "电子邮箱写得不完整，应当像name@example.cn。"},
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    address = forms.CharField(
        label="通信地址",
        max_length=300,
        required=False,
        help_text="要邮寄纸质答复的，写到门牌号，并写邮政编码。",
        widget=forms.TextInput(attrs={"autocomplete": "street-address"}),
    )

    def clean_identity_number(self) -> str:
        return plain_number(self.cleaned_data["identity_number"])

    def clean_phone(self) -> str:
        phone = unicodedata.normalize("NFKC", self.cleaned_data["phone"])
        if phone and len(re.findall(r"\d", phone)) < _LEAST_PHONE_DIGITS:
            raise forms.ValidationError("联系电话的数字太少。请写全，座机带区号。")
        return phone

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        ways = ("phone", "email", "address")
        if not any(cleaned.get(way) or way in self.errors for way in ways):
            self.add_error("phone", "请写联系电话、电子邮箱、通信地址中的至少一项。")
        return cleaned


class PersonForm(ApplicantForm):
    needs_assistance = forms.BooleanField(
        label="阅读、视听有困难，办理时需要协助",
        required=False,
        help_text="本机关会为您提供必要的帮助（《条例》第四十三条）。",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name, number = self.fields["name"], self.fields["identity_number"]
        name.label, number.label = "姓名", "证件号码"
        name.help_text = "与证件上的一致。"
        name.widget.attrs["autocomplete"] = "name"
        name.error_messages["required"] = "请写姓名。"
        number.error_messages["required"] = "请写证件号码。"
        _choose(self.fields["identity_kind"], _PERSON_IDENTITIES)


class OrganisationForm(ApplicantForm):
    contact_person = forms.CharField(
        label="联系人",
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": "请写联系人姓名。"},
    )
    field_order = ("name", "identity_kind", "identity_number", "contact_person")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name, number = self.fields["name"], self.fields["identity_number"]
        name.label, number.label = "单位名称", "代码或者证件号码"
        name.help_text = "与登记证照上的全称一致。"
        name.widget.attrs["autocomplete"] = "organization"
        name.error_messages["required"] = "请写单位名称。"
        number.error_messages["required"] = "请写统一社会信用代码或者证件号码。"
        _choose(self.fields["identity_kind"], _ORGANISATION_IDENTITIES)


_PERSON_IDENTITIES = (IdentityKind.ID_CARD, IdentityKind.PASSPORT, IdentityKind.OTHER)
_ORGANISATION_IDENTITIES = (IdentityKind.CREDIT_CODE, IdentityKind.OTHER)


class JointForm(StepForm):
    """Another person who applies together with the first-named."""

    name = forms.CharField(
        label="姓名或者单位名称",
        max_length=120,
        help_text="与证件上的一致。",
        error_messages={"required": "请写共同申请人的姓名或者单位名称。"},
    )
    identity_kind = forms.ChoiceField(
        label="证件类型",
        choices=[(kind.value, str(kind.label)) for kind in IdentityKind],
        error_messages={"required": "请选择共同申请人的证件类型。"},
    )
    identity_number = forms.CharField(
        label="证件号码",
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": "请写共同申请人的证件号码。"},
    )
    phone = forms.CharField(
        label="联系电话",
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
    )

    def clean_identity_number(self) -> str:
        return plain_number(self.cleaned_data["identity_number"])


class SubjectForm(StepForm):
    information = forms.CharField(
        label="信息的名称",
        max_length=300,
        required=False,
        help_text="例如：2021年教师公开招聘方案。一件申请最好只要一项信息。",
    )
    document_number = forms.CharField(
        label="文号", max_length=80, required=False, help_text="例如：云教〔2021〕7号。"
    )
    features = forms.CharField(
        label="其他特征",
        max_length=3000,
        required=False,
        help_text="便于查找的特征：形成的时间、地点、涉及的事项等。不用写用途。",
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors and not any(cleaned.values()):
            self.add_error(
                "information", "请写信息的名称、文号或者其他特征，至少一项。"
            )
        return cleaned


class SupplyFormForm(StepForm):
    supply_form = forms.ChoiceField(
        label="您希望怎样取得信息",
        choices=[(form.value, label) for form, label in _SUPPLY_LABELS.items()],
        widget=forms.RadioSelect,
        help_text="无法按您选的形式提供的，以其他适当形式提供（《条例》第四十条）。",
        error_messages={"required": "请选择怎样取得信息。"},
    )


def plain_number(typed: str) -> str:
    """Return a number as it was meant: full width, gaps and small letters allowed."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", typed)).upper()


def _choose(field: forms.Field, kinds: tuple[IdentityKind, ...]) -> None:
    if isinstance(field, forms.ChoiceField):
        field.choices = [(kind.value, str(kind.label)) for kind in kinds]
