"""How the clock writes a day and a citation in its sentences."""

from datetime import date
from functools import cache

from gongkai.statute.articles import cite as _cite


def in_full(day: date) -> str:
    """Write a day as a notice would.

    >>> in_full(date(2024, 9, 5))
    '2024年9月5日'
    """
    return f"{day.year}年{day.month}月{day.day}日"


@cache
def cite(reference: str) -> str:
    """Return a reference to the Regulation as it is printed, once worked out.

    >>> cite("33(3)")
    '《政府信息公开条例》第三十三条第三款'
    """
    return _cite(reference)
