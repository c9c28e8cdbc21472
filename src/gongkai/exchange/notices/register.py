"""The register of notices (文书登记簿) as a table."""

import io
from collections.abc import Iterable, Iterator

from openpyxl import Workbook

from gongkai.casework.models import Notice
from gongkai.exchange.registers.exporting import csv_file, text_cell
from gongkai.statute.notices import notice_kind

_HEADER = [
    "文号",
    "文书",
    "机关",
    "登记编号",
    "落款日期",
    "状态",
    "送出日期",
    "送达方式",
    "签收日期",
    "作废的文号",
    "作废的理由",
    "撤销的文书",
]


def register_table(notices: Iterable[Notice], suffix: str) -> bytes:
    """Return the notices as ``xlsx`` or ``csv``; nobody's name is in it.

    ``notices`` come with ``deliveries`` and ``numbers`` fetched.
    """
    rows = (_row(notice) for notice in notices)
    if suffix == "csv":
        return csv_file(_HEADER, ([*row] for row in rows))
    return _xlsx(rows)


def _row(notice: Notice) -> list[str]:
    case = notice.disclosure_request
    deliveries = list(notice.deliveries.all())
    last = deliveries[-1] if deliveries else None
    arrived = [each.received_on for each in deliveries if each.received_on]
    void = [each for each in notice.numbers.all() if each.voided_at]
    return [
        notice.number,
        notice_kind(notice.kind).title,
        case.organ.name,
        case.number,
        str(notice.dated_on or ""),
        str(notice.get_status_display()),
        str(last.sent_on) if last else "",
        str(last.get_way_display()) if last else "",
        str(arrived[0]) if arrived else "",
        "；".join(each.number for each in void),
        "；".join(each.void_reason for each in void),
        notice.supersedes.number if notice.supersedes else "",
    ]


def _xlsx(rows: Iterator[list[str]]) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("文书登记簿")
    for width, column in zip((24, 36, 20, 12, 12), "ABCDE", strict=True):
        sheet.column_dimensions[column].width = width
    sheet.freeze_panes = "A2"
    for row in (_HEADER, *rows):
        sheet.append([text_cell(sheet, text) for text in row])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()
