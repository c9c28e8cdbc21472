"""The form of a remedy, filled from the decision that it is about."""

from typing import Any

from django.core.exceptions import ValidationError

from gongkai.casework.models import DisclosureRequest, Notice
from gongkai.desk.registers.fields import KeyedRecordField, desk_formfield
from gongkai.desk.registers.forms import Fieldset, RecordForm
from gongkai.remedies.models import Capacity, RemedyCase
from gongkai.statute.remedies import Unit
from gongkai.statute.remedy_results import RemedyResult, RemedyRoute

_ABOUT = (
    "number",
    "route",
    "capacity",
    "handling_body",
    "disclosure_request",
    "decision",
    "prior",
    "subject",
)
_REPLY = ("applied_on", "accepted_on", "procedure", "copy_received_on", "replied_on")
#: The heading of what a decision or a judgment orders.
ORDERED = "责令重新答复"
_AGAIN = ("act_again_number", "act_again_unit", "acted_again_on")


class DecisionField(KeyedRecordField):
    """A notice named by its document number."""

    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(value)
        except Notice.MultipleObjectsReturned as error:
            raise ValidationError(
                f"文号“{value}”有两份文书，认不出是哪一份。请先更正文书的文号。"
            ) from error


class RemedyForm(RecordForm):
    disclosure_request = KeyedRecordField(
        DisclosureRequest.objects.all(),
        label="所涉申请（编号）",
        required=False,
        unknown="本机关没有编号为“%(value)s”的公开申请，请核对编号。",
        help_text="填公开申请的编号；与申请无关的案件不填。",
    )
    decision = DecisionField(
        Notice.objects.exclude(number=""),
        label="所涉答复（文号）",
        required=False,
        unknown="本机关没有文号为“%(value)s”的文书，请核对文号。",
        help_text="填被复议、被起诉的告知书的文号；没有在本系统制作的不填。",
    )
    prior = KeyedRecordField(
        RemedyCase.objects.filter(route=RemedyRoute.RECONSIDERATION.value),
        label="先前的复议案件（编号）",
        required=False,
        unknown="本机关没有编号为“%(value)s”的复议案件，请核对编号。",
        help_text="只有复议后起诉的才填。",
    )
    fieldsets = (
        Fieldset("案件", _ABOUT),
        Fieldset("受理和答复", _REPLY),
        Fieldset("结果", ("concluded_on", "result", "served_on")),
        Fieldset(ORDERED, _AGAIN),
        Fieldset("备注", ("note",)),
    )

    class Meta:
        model = RemedyCase
        formfield_callback = desk_formfield
        exclude = ("organ",)
        help_texts = {
            "number": "填受理通知书、应诉通知书的编号。",
            "subject": "不要写申请人的姓名、证件号码和联系方式。",
            "procedure": "复议机构告知的程序；政府信息公开案件可以适用简易程序。",
            "copy_received_on": "收到复议申请书、起诉状副本的日期，从这天起算答复。",
            "replied_on": "提交复议答复书、答辩状和证据的日期。",
            "concluded_on": "还可以上诉的一审裁判不算审结，登记为步骤。",
            "act_again_number": "责令重新答复的才填；写“法定期限内”的填20。",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["capacity"].required = False
        self.fields["act_again_unit"].required = False
        if self.organ is not None:
            decision = self.fields["decision"]
            decision.queryset = decision.queryset.filter(
                disclosure_request__organ=self.organ
            )
        self.fields["result"].choices = [
            ("", "尚未审结"),
            ("行政复议的结果", _results(RemedyRoute.RECONSIDERATION)),
            ("行政诉讼的结果", _results(RemedyRoute.LITIGATION_DIRECT)),
        ]

    def clean_capacity(self) -> str:
        """Take the organ for the respondent where nothing is said."""
        return self.cleaned_data["capacity"] or Capacity.RESPONDENT

    def clean_act_again_unit(self) -> str:
        """Count working days where nothing is said."""
        return self.cleaned_data["act_again_unit"] or Unit.WORKING_DAYS.value


def _results(route: RemedyRoute) -> list[tuple[str, str]]:
    return [
        (result.value, result.label) for result in RemedyResult if result.fits(route)
    ]
