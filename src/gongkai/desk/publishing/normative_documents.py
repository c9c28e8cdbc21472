from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from gongkai.desk.publishing.document_acts import DOCUMENT_VIEWS
from gongkai.desk.registers.chips import Chip, Tone
from gongkai.desk.registers.columns import chip, code, day, text, title
from gongkai.desk.registers.fields import KeyedRecordField, desk_formfield
from gongkai.desk.registers.filters import RegisterFilterSet, choice
from gongkai.desk.registers.forms import Fieldset, RecordForm
from gongkai.desk.registers.furniture import Act
from gongkai.desk.registers.index import RegisterIndexView
from gongkai.desk.registers.pages import Fact, Section
from gongkai.desk.registers.reading import RecordView
from gongkai.desk.registers.viewset import RegisterViewSet
from gongkai.organs.roles import Action
from gongkai.publishing.models import DocumentKind, Item, NormativeDocument
from gongkai.publishing.selectors import documents_expiring
from gongkai.statute.document_validity import last_day_to_remind


def document_chip(record: NormativeDocument) -> Chip:
    """Return whether a document holds."""
    if record.ended_on is None and record.valid_until is not None:
        return Chip(f"有效期至{record.valid_until}", _tone_of(record.valid_until))
    if record.ended_on is None:
        return Chip("已修改" if record.amended_on else "现行有效", Tone.DONE)
    return Chip(record.get_ended_how_display() or "已终止")


def _tone_of(valid_until: date) -> Tone:
    is_near = valid_until <= last_day_to_remind(timezone.localdate())
    return Tone.DUE if is_near else Tone.DONE


class DocumentPage(RecordView):
    """A document, with the acts of its life."""

    def acts(self) -> list[Act]:
        acts = []
        if self.object.ended_on is None and self._may(Action.PUBLISH):
            acts = [
                self.act("登记修改", "amend", self.object),
                self.act("废止", "repeal", self.object, dangerous=True),
            ]
        if self._may(Action.CHANGE):
            acts.append(self.act("登记制定程序", "proceeding", self.object))
        return [*acts, *super().acts()]

    def _may(self, action: Action) -> bool:
        return bool(self.user_has_permission_for_instance(action, self.object))


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
        Fieldset(
            "生效和终止",
            (
                *("issued_on", "effective_on", "valid_until", "amended_on"),
                *("ended_on", "ended_how"),
            ),
        ),
        Fieldset("备注", ("note",)),
    )

    class Meta:
        model = NormativeDocument
        formfield_callback = desk_formfield
        exclude = ("organ", "replaced_by")
        help_texts = {"ended_on": "现行有效的不填。"}


class NormativeDocumentFilters(RegisterFilterSet):
    date_field = "issued_on"
    kind = choice("类别", DocumentKind.choices)
    state = choice(
        "效力",
        [
            ("in_force", "现行有效"),
            ("expiring", "有效期将满"),
            ("ended", "已废止、失效"),
        ],
        method="in_state",
    )

    class Meta:
        model = NormativeDocument
        fields: list[str] = []

    def in_state(
        self, records: QuerySet[Any], _name: str, state: str
    ) -> QuerySet[NormativeDocument]:
        """Return the documents in force, those about to lapse, or that have ended."""
        if state == "expiring":
            return documents_expiring(records, timezone.localdate())
        return records.filter(ended_on__isnull=state == "in_force")


class DocumentIndexView(RegisterIndexView):
    """The list of documents, with the way to their clean-up."""

    def acts(self) -> list[Act]:
        return [*super().acts(), Act("文件清理", reverse("cleanups:index"))]


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
    select_related = ("organ", "item", "replaced_by")
    prefetch_related = ("proceedings", "replaces")
    index_view_class = DocumentIndexView
    inspect_view_class = DocumentPage
    search_fields = ("number", "title", "document_number")
    filterset_class = NormativeDocumentFilters
    record_form = NormativeDocumentForm
    removal_consequence = "删除后年度报告表二的制发、废止和现行有效件数随之变化。"

    state = staticmethod(document_chip)

    def sections(self, record: Any) -> list[Section]:
        replaced = [_link("替代它的文件", record.replaced_by)]
        replaced += [_link("它替代的文件", one) for one in record.replaces.all()]
        proceedings = [
            Fact(f"{one.get_kind_display()} · {one.on}", one.result, is_long=True)
            for one in record.proceedings.all()
        ]
        return [
            *super().sections(record),
            Section("替代关系", [fact for fact in replaced if fact.value]),
            Section("制定程序", proceedings),
        ]

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *super().get_urlpatterns(),
            *(
                path(f"{slug}/<int:pk>/", self.construct_view(view), name=slug)
                for slug, view in DOCUMENT_VIEWS.items()
            ),
        ]


def _link(label: str, document: NormativeDocument | None) -> Fact:
    if document is None:
        return Fact(label, "")
    url = reverse("normativedocument:inspect", args=[document.pk])
    return Fact(label, f"{document}（{document.document_number}）", url=url)


register = NormativeDocumentViewSet()
