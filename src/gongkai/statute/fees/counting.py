"""What is counted: requests by natural month, pages by request.

《政府信息公开信息处理费管理办法》第四条: 同一申请人 in 一个自然月; 第五条: one side of
A4 or smaller is a page. The month is that of receipt, and the ordinal is fixed at
registration (docs/interpretations/0031-fee-month-and-ordinal.md).
"""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable
from datetime import date

from gongkai.statute.errors import StatuteError


def natural_month(day: date) -> tuple[date, date]:
    """Return the first and the last day of the natural month (自然月) of ``day``.

    >>> natural_month(date(2024, 2, 9))
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    """
    last = monthrange(day.year, day.month)[1]
    return day.replace(day=1), day.replace(day=last)


def ordinals_in_month(received: Iterable[date]) -> tuple[int, ...]:
    """Return the ordinal of each request in the natural month of its receipt.

    ``received`` are the days of receipt of one applicant at one organ in the order of
    registration, a day for each unit where one letter was split (一事一申请).

    >>> ordinals_in_month([date(2024, 4, 29), date(2024, 4, 30), date(2024, 5, 2)])
    (1, 2, 1)
    """
    counts: Counter[tuple[int, int]] = Counter()
    ordinals = []
    for day in received:
        month = (day.year, day.month)
        counts[month] += 1
        ordinals.append(counts[month])
    return tuple(ordinals)


def pages_of_sheets(sheets: int, *, both_sides: bool) -> int:
    """Return the pages of ``sheets`` of A4 or smaller; each printed side is a page.

    >>> pages_of_sheets(35, both_sides=True)
    70
    """
    if sheets < 0:
        raise StatuteError(f"张数不能是负数，现为{sheets}。请改正后再算。")
    return sheets * 2 if both_sides else sheets
