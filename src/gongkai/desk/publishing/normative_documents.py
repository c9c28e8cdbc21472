from typing import Any

from django.db.models import QuerySet

from gongkai.desk.registers.chips import Chip, Tone
from gongkai.desk.registers.columns import chip, code, day, text, title
from gongkai.desk.registers.fields import KeyedRecordField, desk_formfield
from gongkai.desk.registers.filters import RegisterFilterSet, choice
from gongkai.desk.registers.forms import Fieldset, RecordForm
from gongkai.desk.registers.viewset import RegisterViewSet
from gongkai.publishing.models import DocumentKind, Item, NormativeDocument


def document_chip(record: NormativeDocument) -> Chip:
    """Return whether a document holds."""
    if record.ended_on is None:
        return Chip("现行有效", Tone.DONE)
    return Chip(record.get_ended_how_display() or "已终止")


class NormativeDocumentForm(RecordForm):
    item = KeyedRecordField(
        Item.objects.all(),
        label="公开信息（索引号）",
        required=False,
        unknown="本机关没有索引号为“%(value)s”的公开信息，请核对索引号。",
        help_text="公开这份文件的那条信息。",
    )
    fieldsets = (
        Fieldset("文件", ("number", "kind", "title", "document_number", "item")),
        Fieldset("生效和终止", ("issued_on", "effective_on", "ended_on", "ended_how")),
        Fieldset("备注", ("note",)),
    )

    class Meta:
        model = NormativeDocument
        formfield_callback = desk_formfield
        exclude = ("organ",)
        help_texts = {"ended_on": "现行有效的不填。"}


class NormativeDocumentFilters(RegisterFilterSet):
    date_field = "issued_on"
    kind = choice("类别", DocumentKind.choices)
    state = choice(
        "效力", [("in_force", "现行有效"), ("ended", "已废止、失效")], method="in_state"
    )

    class Meta:
        model = NormativeDocument
        fields: list[str] = []

    def in_state(
        self, records: QuerySet[Any], _name: str, state: str
    ) -> QuerySet[NormativeDocument]:
        """Return the documents in force, or those that have ended."""
        return records.filter(ended_on__isnull=state == "in_force")


class NormativeDocumentViewSet(RegisterViewSet):
    model = NormativeDocument
    layout = "normative_documents"
    noun = "规范性文件"
    menu_label = "规范性文件"
    icon = "doc-full-inverse"
    columns = (
        title("标题", "title"),
        code("编号", "number"),
        code("发文字号", "document_number"),
        text("类别", "kind"),
        day("制发日期", "issued_on"),
        chip("效力", document_chip, "ended_on"),
        day("废止（失效）日期", "ended_on"),
    )
    select_related = ("organ", "item")
    search_fields = ("number", "title", "document_number")
    filterset_class = NormativeDocumentFilters
    record_form = NormativeDocumentForm
    removal_consequence = "删除后年度报告表二的制发、废止和现行有效件数随之变化。"

    state = staticmethod(document_chip)


register = NormativeDocumentViewSet()
