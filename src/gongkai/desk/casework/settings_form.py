"""How an organ handles requests: what its notices name, and its readings of the law."""

from collections.abc import Mapping
from dataclasses import fields as fields_of
from typing import Any

from django import forms

from gongkai.casework.models import CaseworkSettings
from gongkai.desk.casework.registration_form import say_what_to_do
from gongkai.statute.clock import ClockSettings
from gongkai.statute.clock.settings import LONGEST_AMENDMENT, SHORTEST_AMENDMENT

#: The readings, as an officer would ask about them; the default is the project's.
READINGS: Mapping[str, tuple[str, str]] = {
    "automatic_receipt_confirms": (
        "平台自动回执视为双方确认",
        "勾选后，网上申请提交之日就是收到申请之日。",
    ),
    "confirmation_working_days": (
        "确认收到的期限（工作日）",
        "网上、传真、电子邮件的申请应当在几个工作日以内与申请人确认。",
    ),
    "rest_day_receipt_moves": (
        "休息日收到的，以其后第一个工作日为收到之日",
        "不勾选的，休息日收到也是当日。",
    ),
    "sending_day_counts": ("征求意见书发出当日计入答复期限", ""),
    "arrival_day_counts": ("收到意见当日计入答复期限", ""),
    "amendment_working_days": (
        "补正期限（工作日）",
        "告知书没有写明最后日期时，按这个期限计算，5至15个工作日。",
    ),
    "late_amendment_notice_resets": (
        "逾期告知补正，收到补正后也重新计算期限",
        "不勾选的，超过7个工作日才告知补正，仍按原到期日答复。",
    ),
    "second_amendment_notice_kept": (
        "允许登记第二次告知补正",
        "只作记录，不影响期限。",
    ),
    "several_extensions": (
        "允许分几次延长",
        "合计不超过20个工作日。",
    ),
    "extension_after_restart": (
        "补正或者缴费后期限重新计算的，可以再次延长",
        "",
    ),
    "secrecy_referral_pauses": ("报请保密确认的时间不计入答复期限", ""),
    "fee_payment_restarts": (
        "缴清费用后重新计算答复期限",
        "不勾选的，缴清后继续计算。",
    ),
}
_NAMES = (
    "organ_word",
    "number_series",
    "head_form",
    "head_colour",
    "seal_diameter",
    "approval_levels",
    "government",
    "government_address",
    "superior_department",
    "court",
    "court_address",
    "online_channel",
    "fee_payee",
    "fee_account",
    "fee_channel",
)
_REMINDERS = ("sends_reminders", "reminder_days", "tells_heads")
_THIRD_KINDS = (
    "petition_office",
    "petition_address",
    "petition_phone",
    "petition_website",
    "outside_organs",
    "correction_working_days",
)


class SettingsForm(forms.ModelForm):
    """The settings of one organ; only readings that differ are kept."""

    class Meta:
        model = CaseworkSettings
        fields = (*_NAMES, *_REMINDERS, *_THIRD_KINDS)
        help_texts = {
            "head_form": "信函格式用于发给申请人；本地要求红头文件的，选文件格式。",
            "approval_levels": "0级不审批；1至3级由不同的人逐级审批。",
            "government": "不服答复向它申请行政复议，如“云溪县人民政府”。",
            "fee_channel": "收费通知书写明的缴纳办法，如窗口、电子缴款码、票据怎么取。",
            "online_channel": "通过互联网送达的文书必须写明。",
            "petition_office": "申请是信访、投诉、举报的，告知书写明到这里提出。",
            "outside_organs": "一行一个：名称，地址，电话。不属于本机关的申请，"
            "告知书从这里取负责机关的联系方式。",
            "correction_working_days": "更正信息记录的办理期限，条例没有规定。",
        }

    fields: dict[str, Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.instance.clock_settings()
        for name, (label, help_text) in READINGS.items():
            self.fields[name] = _reading(getattr(chosen, name), label, help_text)
        for name, field in self.fields.items():
            say_what_to_do(name, field)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if not self.errors:
            defaults = {each.name: each.default for each in fields_of(ClockSettings)}
            self.instance.clock = {
                name: data[name] for name in READINGS if data[name] != defaults[name]
            }
        return data

    def name_fields(self) -> list[Any]:
        """Return the fields that notices name."""
        return [self[name] for name in _NAMES]

    def reminder_fields(self) -> list[Any]:
        """Return the fields of the reminders."""
        return [self[name] for name in _REMINDERS]

    def third_kind_fields(self) -> list[Any]:
        """Return the fields of petitions, other organs and corrections."""
        return [self[name] for name in _THIRD_KINDS]

    def reading_fields(self) -> list[Any]:
        """Return the fields of the readings."""
        return [self[name] for name in READINGS]


def _reading(value: Any, label: str, help_text: str) -> forms.Field:
    if isinstance(value, bool):
        return forms.BooleanField(
            label=label, help_text=help_text, initial=value, required=False
        )
    least = SHORTEST_AMENDMENT if label.startswith("补正") else 0
    words = f"应为{least}至{LONGEST_AMENDMENT}个工作日。请改正。"
    return forms.IntegerField(
        label=label,
        help_text=help_text,
        initial=value,
        min_value=least,
        max_value=LONGEST_AMENDMENT,
        error_messages={"min_value": words, "max_value": words, "invalid": words},
    )
