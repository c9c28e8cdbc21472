from typing import Any

from django.core.exceptions import ValidationError

from gongkai.catalogue.models import Guide
from gongkai.desk.registers.columns import day, text, title
from gongkai.desk.registers.fields import desk_formfield
from gongkai.desk.registers.filters import RegisterFilterSet
from gongkai.desk.registers.forms import Fieldset, RecordForm
from gongkai.desk.registers.viewset import RegisterViewSet


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
    class Meta:
        model = Guide
        fields: list[str] = []


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
    )
    search_fields = ("organ__name", "work_body")
    filterset_class = GuideFilters
    record_form = GuideForm
    removal_consequence = "删除后网站上不再有本机关的公开指南，而《条例》要求编制。"


register = GuideViewSet()
