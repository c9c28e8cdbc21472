"""A report as it is printed: its title, its prose and its tables with figures in them.

Every renderer starts here, so that all formats show the same words and figures.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import Any

from gongkai.documents.prose import Paragraph, paragraphs, printable
from gongkai.exchange.merging import with_groups_in_one
from gongkai.statute.annual_report.cells import CellValue, cell_value, money_paths
from gongkai.statute.annual_report.format import ReportFormat, load_format
from gongkai.statute.annual_report.grid import GridCell, TableGrid, grids
from gongkai.statute.errors import GongkaiError

_ORGAN_LIMIT = 100
_YEARS = range(2008, 2100)
_FILE_NAME_BYTES = 240
_NOT_IN_FILE_NAMES = re.compile(r'[\\/:*?"<>|\s]+')


@dataclass(frozen=True)
class RenderOptions:
    """What an organ may choose: decimals of 万元, and the day the file was made."""

    fee_decimal_places: int = 4
    generated_on: date | None = None


@dataclass(frozen=True)
class PrintedSection:
    """One part of the report: prose, or a table with its figures filled in."""

    key: str
    heading: str
    paragraphs: tuple[Paragraph, ...] = ()
    table: TableGrid | None = None


@dataclass(frozen=True)
class PrintedReport:
    """The whole report as words; ``title_phrases`` may not be broken inside."""

    organ: str
    year: int
    title: str
    title_phrases: tuple[str, ...]
    sections: tuple[PrintedSection, ...]
    published_on: date | None
    generated_on: date | None

    def tables(self) -> Iterator[TableGrid]:
        """Yield the tables in order."""
        return (section.table for section in self.sections if section.table)


def print_report(
    report: Mapping[str, Any], options: RenderOptions | None = None
) -> PrintedReport:
    """Return the report's words and filled tables.

    Raises GongkaiError if the document has no known form, organ or year, or if
    something else than a figure stands in a cell.
    """
    options = options or RenderOptions()
    form = load_format(report.get("format", ""))
    organ, year = organ_of(report), year_of(report)
    title = form.title_of(organ, year)
    prose = _prose(report)
    filled = {grid.section: grid for grid in filled_grids(report, options)}
    return PrintedReport(
        organ=organ,
        year=year,
        title=title,
        title_phrases=_phrases(title, organ, year),
        sections=tuple(
            PrintedSection(
                section.key,
                section.heading,
                paragraphs(prose.get(section.key) or "") if section.is_prose else (),
                filled.get(section.key),
            )
            for section in form.sections
        ),
        published_on=_day(report.get("published_on")),
        generated_on=options.generated_on,
    )


def filled_grids(
    report: Mapping[str, Any], options: RenderOptions | None = None
) -> tuple[TableGrid, ...]:
    """Return the form's grids with the report's figures as text.

    A cell that is not stated stays empty; 0 is printed. Where the report has one
    figure for a group of rows, the group is printed as one row.
    """
    options = options or RenderOptions()
    form = load_format(report.get("format", ""))
    return tuple(
        _filled(form, with_groups_in_one(grid, report), report, options)
        for grid in grids(form)
    )


def organ_of(report: Mapping[str, Any]) -> str:
    """Return the organ's name, or refuse."""
    organ = report.get("organ")
    name = printable(organ).strip() if isinstance(organ, str) else ""
    if not name:
        raise GongkaiError("报告没有写明机关名称，请补上“organ”后再转换。")
    if len(name) > _ORGAN_LIMIT:
        raise GongkaiError(f"机关名称超过{_ORGAN_LIMIT}字，请核对“organ”后再转换。")
    return name


def year_of(report: Mapping[str, Any]) -> int:
    """Return the year of the report, or refuse."""
    year = report.get("year")
    if isinstance(year, int) and year in _YEARS:
        return year
    raise GongkaiError("报告年度应为2008年以后的四位数字，请核对“year”后再转换。")


def figure_text(value: CellValue, *, decimal_places: int | None = None) -> str:
    """Return a figure as it is printed; nothing stated is nothing printed.

    >>> [figure_text(value) for value in (None, 0, 588)]
    ['', '0', '588']
    >>> figure_text(Decimal("2673.5355"), decimal_places=2)
    '2673.54'
    """
    if value is None:
        return ""
    if not value:
        return "0"
    if decimal_places is None:
        return f"{value:f}" if isinstance(value, Decimal) else str(value)
    with localcontext(prec=1000, rounding=ROUND_HALF_UP):
        return f"{Decimal(value):.{decimal_places}f}"


def report_file_name(report: Mapping[str, Any], suffix: str) -> str:
    """Return the name that a person would give the file.

    >>> form = {"format": "2021", "organ": "遂平县教育局", "year": 2021}
    >>> report_file_name(form, ".docx")
    '遂平县教育局2021年政府信息公开工作年度报告.docx'
    """
    form = load_format(report.get("format", ""))
    title = form.title_of(organ_of(report), year_of(report))
    stem = _NOT_IN_FILE_NAMES.sub("", title).lstrip(".")
    room = _FILE_NAME_BYTES - len(suffix.encode())
    while len(stem.encode()) > room:
        stem = stem[1:]
    return f"{stem}{suffix}"


def _prose(report: Mapping[str, Any]) -> Mapping[str, str]:
    sections = report.get("sections") or {}
    if not isinstance(sections, Mapping) or not all(
        text is None or isinstance(text, str) for text in sections.values()
    ):
        raise GongkaiError("报告正文“sections”应是各部分的文字，请检查文件后再转换。")
    return sections


def _day(value: object) -> date | None:
    if value is None or value == "":
        return None
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise GongkaiError(
            "公开日期“published_on”应写成2022-01-28的样子，请改正后再转换。"
        ) from None


def _phrases(title: str, organ: str, year: int) -> tuple[str, ...]:
    """Return the parts of the title that a line end may stand between."""
    named_year = f"{year}年"
    before, found, after = title.partition(f"{organ}{named_year}")
    if not found:
        return (title,)
    return tuple(part for part in (before, organ, named_year, after) if part)


def _filled(
    form: ReportFormat,
    grid: TableGrid,
    report: Mapping[str, Any],
    options: RenderOptions,
) -> TableGrid:
    money = money_paths(form)

    def fill(cell: GridCell) -> GridCell:
        if cell.path is None:
            return cell
        places = options.fee_decimal_places if cell.path in money else None
        value = cell_value(report, cell.path)
        return replace(cell, text=figure_text(value, decimal_places=places))

    rows = tuple(tuple(fill(cell) for cell in row) for row in grid.rows)
    return replace(grid, rows=rows)
