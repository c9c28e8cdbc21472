"""What the prose says about the number of requests received in the year."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gongkai.statute.annual_report.reading.sentences import (
    NUMBER,
    Clause,
    clauses,
    number,
)


@dataclass(frozen=True)
class Statement:
    """The prose says that there were ``count``, in the words ``quote``."""

    section: str
    count: int
    quote: str


_REQUEST_BY_NAME = (
    r"(?:依申请公开(?:的?政府信息)?(?:的?申请)?"
    r"|(?:政府|政务)?信息(?:依申请)?公开的?申请"
    r"|(?:申请)?公开(?:政府)?信息的?申请|申请公开(?:政府)?信息|公开申请)"
)
_REQUEST = rf"(?:{_REQUEST_BY_NAME}|申请)"
_EVERYBODY = (
    r"(?:(?:公民|自然人)、?法人(?:和|或者|或|及|以及|、)其他组织"
    r"|单位[和或]个人|个人[和或]单位|社会公众|公众|群众)"
)
_FILLER = (
    rf"(?:{_EVERYBODY}|任何|一[件例起]|各[类种项]|有关|相关|关于|要求|提[出交]|递交"
    r"|向(?:我[局委办厅县市区]|我单位|本机关|本单位|我机关)|[的新])*"
)
_NOUN = r"(?:报告|事项|情况|案件|信息|业务|件)*+"
_END = r"(?=[、！（）]|和|及|也|以及|$)"
_COUNTER = r"(?:件次|人次|[件份例条宗起个项次])(?!以上|左右|余|多)"
_HOW_MANY = r"(?:共计|总计|合计|累计|总数|数量|[共计数为量])*+"

_NONE = re.compile(
    rf"(?<![非是])(?:未|没有|没)曾?(?:收到|接到|接收|受理|新收|收)过?{_FILLER}{_REQUEST}{_NOUN}{_END}"
    rf"|(?:无|(?:未|没有)(?:发生|产生|出现)|没有){_FILLER}{_REQUEST_BY_NAME}{_NOUN}{_END}"
)
_RECEIVED = r"(?<![未没有曾予])(?P<verb>新收到?|收到|接到|接收|受理)[了到]?"
_SOME = (
    re.compile(
        rf"{_RECEIVED}{_FILLER}{_REQUEST}{_NOUN}{_HOW_MANY}(?P<n>{NUMBER}){_COUNTER}"
    ),
    re.compile(
        rf"{_RECEIVED}(?P<n>{NUMBER}){_COUNTER}{_FILLER}{_REQUEST}{_NOUN}{_END}"
    ),
)
_MENTION = re.compile(_REQUEST)
_ELIDED = re.compile(
    rf"(?:其中(?=新收)|今年|本年度?|[0-9]{{4}}年度?|我[局县市区]|[共则仅])*"
    rf"(?P<verb>收到|接到|新收)了?(?P<n>{NUMBER}){_COUNTER}"
)
_WITH_CARRIED = re.compile(
    r"(?:含|包括|其中).*?(?:上年|去年|上一年|[0-9]{4}年)度?(?:结转|转入)"
)
_ACCEPTED = "受理"


def received_requests(
    sections: Iterable[tuple[str, str]], year: int
) -> tuple[Statement, ...]:
    """Return what the sections (key, text) say about requests received in ``year``.

    Only statements about all requests of the whole year are taken: not those of
    another year, of one channel or kind of applicant, nor those that include cases
    brought forward. 受理 (accepted) is taken for 收到 (received) only if the text
    never says how many were received.

    >>> received_requests([("overview", "全年收到政府信息公开申请12件。")], 2021)
    (Statement(section='overview', count=12, quote='全年收到政府信息公开申请12件'),)
    """
    received: list[Statement] = []
    accepted: list[Statement] = []
    for key, text in sections:
        for clause in clauses(text, year):
            for verb, count in _claims(clause):
                found = Statement(key, count, clause.text)
                (accepted if verb == _ACCEPTED else received).append(found)
    return tuple(received or accepted)


def _claims(clause: Clause) -> Iterator[tuple[str, int]]:
    if not clause.counts:
        return
    if _NONE.search(clause.text):
        yield "", 0
        return
    found = next(filter(None, (some.search(clause.text) for some in _SOME)), None)
    if found is None and _MENTION.search(clause.before):
        found = _ELIDED.fullmatch(clause.text)
    if found and (
        found["verb"].startswith("新收")
        or not _WITH_CARRIED.search(clause.text + clause.after)
    ):
        yield found["verb"], number(found["n"])
