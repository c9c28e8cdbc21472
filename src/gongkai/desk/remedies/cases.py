from typing import Any

from django.db.models import QuerySet
from django.urls import URLPattern, path
from django.utils import timezone

from gongkai.desk.registers.columns import chip, code, day, text, title
from gongkai.desk.registers.filters import RegisterFilterSet, choice
from gongkai.desk.registers.pages import Fact, Section, field_fact
from gongkai.desk.registers.viewset import RegisterViewSet
from gongkai.desk.remedies.chips import due_chip, remedy_chip
from gongkai.desk.remedies.form import ORDERED, RemedyForm
from gongkai.desk.remedies.page import RegisterRemedyView, RemedyRecordView
from gongkai.desk.remedies.statement_views import StatementPdfView, StatementView
from gongkai.desk.remedies.step_views import PartyView, StepView, UndoStepView
from gongkai.remedies.models import RemedyCase
from gongkai.remedies.selectors import ToDo, owed
from gongkai.statute.remedy_results import RemedyRoute


class RemedyFilters(RegisterFilterSet):
    date_field = "accepted_on"
    route = choice("途径", [(route.value, route.label) for route in RemedyRoute])
    state = choice(
        "审理状态", [("open", "尚未审结"), ("closed", "已审结")], method="in_state"
    )
    to_do = choice("本机关待办", ToDo.choices, method="still_to_do")

    class Meta:
        model = RemedyCase
        fields: list[str] = []

    def in_state(
        self, records: QuerySet[Any], _name: str, state: str
    ) -> QuerySet[RemedyCase]:
        """Return the cases that are pending, or those that are concluded."""
        return records.filter(concluded_on__isnull=state == "open")

    def still_to_do(
        self, records: QuerySet[Any], _name: str, act: str
    ) -> QuerySet[RemedyCase]:
        """Return the cases in which the organ itself has to act."""
        return records.filter(owed(act, timezone.localdate()))


class RemedyViewSet(RegisterViewSet):
    model = RemedyCase
    layout = "remedies"
    add_view_class = RegisterRemedyView
    inspect_view_class = RemedyRecordView
    noun = "案件"
    menu_label = "复议诉讼"
    icon = "warning"
    columns = (
        code("编号", "number"),
        title("事由", "subject"),
        text("途径", "route"),
        text("复议机关（法院）", "handling_body"),
        day("受理（立案）日期", "accepted_on"),
        chip("本机关期限", due_chip, "reply_due_on"),
        chip("结果", remedy_chip, "result"),
        day("审结日期", "concluded_on"),
    )
    select_related = ("organ", "disclosure_request", "decision", "prior")
    search_fields = ("number", "subject", "handling_body")
    filterset_class = RemedyFilters
    record_form = RemedyForm
    removal_consequence = "删除后年度报告表四的数字随之减少，不能恢复。"

    state = staticmethod(remedy_chip)

    def sections(self, record: Any) -> list[Section]:
        """Tell the ordered period with its unit, and only where there is one."""
        sections = super().sections(record)
        if record.act_again_number is None:
            return [one for one in sections if one.title != ORDERED]
        ordered = f"{record.act_again_number}{record.get_act_again_unit_display()}"
        facts = [Fact("期限", ordered), field_fact(record, "acted_again_on")]
        return [
            Section(ORDERED, facts) if one.title == ORDERED else one for one in sections
        ]

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *super().get_urlpatterns(),
            path("steps/<int:pk>/", self.construct_view(StepView), name="step"),
            path(
                "steps/<int:pk>/undo/",
                self.construct_view(UndoStepView),
                name="undo_step",
            ),
            path(
                "statement/<int:pk>/docx/",
                self.construct_view(StatementView),
                name="statement_docx",
            ),
            path(
                "statement/<int:pk>/pdf/",
                self.construct_view(StatementPdfView),
                name="statement_pdf",
            ),
            path("party/<int:pk>/", self.construct_view(PartyView), name="party"),
        ]


register = RemedyViewSet()
