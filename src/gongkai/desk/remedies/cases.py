from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone

from gongkai.casework.models import DisclosureRequest, Notice
from gongkai.desk.registers.chips import Chip, Tone
from gongkai.desk.registers.columns import chip, code, day, text, title
from gongkai.desk.registers.fields import KeyedRecordField, desk_formfield
from gongkai.desk.registers.filters import RegisterFilterSet, choice
from gongkai.desk.registers.forms import Fieldset, RecordForm
from gongkai.desk.registers.pages import Fact, Section
from gongkai.desk.registers.viewset import RegisterViewSet
from gongkai.remedies.models import RemedyCase
from gongkai.statute.remedy_results import RemedyResult, RemedyRoute

_SOON = 3
_REPLY = ("accepted_on", "procedure", "copy_received_on", "replied_on")


def remedy_chip(record: RemedyCase) -> Chip:
    """Return how a case stands: its result, or that it is pending."""
    if record.result:
        return Chip(RemedyResult(record.result).label, Tone.DONE)
    return Chip("尚未审结", Tone.WAITING)


def reply_chip(record: RemedyCase) -> Chip | None:
    """Return by when the reconsideration organ has to have the organ's reply."""
    due_on, replied_on = record.reply_due_on, record.replied_on
    if replied_on:
        is_late = due_on is not None and replied_on > due_on
        return Chip("逾期答复" if is_late else "已答复", Tone.DONE)
    if due_on is None or record.concluded_on:
        return None
    day, left = f"{due_on.month}月{due_on.day}日", (due_on - timezone.localdate()).days
    if left < 0:
        return Chip(f"答复逾期 · {day}", Tone.OVERDUE)
    return Chip(f"{day}前答复", Tone.DUE if left <= _SOON else Tone.PLAIN)


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
    fieldsets = (
        Fieldset(
            "案件",
            (
                "number",
                "route",
                "handling_body",
                "disclosure_request",
                "decision",
                "subject",
            ),
        ),
        Fieldset("受理和答复", _REPLY),
        Fieldset("结果", ("concluded_on", "result", "served_on")),
        Fieldset("备注", ("note",)),
    )

    class Meta:
        model = RemedyCase
        formfield_callback = desk_formfield
        exclude = ("organ",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
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


def _results(route: RemedyRoute) -> list[tuple[str, str]]:
    return [
        (result.value, result.label) for result in RemedyResult if result.fits(route)
    ]


class RemedyFilters(RegisterFilterSet):
    date_field = "accepted_on"
    route = choice("途径", [(route.value, route.label) for route in RemedyRoute])
    state = choice(
        "审理状态", [("open", "尚未审结"), ("closed", "已审结")], method="in_state"
    )

    class Meta:
        model = RemedyCase
        fields: list[str] = []

    def in_state(
        self, records: QuerySet[Any], _name: str, state: str
    ) -> QuerySet[RemedyCase]:
        """Return the cases that are pending, or those that are concluded."""
        return records.filter(concluded_on__isnull=state == "open")


class RemedyViewSet(RegisterViewSet):
    model = RemedyCase
    layout = "remedies"
    noun = "案件"
    menu_label = "复议诉讼"
    icon = "warning"
    columns = (
        code("编号", "number"),
        title("事由", "subject"),
        text("途径", "route"),
        text("复议机关（法院）", "handling_body"),
        day("受理（立案）日期", "accepted_on"),
        chip("复议答复", reply_chip, "reply_due_on"),
        chip("结果", remedy_chip, "result"),
        day("审结日期", "concluded_on"),
    )
    select_related = ("organ", "disclosure_request", "decision")
    search_fields = ("number", "subject", "handling_body")
    filterset_class = RemedyFilters
    record_form = RemedyForm
    removal_consequence = "删除后年度报告表四的数字随之减少，不能恢复。"

    state = staticmethod(remedy_chip)

    def sections(self, record: Any) -> list[Section]:
        """Add by when the reply is due and how that day comes about."""
        sections = super().sections(record)
        reply = record.reply_deadline()
        if reply is not None:
            due = Fact("答复期限", reply.due_on.isoformat())
            sections.insert(2, Section("复议答复", [due, Fact("怎么算", reply.text)]))
        return sections


register = RemedyViewSet()
