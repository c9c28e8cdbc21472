from typing import Any

from django.db.models import QuerySet

from gongkai.desk.registers.chips import Chip, Tone
from gongkai.desk.registers.columns import chip, code, day, number, text, title
from gongkai.desk.registers.fields import desk_formfield
from gongkai.desk.registers.filters import RegisterFilterSet, choice
from gongkai.desk.registers.forms import Fieldset, RecordForm
from gongkai.desk.registers.viewset import RegisterViewSet
from gongkai.patrol.models import PatrolEntry


def patrol_chip(record: PatrolEntry) -> Chip:
    """Return what a patrol came to."""
    if not record.findings:
        return Chip("未发现问题", Tone.DONE)
    if record.rectified_on:
        return Chip("已整改", Tone.DONE)
    return Chip("待整改", Tone.DUE)


class PatrolForm(RecordForm):
    fieldsets = (
        Fieldset("巡查", ("number", "patrolled_on", "site", "patroller")),
        Fieldset("结果", ("findings", "rectified_on", "description")),
        Fieldset("备注", ("note",)),
    )

    class Meta:
        model = PatrolEntry
        formfield_callback = desk_formfield
        exclude = ("organ",)


class PatrolFilters(RegisterFilterSet):
    date_field = "patrolled_on"
    state = choice(
        "结果",
        [("clean", "未发现问题"), ("open", "待整改"), ("done", "已整改")],
        method="in_state",
    )

    class Meta:
        model = PatrolEntry
        fields: list[str] = []

    def in_state(
        self, records: QuerySet[Any], _name: str, state: str
    ) -> QuerySet[PatrolEntry]:
        """Return the patrols that found nothing, or wait for work, or had it done."""
        if state == "clean":
            return records.filter(findings=0)
        return records.filter(findings__gt=0, rectified_on__isnull=state == "open")


class PatrolViewSet(RegisterViewSet):
    model = PatrolEntry
    layout = "patrols"
    noun = "巡查"
    menu_label = "巡查记录"
    icon = "search"
    columns = (
        day("巡查日期", "patrolled_on"),
        title("巡查对象", "site"),
        code("编号", "number"),
        text("巡查人", "patroller"),
        number("发现问题（个）", "findings"),
        chip("结果", patrol_chip),
        day("整改完成日期", "rectified_on"),
    )
    search_fields = ("number", "site", "patroller", "description")
    filterset_class = PatrolFilters
    record_form = PatrolForm

    state = staticmethod(patrol_chip)


register = PatrolViewSet()
