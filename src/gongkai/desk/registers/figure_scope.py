"""A register's list narrowed to exactly the records that a figure counts."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet

from gongkai.annual_report.figures import figure_records, printed
from gongkai.organs.figures import Figure
from gongkai.organs.models import Organ
from gongkai.organs.permissions import may
from gongkai.organs.roles import Action
from gongkai.statute.errors import GongkaiError

#: What the address says of a figure; the list's own filters leave these alone.
FIGURE_PARAMS = ("figure", "organ", "year")
_FIRST_YEAR, _LAST_YEAR = 2008, 2100


@dataclass(frozen=True)
class FigureScope:
    """A figure of an organ's year, and the records behind it."""

    figure: Figure
    path: str
    organ: Organ
    year: int
    records: QuerySet[Any]

    @property
    def value(self) -> str:
        """The figure as the report prints it, with its unit."""
        return f"{printed(self.figure.value(self.organ, self.year))} {self.figure.unit}"

    @property
    def params(self) -> dict[str, str]:
        """The query that leads here again."""
        values = (self.path, self.organ.code, str(self.year))
        return dict(zip(FIGURE_PARAMS, values, strict=True))


def figure_scope(query: Any, account: Any, register: str) -> FigureScope | None:
    """Return the figure that the query asks for, or None when it asks for none.

    Raises ``GongkaiError`` for a figure, organ or year that is not there, or that the
    account may not see; an organ of others is answered as one that is not there.
    """
    path = query.get("figure", "")
    if not path:
        return None
    organ = _organ(query.get("organ", ""), account, register)
    year = _year(query.get("year", ""))
    figure, records = figure_records(organ, year, path)
    if figure.register != register:
        raise GongkaiError("这个数字计的不是本登记簿的记录，请从报告页面点开。")
    return FigureScope(figure, path, organ, year, records)


def figure_query(path: str, organ: Organ, year: int) -> str:
    """Return the query that narrows a list to the records of a figure."""
    return urlencode({"figure": path, "organ": organ.code, "year": year})


def _organ(code: str, account: Any, register: str) -> Organ:
    organ = Organ.objects.filter(code=code).first() if code else None
    if organ is None or not may(account, register, Action.VIEW, organ):
        raise GongkaiError(f"没有代码为“{code}”的机关，请从报告页面点开。")
    return organ


def _year(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise GongkaiError(f"“{text}”不是年份，请从报告页面点开。")
    year = int(text)
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise GongkaiError(f"没有{year}年的年度报告，请从报告页面点开。")
    return year
