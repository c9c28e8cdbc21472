from typing import Any

from django import forms

from gongkai.desk.registers.columns import code, text, title
from gongkai.desk.registers.fields import KeyedRecordField, desk_formfield
from gongkai.desk.registers.filters import RegisterFilterSet, choice
from gongkai.desk.registers.forms import Fieldset, RecordForm
from gongkai.desk.registers.viewset import RegisterViewSet
from gongkai.organs.models import Organ, OrganLevel
from gongkai.organs.permissions import organs_open_to
from gongkai.organs.roles import Action


class OrganForm(RecordForm):
    """Code and place in the tree are given once: permissions go by them."""

    parent = KeyedRecordField(
        Organ.objects.none(),
        key="code",
        label="上级机关代码",
        required=False,
        unknown="没有代码为“%(value)s”的上级机关，或者您无权在它下面登记机关。",
        help_text="登记后不改。",
    )

    fieldsets = (
        Fieldset("机关", ("code", "name", "short_name", "level", "parent")),
        Fieldset(
            "对外信息",
            ("address", "office_hours", "phone", "fax", "email"),
        ),
        Fieldset(
            "网站", ("website", "site_id_code", "icp_number", "police_number", "colour")
        ),
        Fieldset(
            "编号和年度报告", ("fee_decimal_places", "index_by_month", "is_active")
        ),
    )

    class Meta:
        model = Organ
        formfield_callback = desk_formfield
        exclude = ("path",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        above = organs_open_to(self.actor, "organs.organ", Action.ADD)
        is_stored = self.instance.pk is not None
        if is_stored:
            above = Organ.objects.filter(pk=self.instance.parent_id)
        self.fields["parent"].queryset = above
        for name in ("code", "parent"):
            self.fields[name].disabled = is_stored
        self.fields["parent"].required = not (is_stored or self.actor.is_superuser)
        self.fields["parent"].error_messages["required"] = "请填写上级机关代码。"
        self.fields["colour"].widget = forms.Select(
            choices=self.fields["colour"].choices
        )


class OrganFilters(RegisterFilterSet):
    level = choice("层级", OrganLevel.choices)

    class Meta:
        model = Organ
        fields: list[str] = []


class OrganViewSet(RegisterViewSet):
    model = Organ
    layout = "organs"
    noun = "机关"
    menu_label = "机关"
    icon = "site"
    columns = (
        title("机关全称", "name"),
        code("机关代码", "code"),
        text("层级", "level"),
        text("上级机关", lambda organ: organ.parent or "", "parent__path"),
        code("联系电话", "phone"),
    )
    select_related = ("parent",)
    search_fields = ("name", "short_name", "code")
    filterset_class = OrganFilters
    record_form = OrganForm
    removal_consequence = "删除后本机关的目录、网页和账号权限一并失去。"


register = OrganViewSet()
