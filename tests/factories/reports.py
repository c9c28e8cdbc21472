"""Exchange documents, with a different figure in every cell."""

from decimal import Decimal
from typing import Any

from gongkai.statute.annual_report.cells import (
    cell_paths,
    empty_report,
    money_paths,
    set_cell,
)
from gongkai.statute.annual_report.format import load_format
from gongkai.statute.annual_report.grid import TableGrid

FORM = load_format("2021")
PROSE = {
    "overview": (
        "2021年，本机关公开信息64条。\n（一）主动公开。公开64条。\n"
        "(二) 依申请公开。没有收到申请。"
    ),
    "problems": "一是内容不够细。\n\n二是培训不够多。",
    "other_matters": "没有收取信息处理费。",
}


def blank_report(**changes: Any) -> dict[str, Any]:
    """Return a report with no figure stated and some prose."""
    return empty_report("临河县教育局", 2021, FORM) | {"sections": PROSE} | changes


def numbered_report(**changes: Any) -> dict[str, Any]:
    """Return a report whose cells hold 1001, 1002, … and one amount of money."""
    report = blank_report(**changes)
    for number, path in enumerate(cell_paths(FORM), start=1001):
        is_money = path in money_paths(FORM)
        set_cell(report, path, Decimal("2673.5355") if is_money else number)
    return report


def printed_figures() -> list[str]:
    """Return the 200 figures of ``numbered_report`` as they are printed, in order."""
    return [
        "2673.5355" if path in money_paths(FORM) else str(number)
        for number, path in enumerate(cell_paths(FORM), start=1001)
    ]


def merges(grid: TableGrid) -> set[tuple[int, int, int, int]]:
    """Return row, column, row span and column span of each merged cell."""
    return {
        (at, cell.column, cell.row_span, cell.column_span)
        for at, row in enumerate(grid.rows)
        for cell in row
        if cell.row_span * cell.column_span > 1
    }


HOSTILE = (
    "<script>alert(1)</script>&amp;\n"
    '#eval("1+1") $x$ *粗* _斜_ \\ `码` @引 <标> // /* ${title} {{ x }}\n'
    "=1+1\n"
    "-2+3\n"
    "甲\x00\x01\x0b乙\x1f\x7f\ufffe\ud800\u202e丙\n"
    "“引号”'单'\"双\"\t制表"
)
HOSTILE_TEXT = (
    "<script>alert(1)</script>&amp;",
    '#eval("1+1") $x$ *粗* _斜_ \\ `码` @引 <标> // /* ${title} {{ x }}',
    "=1+1",
    "-2+3",
    "甲",
    "乙丙",
    "“引号”'单'\"双\" 制表",
)


def hostile_report() -> dict[str, Any]:
    """Return a report whose every word tries to be something else than text."""
    sections = dict.fromkeys(PROSE, HOSTILE)
    return numbered_report(organ='<b>"甲&乙"</b>#局', sections=sections)
