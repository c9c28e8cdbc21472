"""The figures that a reader of an annual report looks for first."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from gongkai.statute.annual_report.cells import CellValue, cell_value
from gongkai.statute.errors import ReportFormatError

_FIGURES = (
    ("政府网站公开信息", "条", ("figures.items.government_website",)),
    ("主动公开信息", "条", ("figures.items.disclosed",)),
    ("行政许可决定", "件", ("table2.administrative_licensing.decisions",)),
    ("行政事业性收费", "万元", ("table2.administrative_fees.amount_10k_yuan",)),
    ("新收公开申请", "件", ("table3.total.new",)),
    ("办结公开申请", "件", ("table3.total.concluded",)),
    (
        "行政复议、行政诉讼",
        "件",
        (
            "table4.reconsideration.total",
            "table4.litigation_direct.total",
            "table4.litigation_after_reconsideration.total",
        ),
    ),
)


@dataclass(frozen=True)
class KeyFigure:
    """A figure as it is printed large."""

    label: str
    value: str
    unit: str


def key_figures(report: Mapping[str, Any]) -> list[KeyFigure]:
    """Return the key figures that the report states; what it leaves open, not."""
    found = (
        (label, unit, _sum([_value(report, path) for path in paths]))
        for label, unit, paths in _FIGURES
    )
    return [
        KeyFigure(label, f"{value:,}", unit)
        for label, unit, value in found
        if value is not None
    ]


def _value(report: Mapping[str, Any], path: str) -> CellValue:
    """Return a figure; one that was written as words is left to the prose."""
    try:
        return cell_value(report, path)
    except ReportFormatError:
        return None


def _sum(values: list[CellValue]) -> int | Decimal | None:
    stated = [value for value in values if value is not None]
    if len(stated) < len(values):
        return None
    return sum(stated)
