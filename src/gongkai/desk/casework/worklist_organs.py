"""The worklist of many organs: a line for each, a figure for each list."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator

from gongkai.casework.selectors import counts_by_organ
from gongkai.desk.casework.worklist_choices import Narrowing
from gongkai.organs.models import Organ

_ON_PAGE = 50


@dataclass(frozen=True)
class OrganLine:
    """An organ with its figures; each leads to the cases that it counts."""

    organ: Organ
    url: str
    cells: list[tuple[str, int, str]]


def organ_table(
    narrowing: Narrowing, today: date, labels: dict[str, str], page: str
) -> dict[str, Any]:
    """Return the lines of a page and the sums of all, worked out in one query."""
    counts = counts_by_organ(narrowing.requests(), today)
    paginator = Paginator(counts, _ON_PAGE)
    shown = paginator.get_page(page)
    organs = Organ.objects.in_bulk([row["organ"] for row in shown])
    chosen = {"office": narrowing.office, "handler": narrowing.handler}
    kept = {name: value for name, value in chosen.items() if value}
    return {
        "organ_lines": [
            _line(organs[row["organ"]], row, labels, kept) for row in shown
        ],
        "sums": {name: sum(row[name] for row in counts) for name in labels},
        "organs_with_cases": len(counts),
        "page_obj": shown,
        "elided_page_range": paginator.get_elided_page_range(shown.number),
    }


def _line(
    organ: Organ, row: dict[str, int], labels: dict[str, str], kept: dict[str, str]
) -> OrganLine:
    address = {"organ": organ.code, **kept}
    return OrganLine(
        organ,
        f"?{urlencode(address)}",
        [
            (label, row[name], f"?{urlencode({'list': name, **address})}")
            for name, label in labels.items()
        ],
    )
