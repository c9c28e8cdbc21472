"""The figures of an organ's year on the home page, each leading to its records."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count
from django.db.models.functions import ExtractMonth
from django.urls import reverse

from gongkai.annual_report.figures import figure_at, printed
from gongkai.annual_report.models import AnnualReport
from gongkai.desk.registers.figure_scope import figure_query
from gongkai.organs.models import Organ
from gongkai.organs.permissions import may
from gongkai.organs.roles import Action
from gongkai.publishing.selectors import items_disclosed

#: What an officer is asked for most, by its path in the report.
PATHS: Sequence[tuple[str, str]] = (
    ("公开信息", "figures.items.disclosed"),
    ("行政许可", "table2.administrative_licensing.decisions"),
    ("行政事业性收费", "table2.administrative_fees.amount_10k_yuan"),
    ("收到公开申请", "table3.total.new"),
    ("行政复议", "figures.remedies.reconsideration"),
    ("行政诉讼", "figures.remedies.litigation"),
    ("建议提案", "figures.proposals.total"),
)
MONTHS = range(1, 13)


@dataclass(frozen=True)
class YearFigure:
    """A figure with its label and the list that it opens."""

    label: str
    value: str
    unit: str
    url: str


def year_figures(account: Any, organ: Organ, year: int) -> list[YearFigure]:
    """Return the figures of the year whose registers the account may see."""
    return [
        _figure(label, path, organ, year)
        for label, path in PATHS
        if may(account, figure_at(path).register, Action.VIEW, organ)
    ]


def _figure(label: str, path: str, organ: Organ, year: int) -> YearFigure:
    figure = figure_at(path)
    listing = reverse(f"{figure.register.rpartition('.')[2]}:index")
    return YearFigure(
        label,
        printed(figure.value(organ, year)),
        figure.unit,
        f"{listing}?{figure_query(path, organ, year)}",
    )


def latest_reported_year(organ: Organ) -> int | None:
    """Return the last year for which the organ has begun a report."""
    reports = AnnualReport.objects.filter(organ=organ).order_by("-year")
    return reports.values_list("year", flat=True).first()


def items_by_month(organ: Organ, year: int) -> list[int]:
    """Return how many items were published in each month."""
    months = (
        items_disclosed(organ, year)
        .order_by()
        .annotate(month=ExtractMonth("disclosed_on"))
        .values_list("month")
        .annotate(count=Count("pk"))
    )
    counts = dict(months)
    return [counts.get(month, 0) for month in MONTHS]
