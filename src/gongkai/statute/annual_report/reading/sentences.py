"""Sentences of a report's prose, clause by clause, with the time they speak of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_FULL_WIDTH_DIGITS = {0xFF10 + digit: str(digit) for digit in range(10)}
_TIDY = _FULL_WIDTH_DIGITS | str.maketrans(",;:!?()", "，；：！？（）")
_BLANK = re.compile(r"[^\S\n]+")
_THOUSANDS = re.compile(r"(?<=[0-9])，(?=[0-9]{3}(?![0-9]))")
_SENTENCE = re.compile(r"[^。！？\n]+")
_CLAUSE = re.compile(r"[^，；：]+")
_TITLE = re.compile(r"《[^》]*》")

_COMPARED = re.compile(
    r"(?:与|同|较|比|相比)(?:[0-9]{4}年|去年|上年|上一年|往年|前年)度?(?:同期)?"
)
_CARRIED = re.compile(r"(?:[0-9]{4}年|去年|上年|上一年)度?(?:结转|转入|遗留)")
_ENACTED = re.compile(r"[0-9]{4}年(?:新?修[订正]|发布|印发|公布|施行)")
_YEAR = re.compile(
    r"(?P<year>[0-9]{4})年|(?P<this>今年|本年|全年|年内|当年)"
    r"|(?P<other>去年|上年|上一年|往年|历年|前年|以来)"
)
_WHOLE_YEAR = re.compile(
    r"(?:至|到|截至|截止|[-－—～~])(?:[0-9]{4}年)?(?:年底|12月(?!份)[末底]?)|12月31日"
)
_PART_YEAR = re.compile(
    r"[上下]半年|季度|[0-9]{1,2}月|[一二三四五六七八九十]月|月份|期间"
)
_SUPPOSED = re.compile(r"如果|如[未没有收]|[若凡]|对于|对[未没]")
_SOMEBODY_ELSE = re.compile(r"学校|下属|直属|所属|各乡镇|各股室|各科室|各单位")


@dataclass(frozen=True)
class Clause:
    """A clause without blanks, in full-width punctuation.

    ``before`` and ``after`` are the rest of its sentence; ``counts`` says whether
    it speaks of the reporting organ in the whole report year, and as a fact.
    """

    text: str
    before: str
    after: str
    counts: bool


def clauses(text: str, year: int) -> Iterator[Clause]:
    """Yield the clauses of ``text`` in a report about ``year``.

    A time holds to the end of its sentence or to the next time in it.

    >>> [clause.counts for clause in clauses("去年未收到申请，今年收到3件。", 2021)]
    [False, True]
    """
    tidy = _THOUSANDS.sub("", _BLANK.sub("", text).translate(_TIDY))
    for sentence in _SENTENCE.findall(_TITLE.sub("《》", tidy)):
        in_year = True
        for found in _CLAUSE.finditer(sentence):
            clause = found[0]
            in_year = _is_in_year(clause, year, default=in_year)
            doubtful = _SUPPOSED.search(clause) or _SOMEBODY_ELSE.search(clause)
            yield Clause(
                clause,
                sentence[: found.start()],
                sentence[found.end() :],
                in_year and not doubtful,
            )


def _is_in_year(clause: str, year: int, *, default: bool) -> bool:
    """Return whether the clause's last time is the whole report year."""
    timed = clause
    for pattern in (_COMPARED, _CARRIED, _ENACTED):
        timed = pattern.sub("", timed)
    if _PART_YEAR.search(timed) and not _WHOLE_YEAR.search(timed):
        return False
    in_year = default
    for found in _YEAR.finditer(timed):
        stated = int(found["year"] or 0)
        in_year = bool(found["this"]) or stated == year
    return in_year


NUMBER = r"[0-9]+|[零\u3007一二两三四五六七八九十百千]+"
_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")}
_DIGITS |= {"\u3007": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}


def number(text: str) -> int:
    """Return the value of a number in figures or in Chinese numerals.

    >>> number("12"), number("十二"), number("一百零五"), number("二三")
    (12, 12, 105, 23)
    """
    if text.isdecimal():
        return int(text)
    if not set(text) & set(_UNITS):
        return int("".join(str(_DIGITS[digit]) for digit in text))
    total, digit = 0, 0
    for character in text:
        if character in _UNITS:
            total += (digit or 1) * _UNITS[character]
            digit = 0
        else:
            digit = _DIGITS[character]
    return total + digit
