from gongkai.desk.registers.chips import Chip, Tone
from gongkai.desk.registers.columns import chip, code, number, title
from gongkai.desk.registers.fields import desk_formfield
from gongkai.desk.registers.filters import RegisterFilterSet
from gongkai.desk.registers.forms import Fieldset, RecordForm
from gongkai.desk.registers.viewset import RegisterViewSet
from gongkai.organs.models import Office


def work_body(office: Office) -> Chip | None:
    """Mark the office that does the organ's OGI work (条例第四条)."""
    return Chip("公开工作机构", Tone.DONE) if office.is_ogi_work_body else None


class OfficeForm(RecordForm):
    fieldsets = (
        Fieldset("股室", ("number", "name", "phone", "position", "is_ogi_work_body")),
        Fieldset("职责", ("duties", "note")),
    )

    class Meta:
        model = Office
        formfield_callback = desk_formfield
        exclude = ("organ",)


class OfficeFilters(RegisterFilterSet):
    class Meta:
        model = Office
        fields: list[str] = []


class OfficeViewSet(RegisterViewSet):
    model = Office
    layout = "offices"
    noun = "股室"
    menu_label = "股室"
    icon = "group"
    columns = (
        title("股室名称", "name"),
        code("编号", "number"),
        code("联系电话", "phone"),
        chip("公开工作机构", work_body),
        number("排序", "position"),
    )
    search_fields = ("number", "name")
    filterset_class = OfficeFilters
    record_form = OfficeForm
    removal_consequence = "删除后不能恢复。还有人员或记录引用的股室不能删除。"

    state = staticmethod(work_body)


register = OfficeViewSet()
