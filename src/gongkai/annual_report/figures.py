"""Every figure of the report with its records: table cells and prose alike.

A path names a figure as the exchange document does: ``table3.total.new`` is a cell,
``figures.items.government_website`` a number that the prose states.
"""

from decimal import Decimal
from functools import cache
from typing import Any

from django.db.models import QuerySet, Sum

from gongkai.casework.figures import FIGURES as CASEWORK
from gongkai.casework.selectors import requests_in_cell
from gongkai.ledger.figures import FIGURES as LEDGER
from gongkai.ledger.selectors import entries_in_cell
from gongkai.organs.figures import Figure
from gongkai.organs.models import Organ
from gongkai.patrol.figures import FIGURES as PATROL
from gongkai.publishing.figures import FIGURES as PUBLISHING
from gongkai.publishing.selectors import documents_in_cell
from gongkai.remedies.figures import FIGURES as REMEDIES
from gongkai.remedies.selectors import remedies_in_cell
from gongkai.statute.annual_report.cells import FIGURES as PROSE_PREFIX
from gongkai.statute.annual_report.cells import cell_label, cell_paths
from gongkai.statute.annual_report.format import load_format
from gongkai.statute.errors import GongkaiError
from gongkai.supervision.figures import FIGURES as SUPERVISION

FORMAT = "2021"


@cache
def prose_figures() -> dict[str, Figure]:
    """Return the figures that prose may state, by key."""
    every = (*PUBLISHING, *CASEWORK, *REMEDIES, *LEDGER, *SUPERVISION, *PATROL)
    return {figure.key: figure for figure in every}


def figure_at(path: str) -> Figure:
    """Return the figure at a path; ``GongkaiError`` when there is none."""
    if path.startswith(PROSE_PREFIX):
        figure = prose_figures().get(path.removeprefix(PROSE_PREFIX))
    else:
        figure = table_figures().get(path)
    if figure is None:
        raise GongkaiError(f"年度报告里没有“{path}”这个数字，请从报告页面点开。")
    return figure


def figure_records(organ: Organ, year: int, path: str) -> tuple[Figure, QuerySet[Any]]:
    """Return the figure at a path and exactly the records that it counts."""
    figure = figure_at(path)
    return figure, figure.records(organ, year)


@cache
def table_figures() -> dict[str, Figure]:
    """Return the figures of the three tables, by the path of their cell."""
    return {path: _table_figure(path) for path in cell_paths(load_format(FORMAT))}


def _table_figure(path: str) -> Figure:
    table, first, rest = path.split(".", 2)
    label = cell_label(load_format(FORMAT), path)
    if table == "table3":
        return Figure(
            path,
            label,
            "件",
            "casework.disclosurerequest",
            lambda organ, year: requests_in_cell(organ, year, first, rest),
        )
    if table == "table4":
        return Figure(
            path,
            label,
            "件",
            "remedies.remedycase",
            lambda organ, year: remedies_in_cell(organ, year, first, rest),
        )
    return _table_two_figure(path, label, first, rest)


def _table_two_figure(path: str, label: str, row: str, column: str) -> Figure:
    if column in {"issued", "repealed", "in_force"}:
        return Figure(
            path,
            label,
            "件",
            "publishing.normativedocument",
            lambda organ, year: documents_in_cell(organ, year, row, column),
        )
    is_fee = column == "amount_10k_yuan"
    return Figure(
        path,
        label,
        "万元" if is_fee else "件",
        "ledger.ledgerentry",
        lambda organ, year: entries_in_cell(organ, year, row),
        _sum_of_10k_yuan if is_fee else _sum_of_quantities,
    )


def _sum_of_quantities(records: QuerySet[Any]) -> int:
    total: int | None = records.aggregate(total=Sum("quantity"))["total"]
    return total or 0


def _sum_of_10k_yuan(records: QuerySet[Any]) -> Decimal:
    yuan: Decimal | None = records.aggregate(total=Sum("amount"))["total"]
    return (yuan or Decimal(0)) / 10_000


def printed(value: int | Decimal | None) -> str:
    """Return a figure as prose prints it: no trailing zeros, empty when unknown.

    >>> printed(Decimal("400.00"))
    '400'
    """
    if value is None:
        return ""
    if isinstance(value, Decimal):
        text = f"{value:f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    return str(value)
