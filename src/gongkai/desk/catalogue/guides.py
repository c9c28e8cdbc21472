from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.urls import URLPattern, path
from django.utils import timezone

from gongkai.catalogue.models import Guide
from gongkai.catalogue.selectors import elements_of, guides_to_review
from gongkai.desk.catalogue.guide_review import ReviewGuideView
from gongkai.desk.catalogue.upkeep import guide_chip
from gongkai.desk.registers.chips import Chip
from gongkai.desk.registers.columns import chip, day, text, title
from gongkai.desk.registers.fields import desk_formfield
from gongkai.desk.registers.filters import RegisterFilterSet, choice
from gongkai.desk.registers.forms import Fieldset, RecordForm
from gongkai.desk.registers.pages import Fact, Section
from gongkai.desk.registers.reading import RecordView
from gongkai.desk.registers.viewset import RegisterViewSet
from gongkai.organs.roles import Action
from gongkai.statute.guide import missing_elements, what_is_missing


class GuideForm(RecordForm):
    """The guide of 条例第十二条第二款; an organ has one."""

    fieldsets = (
        Fieldset("公开工作机构", ("work_body", "reviewed_on")),
        Fieldset("主动公开", ("classification", "arrangement", "ways_to_obtain")),
        Fieldset("依申请公开和监督救济", ("how_to_apply", "supervision")),
    )

    class Meta:
        model = Guide
        formfield_callback = desk_formfield
        exclude = ("organ",)

    def clean(self) -> dict[str, Any] | None:
        if self.instance.pk is None and Guide.objects.filter(organ=self.organ).exists():
            raise ValidationError("本机关已有公开指南，请到列表里打开它修改。")
        return super().clean()


class GuideFilters(RegisterFilterSet):
    state = choice("核对", [("overdue", "一年没有核对")], method="in_state")

    class Meta:
        model = Guide
        fields: list[str] = []

    def in_state(
        self, guides: QuerySet[Guide], _name: str, _state: str
    ) -> QuerySet[Guide]:
        """Return the guides that nobody has looked over for more than a year."""
        return guides_to_review(guides, timezone.localdate())


def todays_chip(guide: Guide) -> Chip:
    """Return the guide's state today."""
    return guide_chip(guide, timezone.localdate())


class GuidePage(RecordView):
    """A guide, with the yearly look as an act."""

    def acts(self) -> list[Any]:
        acts = super().acts()
        if self.user_has_permission_for_instance(Action.CHANGE, self.object):
            acts.insert(0, self.act("登记已核对", "reviewed", self.object))
        return acts


class GuideViewSet(RegisterViewSet):
    model = Guide
    layout = "guides"
    noun = "公开指南"
    menu_label = "公开指南"
    icon = "help"
    columns = (
        title("公开指南", str, "organ__name"),
        text("公开工作机构名称", "work_body"),
        day("最近核对日期", "reviewed_on"),
        chip("状态", todays_chip),
    )
    search_fields = ("organ__name", "work_body")
    filterset_class = GuideFilters
    record_form = GuideForm
    inspect_view_class = GuidePage
    state = staticmethod(todays_chip)
    removal_consequence = "删除后网站上不再有本机关的公开指南，而《条例》要求编制。"

    def sections(self, record: Any) -> list[Section]:
        """Begin with the nine elements of 条例第十二条第二款."""
        written = elements_of(record)
        facts = [
            Fact(element.label, "有" if words.strip() else "缺")
            for element, words in written.items()
        ]
        missing = what_is_missing(missing_elements(written))
        notice = [Fact("缺少的要素", missing)] if missing else []
        elements = Section("法定要素（第十二条第二款）", [*notice, *facts])
        return [elements, *super().sections(record)]

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *super().get_urlpatterns(),
            path(
                "reviewed/<int:pk>/",
                self.construct_view(ReviewGuideView),
                name="reviewed",
            ),
        ]


register = GuideViewSet()
