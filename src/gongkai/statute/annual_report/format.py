"""The form of a report, read from a data file.

国办公开办函〔2021〕30号. A new form is a new file in ``formats/``.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any

from gongkai.statute.errors import ReportFormatError

TOTAL = "total"


@dataclass(frozen=True)
class Section:
    """One of the six parts: prose, or the table whose key it carries."""

    key: str
    heading: str
    table: str | None = None

    @property
    def is_prose(self) -> bool:
        """Whether a person writes this part."""
        return self.table is None


@dataclass(frozen=True)
class Column:
    """A column of figures; ``group`` is the heading printed over several."""

    key: str
    label: str
    group: str = ""
    is_money: bool = False


@dataclass(frozen=True)
class LedgerRow:
    """A row of table two."""

    key: str
    label: str


@dataclass(frozen=True)
class LedgerBlock:
    """The rows of table two that answer one item of 《条例》第二十条."""

    heading: str
    row_heading: str
    columns: tuple[Column, ...]
    rows: tuple[LedgerRow, ...]


@dataclass(frozen=True)
class TableTwo:
    """表二: rules, documents, decisions and fees of the year."""

    name: str
    caption: str
    blocks: tuple[LedgerBlock, ...]


class RowRole(StrEnum):
    """The part a row of table three plays in the printed equation."""

    INFLOW = "inflow"
    OUTCOME = "outcome"
    SUM = "sum"
    OUTFLOW = "outflow"


@dataclass(frozen=True)
class RequestRow:
    """A row of table three, or a heading over rows.

    ``key`` is dotted below a column (``withheld.state_secret``); the heading
    三、本年度办理结果 has no figures and no key.
    """

    key: str
    label: str
    role: RowRole
    rows: tuple["RequestRow", ...] = ()

    def leaves(self) -> Iterator["RequestRow"]:
        """Yield the rows with figures, as printed."""
        if not self.rows:
            yield self
        for row in self.rows:
            yield from row.leaves()


@dataclass(frozen=True)
class TableThree:
    """表三: requests by what became of them and by kind of applicant."""

    name: str
    caption: str
    note: str
    applicants_heading: str
    columns: tuple[Column, ...]
    rows: tuple[RequestRow, ...]

    @property
    def applicants(self) -> tuple[Column, ...]:
        """The columns that are counted: all but 总计."""
        return tuple(column for column in self.columns if column.key != TOTAL)

    def leaves(self) -> tuple[RequestRow, ...]:
        """Return the rows with figures, as printed."""
        return tuple(leaf for row in self.rows for leaf in row.leaves())

    def keys(self, role: RowRole) -> tuple[str, ...]:
        """Return the keys of the rows that play ``role``."""
        return tuple(leaf.key for leaf in self.leaves() if leaf.role is role)


@dataclass(frozen=True)
class RemedyHeading:
    """One group of table four; ``headings`` are printed over it, top down."""

    key: str
    headings: tuple[str, ...]


@dataclass(frozen=True)
class TableFour:
    """表四: reconsiderations and lawsuits by their result."""

    name: str
    caption: str
    columns: tuple[Column, ...]
    groups: tuple[RemedyHeading, ...]


@dataclass(frozen=True)
class Deadlines:
    """Last days (month, day) of publication in the year after the report's."""

    article: str
    department: tuple[int, int]
    government: tuple[int, int]


@dataclass(frozen=True, eq=False)
class ReportFormat:
    """The whole form: title, sections, tables and the words for them.

    ``load_format`` makes one object for each form; forms are equal if they are
    the same object.
    """

    key: str
    source: str
    first_year: int
    title: str
    deadlines: Deadlines
    sections: tuple[Section, ...]
    table2: TableTwo
    table3: TableThree
    table4: TableFour
    figures: Mapping[str, str]

    def title_of(self, organ: str, year: int) -> str:
        """Return the report's title.

        >>> load_format("2021").title_of("遂平县教育局", 2021)
        '遂平县教育局2021年政府信息公开工作年度报告'
        """
        return self.title.format(organ=organ, year=year)


def load_format(key: str) -> ReportFormat:
    """Return the form that documents name ``key``.

    Raises ReportFormatError for a form that this program does not know.

    >>> load_format("2021").sections[0].heading
    '一、总体情况'
    """
    if not isinstance(key, str):
        raise ReportFormatError(
            "报告没有注明年度报告格式，无法读取表格；请先导入带表格的报告。"
        )
    if key not in format_keys():
        raise ReportFormatError(
            f"不认识年度报告格式“{key}”；目前支持的格式：{'、'.join(format_keys())}。"
        )
    return _load(key)


@cache
def format_keys() -> tuple[str, ...]:
    """Return the forms that this program knows, oldest first.

    >>> "2021" in format_keys()
    True
    """
    folder = resources.files(__package__) / "formats"
    return tuple(sorted(file.name.removesuffix(".toml") for file in folder.iterdir()))


@cache
def _load(key: str) -> ReportFormat:
    file = resources.files(__package__) / "formats" / f"{key}.toml"
    return _format(tomllib.loads(file.read_text(encoding="utf-8")))


def _format(data: Mapping[str, Any]) -> ReportFormat:
    deadlines = data["deadlines"]
    return ReportFormat(
        key=data["key"],
        source=data["source"],
        first_year=data["first_year"],
        title=data["title"],
        deadlines=Deadlines(
            article=deadlines["article"],
            department=tuple(deadlines["department"]),
            government=tuple(deadlines["government"]),
        ),
        sections=tuple(Section(**section) for section in data["sections"]),
        table2=_table_two(data["table2"]),
        table3=_table_three(data["table3"]),
        table4=_table_four(data["table4"]),
        figures=data["figures"],
    )


def _column(data: Mapping[str, Any]) -> Column:
    return Column(
        key=data["key"],
        label=data["label"],
        group=data.get("group", ""),
        is_money=data.get("money", False),
    )


def _columns(data: Mapping[str, Any]) -> tuple[Column, ...]:
    return tuple(_column(column) for column in data["columns"])


def _table_two(data: Mapping[str, Any]) -> TableTwo:
    blocks = tuple(
        LedgerBlock(
            heading=block["heading"],
            row_heading=block["row_heading"],
            columns=_columns(block),
            rows=tuple(LedgerRow(**row) for row in block["rows"]),
        )
        for block in data["blocks"]
    )
    return TableTwo(name=data["name"], caption=data["caption"], blocks=blocks)


def _table_three(data: Mapping[str, Any]) -> TableThree:
    return TableThree(
        name=data["name"],
        caption=data["caption"],
        note=data["note"],
        applicants_heading=data["applicants_heading"],
        columns=_columns(data),
        rows=tuple(_request_row(row, "") for row in data["rows"]),
    )


def _request_row(data: Mapping[str, Any], above: str) -> RequestRow:
    key = ".".join(part for part in (above, data.get("key", "")) if part)
    return RequestRow(
        key=key,
        label=data["label"],
        role=RowRole(data.get("role", RowRole.OUTCOME)),
        rows=tuple(_request_row(row, key) for row in data.get("rows", ())),
    )


def _table_four(data: Mapping[str, Any]) -> TableFour:
    return TableFour(
        name=data["name"],
        caption=data["caption"],
        columns=_columns(data),
        groups=tuple(
            RemedyHeading(key=group["key"], headings=tuple(group["headings"]))
            for group in data["groups"]
        ),
    )
