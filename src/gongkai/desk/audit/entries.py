import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db.models import QuerySet
from openpyxl import Workbook

from gongkai.audit.models import AuditEntry
from gongkai.desk.registers.columns import code, day, text, title
from gongkai.desk.registers.exporting import harmless
from gongkai.desk.registers.filters import RegisterFilterSet, choice
from gongkai.desk.registers.pages import Fact, Section
from gongkai.desk.registers.viewset import RegisterViewSet
from gongkai.organs.roles import REGISTERS

HEADINGS = (
    "序号",
    "时间",
    "操作人",
    "动作",
    "对象类别",
    "对象",
    "机关代码",
    "内容",
    "校验值",
)


def subject_label(subject: str) -> str:
    """Return a model label in officers' words.

    >>> subject_label("publishing.item")
    '公开信息'
    """
    try:
        model = apps.get_model(subject)
    except (LookupError, ValueError):
        return subject
    return str(model._meta.verbose_name)  # noqa: SLF001


def subject_choices() -> list[tuple[str, str]]:
    """Return the registers that have a journal, in officers' words."""
    return [(label, subject_label(label)) for label in REGISTERS]


class AuditFilters(RegisterFilterSet):
    date_field = "at"
    subject = choice("对象类别", subject_choices)

    class Meta:
        model = AuditEntry
        fields: list[str] = []


class AuditViewSet(RegisterViewSet):
    """The journal: read, never written here."""

    model = AuditEntry
    noun = "留痕"
    menu_label = "留痕"
    icon = "history"
    writable = False
    columns = (
        day("时间", "at"),
        title("对象", "subject_key"),
        text("对象类别", lambda entry: subject_label(entry.subject), "subject"),
        text("动作", "action"),
        text("操作人", "actor_name"),
        code("机关代码", "organ_code"),
    )
    select_related = ()
    search_fields = ("subject_key", "actor_name", "action")
    filterset_class = AuditFilters

    @property
    def url_prefix(self) -> str:
        return "audit"

    def export(self, records: QuerySet[Any], suffix: str) -> bytes:
        return _workbook(records) if suffix == "xlsx" else _csv(records)

    def sections(self, record: Any) -> list[Section]:
        facts = [
            Fact("时间", record.at),
            Fact("操作人", record.actor_name),
            Fact("动作", record.action),
            Fact("对象类别", subject_label(record.subject)),
            Fact("对象", record.subject_key),
            Fact("机关代码", record.organ_code),
        ]
        return [
            Section("操作", facts),
            Section("内容", _details(record)),
            Section("校验", [Fact("校验值", record.entry_hash)]),
        ]


def _details(entry: AuditEntry) -> list[Fact]:
    return [
        Fact(_field_label(entry.subject, name), _change(value), is_long=True)
        for name, value in _flat(entry.detail)
    ]


def _flat(detail: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in detail.items():
        if name == "was" and isinstance(value, dict):
            yield from ((key, old) for key, old in value.items() if old)
        else:
            yield name, value


def _field_label(subject: str, name: str) -> str:
    if name == "reason":
        return "理由"
    try:
        return str(apps.get_model(subject)._meta.get_field(name).verbose_name)  # noqa: SLF001
    except (LookupError, ValueError):
        return name


def _change(value: Any) -> str:
    if isinstance(value, dict) and set(value) == {"from", "to"}:
        return f"由“{value['from']}”改为“{value['to']}”"
    return str(value)


def _rows(records: QuerySet[Any]) -> Iterator[list[str]]:
    yield list(HEADINGS)
    for entry in records.iterator(chunk_size=1000):
        yield [
            str(entry.pk),
            entry.at.isoformat(),
            entry.actor_name,
            entry.action,
            subject_label(entry.subject),
            entry.subject_key,
            entry.organ_code,
            json.dumps(entry.detail, ensure_ascii=False),
            entry.entry_hash,
        ]


def _csv(records: QuerySet[Any]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out)
    for row in _rows(records):
        writer.writerow([harmless(text) for text in row])
    return out.getvalue().encode("utf-8-sig")


def _workbook(records: QuerySet[Any]) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("留痕")
    for row in _rows(records):
        sheet.append([harmless(text) for text in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


register = AuditViewSet()
