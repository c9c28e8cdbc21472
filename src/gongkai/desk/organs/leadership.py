from gongkai.desk.registers.columns import code, day, text, title
from gongkai.desk.registers.fields import desk_formfield
from gongkai.desk.registers.filters import RegisterFilterSet, choice
from gongkai.desk.registers.forms import Fieldset, RecordForm
from gongkai.desk.registers.viewset import RegisterViewSet
from gongkai.organs.models import LeadershipMember, LeadershipPosition


class LeadershipForm(RecordForm):
    fieldsets = (
        Fieldset("成员", ("number", "name", "post", "position", "duty")),
        Fieldset("任期", ("from_on", "until_on")),
        Fieldset("备注", ("note",)),
    )

    class Meta:
        model = LeadershipMember
        formfield_callback = desk_formfield
        exclude = ("organ",)


class LeadershipFilters(RegisterFilterSet):
    position = choice("组内职务", LeadershipPosition.choices)

    class Meta:
        model = LeadershipMember
        fields: list[str] = []


class LeadershipViewSet(RegisterViewSet):
    model = LeadershipMember
    layout = "leadership"
    noun = "成员"
    menu_label = "领导小组"
    icon = "group"
    columns = (
        title("姓名", "name"),
        code("编号", "number"),
        text("职务", "post"),
        text("组内职务", "position"),
        text("分工", "duty"),
        day("任职起", "from_on"),
        day("任职止", "until_on"),
    )
    search_fields = ("number", "name", "post", "duty")
    filterset_class = LeadershipFilters
    record_form = LeadershipForm


register = LeadershipViewSet()
