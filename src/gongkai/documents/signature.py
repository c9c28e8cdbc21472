"""署名 and 成文日期 of a document (GB/T 9704, 7.3.5.1 sealed, 7.3.5.2 unsealed)."""

from datetime import date

from gongkai.documents.geometry import SEALED_DATE_CHARACTERS
from gongkai.documents.prose import em_width

_RIGHT = 2.0


def chinese_date(day: date) -> str:
    """Return a date in Arabic digits, no zeros before it (7.3.5.4).

    >>> chinese_date(date(2026, 3, 9))
    '2026年3月9日'
    """
    return f"{day.year}年{day.month}月{day.day}日"


def signature_indents(organ: str, day: str) -> tuple[float, float]:
    """Return how far 署名 and date stand from the right, in characters.

    「在正文下空一行右空二字编排发文机关署名，在发文机关署名下一行编排成文日期，首字比
    发文机关署名首字右移二字，如成文日期长于发文机关署名，应当使成文日期右空二字编排，
    并相应增加发文机关署名右空字数。」

    >>> signature_indents("遂平县人民政府办公室", "2022年1月18日")
    (2.0, 3.5)
    >>> signature_indents("遂平县教育局", "2022年1月18日")
    (4.5, 2.0)
    """
    difference = em_width(organ) - em_width(day)
    if difference >= _RIGHT:
        return _RIGHT, difference
    return _RIGHT + _RIGHT - difference, _RIGHT


def sealed_indents(organ: str, day: str) -> tuple[float, float]:
    """Return how far 署名 and date of a sealed document stand from the right.

    「成文日期一般右空四字编排，印章用红色，不得出现空白印章……在成文日期之上、以成文日期
    为准居中编排发文机关署名」. A name so long that it would leave the page moves both.

    >>> sealed_indents("遂平县教育局", "2026年3月19日")
    (4.25, 4.0)
    """
    organ_indent = SEALED_DATE_CHARACTERS + (em_width(day) - em_width(organ)) / 2
    beyond = max(0.0, -organ_indent)
    return organ_indent + beyond, SEALED_DATE_CHARACTERS + beyond
