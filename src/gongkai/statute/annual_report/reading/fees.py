"""What the prose says about the information processing fee of the year."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from gongkai.statute.annual_report.reading.sentences import clauses


@dataclass(frozen=True)
class FeeStatement:
    """The prose says that ``yuan`` were collected."""

    section: str
    yuan: Decimal
    quote: str


_FEE = r"(?:政府)?(?:信息公开)?信息处理费"
_NONE = re.compile(
    rf"(?:未|没有|没|无)(?:收取|征收|产生|发生|收)?(?:过|任何|到)*{_FEE}"
    r"(?:收[取入费])?(?:情况|事项)?(?=[、（）]|和|及|也|$)"
    rf"|{_FEE}(?:情况)?(?:方面)?(?:未收取|未发生|未产生)"
)
_SOME = re.compile(
    rf"{_FEE}(?:总额|总计|合计|共计|金额|[共为计])*+(?P<n>[0-9]+(?:\.[0-9]+)?)"
    r"(?P<unit>万?元)"
)
_YUAN = {"元": Decimal(1), "万元": Decimal(10000)}


def collected_fees(
    sections: Iterable[tuple[str, str]], year: int
) -> Iterator[FeeStatement]:
    """Yield what the sections (key, text) say about 信息处理费, in yuan.

    >>> text = "2021年，实际收取信息处理费共计400元。"
    >>> [found.yuan for found in collected_fees([("other_matters", text)], 2021)]
    [Decimal('400')]
    """
    for key, text in sections:
        for clause in clauses(text, year):
            if not clause.counts:
                continue
            if _NONE.search(clause.text):
                yield FeeStatement(key, Decimal(0), clause.text)
            elif found := _SOME.search(clause.text):
                yuan = Decimal(found["n"]) * _YUAN[found["unit"]]
                yield FeeStatement(key, yuan, clause.text)
