"""The figures of a report, each under one path.

A report is the exchange document. A path names a figure from the top of it:
``table3.natural_person.withheld.state_secret``. Money is in 万元, everything else
is a count; a cell that is null or absent is not stated, which is not zero.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Any, TypeAlias

from gongkai.statute.annual_report.format import ReportFormat, load_format
from gongkai.statute.errors import ReportFormatError

Report: TypeAlias = dict[str, Any]
CellValue: TypeAlias = int | Decimal | None

SCHEMA = "gongkai/annual-report/1"
FIGURES = "figures."
_DECIMAL = re.compile(r"-?[0-9]{1,14}(\.[0-9]{1,8})?")


@cache
def cell_paths(report_format: ReportFormat) -> tuple[str, ...]:
    """Return the path of every cell of the three tables, as they are printed.

    >>> paths = cell_paths(load_format("2021"))
    >>> len(paths), paths[0], paths[-1]
    (200, 'table2.regulations.issued', 'table4.litigation_after_reconsideration.total')
    """
    return tuple(_labels(report_format))


@cache
def money_paths(report_format: ReportFormat) -> frozenset[str]:
    """Return the paths of the cells that hold 万元 instead of a count."""
    return frozenset(
        f"table2.{row.key}.{column.key}"
        for block in report_format.table2.blocks
        for row in block.rows
        for column in block.columns
        if column.is_money
    )


def cell_label(report_format: ReportFormat, path: str) -> str:
    """Return the words by which a person finds the cell, section or figure.

    >>> form = load_format("2021")
    >>> cell_label(form, "table3.natural_person.withheld.state_secret")
    '表三 · 自然人 · （三）不予公开 · 1.属于国家秘密'
    >>> cell_label(form, "figures.proposals.total")
    '正文 · 承办建议提案（件）'
    """
    if path.startswith(FIGURES):
        key = path.removeprefix(FIGURES)
        return f"正文 · {report_format.figures.get(key, key)}"
    return _all_labels(report_format).get(path, path)


def cell_value(report: Mapping[str, Any], path: str) -> CellValue:
    """Return the figure at ``path``: a count, Decimal 万元, or None if not stated.

    Below a group that the source prints as one row (``other`` as one number), no
    row is stated. Raises ReportFormatError if something else than a figure
    stands there.

    >>> report = {"table4": {"reconsideration": {"upheld": 2}}}
    >>> cell_value(report, "table4.reconsideration.upheld")
    2
    >>> cell_value(report, "table4.reconsideration.total") is None
    True
    """
    found = _find(report, path)
    if found is None or (isinstance(found, int) and not isinstance(found, bool)):
        return found
    if isinstance(found, str) and _is_text_cell(path) and _DECIMAL.fullmatch(found):
        return Decimal(found)
    raise ReportFormatError(_wrong_type(report, path))


def row_value(report: Mapping[str, Any], path: str) -> CellValue:
    """Return the figure of a group that the source prints as one row.

    None where the rows below the group hold the figures.

    >>> report = {"table3": {"total": {"other": 3, "withheld": {"state_secret": 1}}}}
    >>> row_value(report, "table3.total.other")
    3
    >>> row_value(report, "table3.total.withheld") is None
    True
    """
    if isinstance(_find(report, path), Mapping):
        return None
    return cell_value(report, path)


def stated_paths(report: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the paths of the figures that the prose states, as the document has them.

    >>> stated_paths({"figures": {"items.government_website": 64}})
    ('figures.items.government_website',)
    """
    figures = report.get("figures") or {}
    if not isinstance(figures, Mapping):
        raise ReportFormatError("报告中的“figures”应是数字的对照表，请检查文件。")
    return tuple(f"{FIGURES}{key}" for key in figures)


def set_cell(report: Report, path: str, value: CellValue) -> None:
    """Write a figure into the report, making the tables on the way as needed.

    Decimal is written as a decimal string. Raises ReportFormatError if the path
    runs through a figure.

    >>> report = {}
    >>> set_cell(report, "table2.administrative_fees.amount_10k_yuan", Decimal("1.20"))
    >>> report["table2"]["administrative_fees"]
    {'amount_10k_yuan': '1.20'}
    """
    *folders, last = _steps(path)
    place: Any = report
    for folder in folders:
        place = place.setdefault(folder, {})
        if not isinstance(place, dict):
            raise ReportFormatError(
                f"{_label_in(report, path)}不能填写：报告把上一级作为一行合并填列。"
            )
    place[last] = f"{value:f}" if isinstance(value, Decimal) else value


def empty_report(organ: str, year: int, report_format: ReportFormat) -> Report:
    """Return a report with all cells not stated and all prose empty.

    >>> report = empty_report("遂平县教育局", 2021, load_format("2021"))
    >>> report["sections"]
    {'overview': '', 'problems': '', 'other_matters': ''}
    """
    prose = (section.key for section in report_format.sections if section.is_prose)
    report: Report = {
        "schema": SCHEMA,
        "format": report_format.key,
        "organ": organ,
        "year": year,
        "sections": dict.fromkeys(prose, ""),
    }
    for table in ("table2", "table3", "table4"):
        report[table] = empty_table(report_format, table)
    return report


def empty_table(report_format: ReportFormat, table: str) -> Report:
    """Return one table (``table2`` to ``table4``) with all cells not stated.

    >>> empty_table(load_format("2021"), "table2")["administrative_licensing"]
    {'decisions': None}
    """
    report: Report = {}
    for path in cell_paths(report_format):
        if path.startswith(f"{table}."):
            set_cell(report, path, None)
    return dict(report[table])


def _steps(path: str) -> list[str]:
    if path.startswith(FIGURES):
        return ["figures", path.removeprefix(FIGURES)]
    return path.split(".")


def _find(report: Mapping[str, Any], path: str) -> Any:
    place: Any = report
    for step in _steps(path):
        if place is None or isinstance(place, int):
            return None
        if not isinstance(place, Mapping):
            raise ReportFormatError(_wrong_type(report, path))
        place = place.get(step)
    return place


def _is_text_cell(path: str) -> bool:
    return path.startswith(FIGURES) or path.endswith("_yuan")


def _label_in(report: Mapping[str, Any], path: str) -> str:
    try:
        return f"“{cell_label(load_format(report.get('format', '')), path)}”"
    except ReportFormatError:
        return f"“{path}”"


def _wrong_type(report: Mapping[str, Any], path: str) -> str:
    what = "十进制数字字符串" if _is_text_cell(path) else "整数"
    return f"{_label_in(report, path)}应填{what}，没有数据的填 null，请改正后再读取。"


@cache
def _all_labels(report_format: ReportFormat) -> dict[str, str]:
    headings = {section.key: section.heading for section in report_format.sections}
    labels = headings | {f"sections.{key}": text for key, text in headings.items()}
    labels |= dict(_group_labels(report_format)) | _labels(report_format)
    return labels | {"published_on": "公开日期"}


@cache
def _labels(report_format: ReportFormat) -> dict[str, str]:
    return {
        f"{table}.{key}": " · ".join((getattr(report_format, table).name, *words))
        for table, cells in (
            ("table2", _table_two_labels(report_format)),
            ("table3", _table_three_labels(report_format)),
            ("table4", _table_four_labels(report_format)),
        )
        for key, words in cells
    }


def _table_two_labels(form: ReportFormat) -> Iterator[tuple[str, tuple[str, ...]]]:
    for block in form.table2.blocks:
        for row in block.rows:
            for column in block.columns:
                yield f"{row.key}.{column.key}", (row.label, column.label)


def _table_three_labels(form: ReportFormat) -> Iterator[tuple[str, tuple[str, ...]]]:
    above = {
        leaf.key: (row.label, leaf.label) if row.rows else (leaf.label,)
        for top in form.table3.rows
        for row in top.rows or (top,)
        for leaf in row.leaves()
    }
    for key, words in above.items():
        for column in form.table3.columns:
            yield f"{column.key}.{key}", (column.label, *words)


def _table_four_labels(form: ReportFormat) -> Iterator[tuple[str, tuple[str, ...]]]:
    for group in form.table4.groups:
        for column in form.table4.columns:
            yield f"{group.key}.{column.key}", (*group.headings, column.label)


def _group_labels(form: ReportFormat) -> Iterator[tuple[str, str]]:
    for top in form.table3.rows:
        for row in top.rows:
            for column in form.table3.columns:
                words = (form.table3.name, column.label, row.label)
                yield f"table3.{column.key}.{row.key}", " · ".join(words)
