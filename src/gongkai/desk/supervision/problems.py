from typing import Any

from django.db.models import QuerySet

from gongkai.desk.registers.chips import Chip, Tone
from gongkai.desk.registers.columns import Column, chip, code, day, number, text, title
from gongkai.desk.registers.fields import desk_formfield
from gongkai.desk.registers.filters import RegisterFilterSet, choice
from gongkai.desk.registers.forms import Fieldset, RecordForm
from gongkai.desk.registers.viewset import RegisterViewSet
from gongkai.supervision.models import Problem, ProblemKind


def problem_chip(record: Problem) -> Chip:
    """Return whether the point has been dealt with."""
    return Chip("已完成", Tone.DONE) if record.done_on else Chip("未完成", Tone.DUE)


class ProblemForm(RecordForm):
    fieldsets = (
        Fieldset("要点", ("number", "year", "kind", "position", "heading", "text")),
        Fieldset("整改", ("progress", "done_on", "note")),
    )

    class Meta:
        model = Problem
        formfield_callback = desk_formfield
        exclude = ("organ",)


class ProblemFilters(RegisterFilterSet):
    year_field = "year"
    kind = choice("类别", ProblemKind.choices)
    state = choice(
        "整改状态", [("open", "未完成"), ("done", "已完成")], method="in_state"
    )

    class Meta:
        model = Problem
        fields: list[str] = []

    def in_state(
        self, records: QuerySet[Any], _name: str, state: str
    ) -> QuerySet[Problem]:
        """Return the points still to be done, or those that are done."""
        return records.filter(done_on__isnull=state == "open")


class ProblemViewSet(RegisterViewSet):
    model = Problem
    layout = "problems"
    noun = "问题与改进"
    menu_label = "问题与改进"
    icon = "tasks"
    columns = (
        code("编号", "number"),
        title("要点", "heading"),
        Column("报告年度", lambda record: f"{record.year}年", "year"),
        text("类别", "kind"),
        number("顺序", "position"),
        chip("整改", problem_chip, "done_on"),
        day("完成日期", "done_on"),
    )
    search_fields = ("number", "heading", "text", "progress")
    filterset_class = ProblemFilters
    record_form = ProblemForm
    removal_consequence = "删除后年度报告第五部分不再提到它，不能恢复。"

    state = staticmethod(problem_chip)


register = ProblemViewSet()
