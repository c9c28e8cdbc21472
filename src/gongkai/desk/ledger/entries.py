from gongkai.desk.registers.columns import code, day, number, text, title
from gongkai.desk.registers.fields import desk_formfield
from gongkai.desk.registers.filters import RegisterFilterSet, choice
from gongkai.desk.registers.forms import Fieldset, RecordForm
from gongkai.desk.registers.viewset import RegisterViewSet
from gongkai.ledger.models import EntryKind, LedgerEntry


class LedgerForm(RecordForm):
    fieldsets = (
        Fieldset("事项", ("number", "kind", "happened_on", "subject")),
        Fieldset("数量和金额", ("quantity", "amount", "result")),
        Fieldset("来源", ("source_document", "office", "note")),
    )

    class Meta:
        model = LedgerEntry
        formfield_callback = desk_formfield
        exclude = ("organ",)
        help_texts = {
            "quantity": "决定的件数；一份汇总可填总数。",
            "amount": "只有行政事业性收费填写，精确到分。",
        }


class LedgerFilters(RegisterFilterSet):
    date_field = "happened_on"
    kind = choice("类别", EntryKind.choices)

    class Meta:
        model = LedgerEntry
        fields: list[str] = []


class LedgerViewSet(RegisterViewSet):
    model = LedgerEntry
    layout = "ledger"
    noun = "台账"
    menu_label = "表二台账"
    icon = "list-ul"
    columns = (
        code("编号", "number"),
        title("事项", "subject"),
        text("类别", "kind"),
        day("日期", "happened_on"),
        number("数量（件）", "quantity"),
        number("金额（元）", "amount"),
        text("来源文件", "source_document"),
    )
    select_related = ("organ", "office")
    search_fields = ("number", "subject", "source_document")
    filterset_class = LedgerFilters
    record_form = LedgerForm
    removal_consequence = "删除后年度报告表二的数字随之减少，不能恢复。"


register = LedgerViewSet()
