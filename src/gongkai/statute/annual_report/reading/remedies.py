"""What the prose says about reconsiderations and lawsuits over OGI."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from gongkai.statute.annual_report.reading.sentences import (
    NUMBER,
    Clause,
    clauses,
    number,
)


class Remedy(StrEnum):
    """The two kinds of cases of table four, by the word that names them."""

    RECONSIDERATION = "复议"
    LITIGATION = "诉讼"


@dataclass(frozen=True)
class RemedyStatement:
    """The prose says that there were ``count`` cases of the kind."""

    section: str
    remedy: Remedy
    count: int
    quote: str


_TERM = r"(?:政府信息公开)?(?:行政)?(?:复议|诉讼)"
_TERMS = (
    rf"(?P<terms>{_TERM}(?:(?:、|和|或者|或|及|以及|与)?被?(?:提起|申请)?{_TERM})*+)"
)
_NOUN = r"(?:申请|案件|情况|情形|事项|事件|问题|[案件的])*+"
_END = r"(?=[、！（）]|和|及|也|以及|$)"
_COUNTER = r"(?:件次|[件起例宗])(?!以上|左右|余|多)"
_NONE = (
    re.compile(
        r"(?:未|没有|没)(?:收到|接到|发生|出现|产生|引发|引起|涉及|被)过?"
        rf"(?P<gap>.{{0,40}}?){_TERMS}{_NOUN}{_END}"
    ),
    re.compile(
        r"(?:无|没有)(?P<gap>(?:因.{0,30}?)?(?:关于|涉及|任何|被?(?:申请|提起)|引[发起]的?"
        rf"|政府信息公开(?:工作)?)*){_TERMS}{_NOUN}{_END}"
    ),
    re.compile(
        rf"(?P<gap>.{{0,6}}){_TERMS}{_NOUN}(?:数量|[数共均各都为是])*+(?:0|零){_COUNTER}"
    ),
)
_ONLY_SOME = re.compile(
    r"不当|不及时|逾期|超期|不规范|失误|错误|违法|败诉|纠正|撤销|复议|诉讼|结|维持"
)
_SOME = re.compile(
    rf"{_TERMS}{_NOUN}(?:共计|数量|[共为数])*+"
    rf"(?P<n>{NUMBER}){_COUNTER}"
)
_ABOUT_OGI = re.compile("信息公开|公开")
_OF_WHICH = re.compile(r"其中.*公开")


def remedy_cases(
    sections: Iterable[tuple[str, str]], year: int
) -> tuple[RemedyStatement, ...]:
    """Return what the sections (key, text) say about 行政复议 and 行政诉讼.

    Zero is taken where the text denies all cases (not only lost, corrected or
    overdue ones); a number only from a sentence about the disclosure of information.

    >>> [(found.remedy.value, found.count) for found in remedy_cases(
    ...     [("overview", "没有发生因信息公开引起的行政复议、行政诉讼。")], 2021)]
    [('复议', 0), ('诉讼', 0)]
    """
    return tuple(
        RemedyStatement(key, remedy, count, clause.text)
        for key, text in sections
        for clause in clauses(text, year)
        if clause.counts
        for remedy, count in _claims(clause)
    )


def _claims(clause: Clause) -> Iterator[tuple[Remedy, int]]:
    for pattern in _NONE:
        found = pattern.search(clause.text)
        if found and not _ONLY_SOME.search(found["gap"]):
            yield from ((remedy, 0) for remedy in Remedy if remedy in found["terms"])
            return
    if _ABOUT_OGI.search(clause.before + clause.text) and not _OF_WHICH.search(
        clause.after
    ):
        for some in _SOME.finditer(clause.text):
            named = [remedy for remedy in Remedy if remedy in some["terms"]]
            if len(named) == 1:
                yield named[0], number(some["n"])
