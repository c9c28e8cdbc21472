"""What prose may state of requests."""

from decimal import Decimal
from functools import partial
from typing import Any

from django.db.models import QuerySet, Sum

from gongkai.casework.models import DisclosureRequest
from gongkai.casework.selectors import TOTAL, requests_in_cell, requests_with_fee
from gongkai.organs.figures import Figure, Records
from gongkai.organs.models import Organ

_REGISTER = DisclosureRequest._meta.label_lower  # noqa: SLF001


def _row(row: str) -> Records:
    def records(organ: Organ, year: int) -> QuerySet[Any]:
        return requests_in_cell(organ, year, TOTAL, row)

    return records


def _fees(records: QuerySet[Any]) -> Decimal:
    total: Decimal | None = records.aggregate(yuan=Sum("processing_fee"))["yuan"]
    return total or Decimal(0)


_requests = partial(Figure, unit="件", register=_REGISTER)

FIGURES: tuple[Figure, ...] = (
    _requests("requests.received", "新收政府信息公开申请", records=_row("new")),
    _requests("requests.concluded", "办结政府信息公开申请", records=_row("concluded")),
    _requests("requests.open", "结转下年度办理的申请", records=_row("carried_forward")),
    Figure(
        "processing_fee.yuan",
        "实收信息处理费",
        "元",
        _REGISTER,
        requests_with_fee,
        _fees,
    ),
)
