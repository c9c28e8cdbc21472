"""What prose may state of requests."""

from decimal import Decimal
from functools import partial
from typing import Any

from django.db.models import QuerySet

from gongkai.casework.models import DisclosureRequest
from gongkai.casework.selectors import (
    TOTAL,
    fees_of_year,
    requests_in_cell,
    requests_with_fee,
)
from gongkai.organs.figures import Figure, Records
from gongkai.organs.models import Organ

_REGISTER = DisclosureRequest._meta.label_lower  # noqa: SLF001


def _row(row: str) -> Records:
    def records(organ: Organ, year: int) -> QuerySet[Any]:
        return requests_in_cell(organ, year, TOTAL, row)

    return records


class _FeeFigure(Figure):
    """Money of a year: what was paid in one may go back in the next."""

    def value(self, organ: Organ, year: int) -> Decimal:
        return fees_of_year(organ, year)


_requests = partial(Figure, unit="件", register=_REGISTER)

FIGURES: tuple[Figure, ...] = (
    _requests("requests.received", "新收政府信息公开申请", records=_row("new")),
    _requests("requests.concluded", "办结政府信息公开申请", records=_row("concluded")),
    _requests("requests.open", "结转下年度办理的申请", records=_row("carried_forward")),
    _FeeFigure(
        "processing_fee.yuan",
        "实收信息处理费",
        "元",
        _REGISTER,
        requests_with_fee,
    ),
)
