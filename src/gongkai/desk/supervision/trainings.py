from gongkai.desk.registers.columns import code, day, number, text, title
from gongkai.desk.registers.fields import desk_formfield
from gongkai.desk.registers.filters import RegisterFilterSet, choice
from gongkai.desk.registers.forms import Fieldset, RecordForm
from gongkai.desk.registers.viewset import RegisterViewSet
from gongkai.supervision.models import Training, TrainingKind


class TrainingForm(RecordForm):
    fieldsets = (
        Fieldset("培训会议", ("number", "kind", "held_on", "title", "attendees")),
        Fieldset("内容", ("content", "note")),
    )

    class Meta:
        model = Training
        formfield_callback = desk_formfield
        exclude = ("organ",)


class TrainingFilters(RegisterFilterSet):
    date_field = "held_on"
    kind = choice("类别", TrainingKind.choices)

    class Meta:
        model = Training
        fields: list[str] = []


class TrainingViewSet(RegisterViewSet):
    model = Training
    layout = "trainings"
    noun = "培训会议"
    menu_label = "培训会议"
    icon = "calendar-alt"
    columns = (
        code("编号", "number"),
        title("主题", "title"),
        text("类别", "kind"),
        day("日期", "held_on"),
        number("参加人数", "attendees"),
    )
    search_fields = ("number", "title", "content")
    filterset_class = TrainingFilters
    record_form = TrainingForm


register = TrainingViewSet()
