"""A register as a file, in the very columns in which it can be imported again."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from django.db.models import QuerySet
from django.http import HttpResponse

from gongkai.exchange.registers import export_records

FORMATS = {"xlsx": "导出 XLSX", "csv": "导出 CSV"}
MEDIA_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}


def export_response(
    viewset: Any, records: QuerySet[Any], suffix: str, today: str
) -> HttpResponse:
    """Return the records as a download."""
    content = viewset.export(records, suffix)
    return download(content, f"{viewset.menu_label}{today}", suffix)


def download(content: bytes | Iterable[bytes], stem: str, suffix: str) -> HttpResponse:
    """Return a file for the browser to keep, under a name a person would give."""
    response = HttpResponse(content, content_type=MEDIA_TYPES[suffix])
    name = quote(f"{stem}.{suffix}")
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{name}"
    return response


def export_layout(layout: str, records: QuerySet[Any], suffix: str) -> bytes:
    """Return the records in the columns of their import layout."""
    bare = records.select_related(None).prefetch_related(None)
    return export_records(layout, bare, suffix)


def harmless(text: str) -> str:
    """Keep a spreadsheet from running what somebody typed into a field.

    >>> harmless("=1+1"), harmless("示例")
    ("'=1+1", '示例')
    """
    return f"'{text}" if text[:1] in {"=", "+", "-", "@"} else text
