"""署名 and 成文日期 of a document without a seal (GB/T 9704, 7.3.5.2)."""

from datetime import date

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
