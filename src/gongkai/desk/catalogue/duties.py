"""公开事项目录: the duties of an organ, in the official ten columns."""

from typing import Any

from django.db.models import QuerySet
from django.urls import URLPattern, path

from gongkai.catalogue.models import Duty
from gongkai.catalogue.services import TO_CHECK
from gongkai.desk.catalogue.adoption import AdoptView
from gongkai.desk.catalogue.coverage import CoverageView
from gongkai.desk.catalogue.duty_acts import NotApplicableView, RestoreView
from gongkai.desk.catalogue.duty_form import DutyForm
from gongkai.desk.registers.chips import Chip, Tone
from gongkai.desk.registers.columns import chip, code, text, title
from gongkai.desk.registers.filters import MOST_ORGANS, RegisterFilterSet, choice
from gongkai.desk.registers.furniture import Act
from gongkai.desk.registers.index import RegisterIndexView
from gongkai.desk.registers.reading import RecordView
from gongkai.desk.registers.viewset import RegisterViewSet
from gongkai.organs.roles import Action
from gongkai.publishing.selectors import with_content, without_content
from gongkai.statute.duties import DutyState

_COVERED = "covered"


class DutyFilters(RegisterFilterSet):
    state = choice(
        "状态",
        [
            (DutyState.EMPTY.value, DutyState.EMPTY.label),
            (_COVERED, "有内容"),
            (DutyState.NOT_APPLICABLE.value, DutyState.NOT_APPLICABLE.label),
        ],
        method="in_state",
    )

    class Meta:
        model = Duty
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        levels = self._values("first_level", "first_level")
        self._add("first_level", choice("一级事项", levels, field_name="first_level"))
        offices = self._values("office", "office__name")
        self._add("office", choice("责任股室", offices, field_name="office"))

    def _values(self, field: str, label: str) -> list[tuple[str, str]]:
        rows = self.queryset.exclude(**{field: None}).order_by(label)
        found = rows.values_list(field, label).distinct()
        return [(str(value), str(word)) for value, word in found[:MOST_ORGANS]]

    def in_state(
        self, records: QuerySet[Any], _name: str, state: str
    ) -> QuerySet[Duty]:
        """Return the duties with, or without, public content, or none of the organ."""
        if state == DutyState.NOT_APPLICABLE:
            return records.exclude(not_applicable="")
        found = with_content if state == _COVERED else without_content
        return found(records)


def duty_chip(duty: Duty) -> Chip | None:
    """Return what is to be seen of a duty without asking for its items."""
    if duty.not_applicable:
        return Chip(DutyState.NOT_APPLICABLE.label)
    if duty.note.startswith(TO_CHECK):
        return Chip(TO_CHECK, Tone.DUE)
    return None


class DutyIndex(RegisterIndexView):
    """The list, with the ways to fill and to judge it."""

    def acts(self) -> list[Act]:
        acts = [self.act("看覆盖情况", "coverage")]
        if self.user_has_permission(Action.ADD):
            acts.append(self.act("采用目录模板", "adopt"))
        return [*acts, *super().acts()]


class DutyPage(RecordView):
    """A duty, with the declaration that it is none."""

    def acts(self) -> list[Any]:
        acts = super().acts()
        if not self.user_has_permission_for_instance(Action.CHANGE, self.object):
            return acts
        if self.object.not_applicable:
            return [self.act("恢复适用", "restore", self.object), *acts]
        return [self.act("声明不适用", "not_applicable", self.object), *acts]


class DutyViewSet(RegisterViewSet):
    model = Duty
    layout = "duties"
    noun = "公开事项"
    menu_label = "公开事项"
    icon = "list-ul"
    columns = (
        title("二级事项", "second_level"),
        code("序号", "number"),
        text("一级事项", "first_level"),
        text("公开时限", lambda duty: duty.parsed_cycle().label, "cycle"),
        text("责任股室", lambda duty: duty.office or "", "office__name"),
        text("目录", lambda duty: duty.category or "", "category__name"),
        chip("标记", duty_chip),
    )
    select_related = ("organ", "office", "category")
    search_fields = ("number", "first_level", "second_level", "content", "basis")
    filterset_class = DutyFilters
    record_form = DutyForm
    index_view_class = DutyIndex
    inspect_view_class = DutyPage
    state = staticmethod(duty_chip)
    removal_consequence = (
        "删除后目录里不再有这个事项，所属的信息留着，但不再归在它名下。"
        "本机关没有这类信息的，请用“声明不适用”。"
    )

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *super().get_urlpatterns(),
            path("coverage/", self.construct_view(CoverageView), name="coverage"),
            path("adopt/", self.construct_view(AdoptView), name="adopt"),
            path(
                "not-applicable/<int:pk>/",
                self.construct_view(NotApplicableView),
                name="not_applicable",
            ),
            path("restore/<int:pk>/", self.construct_view(RestoreView), name="restore"),
        ]


register = DutyViewSet()
