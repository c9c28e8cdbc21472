"""The register 信息更正: its list, filters, import and export."""

from typing import Any

from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils import timezone

from gongkai.casework.corrections import due_day_of
from gongkai.casework.models import RecordCorrection, RequestChannel
from gongkai.desk.registers.chips import Chip, Tone
from gongkai.desk.registers.columns import Row, chip, code, day, text, title
from gongkai.desk.registers.fields import desk_formfield
from gongkai.desk.registers.filters import RegisterFilterSet, choice
from gongkai.desk.registers.forms import Fieldset, RecordForm
from gongkai.desk.registers.furniture import Act
from gongkai.desk.registers.index import RegisterIndexView
from gongkai.desk.registers.reading import RecordView
from gongkai.desk.registers.viewset import RegisterViewSet
from gongkai.organs.roles import Action
from gongkai.statute.corrections import CorrectionResult

_SOON = 7


def correction_chip(record: RecordCorrection) -> Chip:
    """Return how a correction stands."""
    if record.result:
        label = CorrectionResult(record.result).label
        if record.told_on is None and record.result != CorrectionResult.WITHDRAWN:
            return Chip(f"{label} · 待告知", Tone.DUE)
        return Chip(label, Tone.DONE)
    return Chip("待答复" if record.power else "待审核", Tone.WAITING)


def due_chip(record: RecordCorrection) -> Chip | None:
    """Return by when an open correction is to be answered."""
    if record.ended_on is not None or record.due_on is None:
        return None
    left = (record.due_on - timezone.localdate()).days
    last = f"{record.due_on.month}月{record.due_on.day}日"
    if left < 0:
        return Chip(f"超期 · {last}", Tone.OVERDUE)
    return Chip(f"{last}前", Tone.DUE if left <= _SOON else Tone.PLAIN)


class CorrectionRecordForm(RecordForm):
    """The row of the register; what tells of the person is on the case's own page."""

    fieldsets = (
        Fieldset("申请", ("number", "received_on", "person_kind", "channel", "record")),
        Fieldset("办理", ("handler", "power")),
        Fieldset(
            "办结",
            (
                "result",
                "ended_on",
                "right_organ",
                "right_organ_contact",
                "told_on",
                "reply_number",
            ),
        ),
        Fieldset("备注", ("note",)),
    )

    class Meta:
        model = RecordCorrection
        formfield_callback = desk_formfield
        fields = (
            "number",
            "received_on",
            "person_kind",
            "channel",
            "record",
            "handler",
            "power",
            "result",
            "ended_on",
            "right_organ",
            "right_organ_contact",
            "told_on",
            "reply_number",
            "note",
        )

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if received_on := data.get("received_on"):
            self.instance.due_on = due_day_of(self.instance.organ, received_on)
        return data


class CorrectionFilters(RegisterFilterSet):
    date_field = "received_on"
    state = choice(
        "办理状态",
        [("open", "办理中"), ("overdue", "已超期"), ("closed", "已办结")],
        method="in_state",
    )
    channel = choice("提出方式", RequestChannel.choices)
    result = choice("办理结果", [(one.value, one.label) for one in CorrectionResult])

    class Meta:
        model = RecordCorrection
        fields: list[str] = []

    def in_state(
        self, records: QuerySet[Any], _name: str, state: str
    ) -> QuerySet[RecordCorrection]:
        """Return the open ones, the overdue ones, or those that have ended."""
        if state == "overdue":
            today = timezone.localdate()
            return records.filter(ended_on__isnull=True, due_on__lt=today)
        return records.filter(ended_on__isnull=state == "open")


class CorrectionIndexView(RegisterIndexView):
    """The list; a row leads to the page of its correction."""

    def _row(self, record: Model) -> Row:
        row = super()._row(record)
        return Row(
            reverse("correction:page", args=[record.pk]), row.edit_url, row.cells
        )

    def acts(self) -> list[Act]:
        """Register by the whole form; an old one of a ledger by its row."""
        acts = super().acts()
        if not self.user_has_permission(Action.ADD):
            return acts
        new = Act("登记更正", reverse("correction:register"), primary=True)
        old = Act("补登旧件", self.url_of("add"))
        return [new, *(act for act in acts if act.url != old.url), old]


class CorrectionRecordView(RecordView):
    """The row as the register has it, with the way to the correction's page."""

    def acts(self) -> list[Act]:
        """Return the buttons, the page first."""
        page = reverse("correction:page", args=[self.object.pk])
        return [
            Act("打开办理页", page, primary=True),
            *(Act(act.label, act.url, False, act.dangerous) for act in super().acts()),
        ]


class CorrectionViewSet(RegisterViewSet):
    model = RecordCorrection
    layout = "corrections"
    index_view_class = CorrectionIndexView
    inspect_view_class = CorrectionRecordView
    noun = "更正"
    menu_label = "信息更正"
    icon = "edit"
    columns = (
        code("编号", "number"),
        title("要求更正的记录", "record"),
        text("更正权限", "power"),
        day("收到日期", "received_on"),
        chip("状态", correction_chip, "result"),
        chip("办理期限", due_chip, "due_on"),
        day("办结日期", "ended_on"),
    )
    select_related = ("organ", "handler")
    search_fields = ("number", "record", "right_organ", "reply_number")
    filterset_class = CorrectionFilters
    record_form = CorrectionRecordForm
    removal_consequence = "申请人的材料一并删除，不能恢复。"

    state = staticmethod(correction_chip)


register = CorrectionViewSet()
