"""The home page: the work first, then the year."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Any

from django.utils import timezone
from wagtail.admin.ui.components import Component

from gongkai.desk.home.chart import chart_of
from gongkai.desk.home.waiting import waiting_for
from gongkai.desk.home.year import (
    items_by_month,
    latest_reported_year,
    year_figures,
)
from gongkai.organs.models import Organ
from gongkai.organs.permissions import may, organs_open_to
from gongkai.organs.roles import Action
from gongkai.publishing.selectors import items_disclosed

ITEMS = "publishing.item"
_YEARS_BACK = 5
_MOST_ORGANS = 200


def panels_for(request: Any) -> list[Component]:
    """Return the panels of the home page."""
    today = timezone.localdate()
    return [WorkPanel(request, today), YearPanel(request, today)]


class WorkPanel(Component):
    """What is due and what waits."""

    name = "work"
    order = 100
    template_name = "desk/home/work.html"

    def __init__(self, request: Any, today: date) -> None:
        self.account, self.today = request.user, today

    def get_context_data(
        self,
        parent_context: Mapping[str, Any],  # noqa: ARG002
    ) -> dict[str, Any]:
        return {
            "today": self.today,
            "waiting": waiting_for(self.account, self.today),
        }


class YearPanel(Component):
    """The figures of one organ's year, and its items month by month."""

    name = "year"
    order = 200
    template_name = "desk/home/year.html"

    def __init__(self, request: Any, today: date) -> None:
        self.account, self.query, self.today = request.user, request.GET, today

    @cached_property
    def organs(self) -> list[Organ]:
        """The organs whose items the account may see."""
        found = organs_open_to(self.account, ITEMS, Action.VIEW)
        return list(found[:_MOST_ORGANS])

    @cached_property
    def organ(self) -> Organ | None:
        """The organ that is asked for, or the account's own, or the first."""
        wanted = self.query.get("organ", "")
        person = getattr(self.account, "person", None)
        own = person.organ.code if person else ""
        for code in (wanted, own):
            for organ in self.organs:
                if organ.code == code:
                    return organ
        return self.organs[0] if self.organs else None

    @cached_property
    def years(self) -> list[int]:
        """The years to choose from: this one and those before."""
        offered = {self.today.year - back for back in range(_YEARS_BACK + 1)}
        return sorted({*offered, self.usual_year}, reverse=True)

    @cached_property
    def usual_year(self) -> int:
        """The current year once it has items; until then, the one last reported on."""
        this = self.today.year
        if self.organ is None or items_disclosed(self.organ, this).exists():
            return this
        return latest_reported_year(self.organ) or this

    @cached_property
    def year(self) -> int:
        """The year that is asked for, or the usual one."""
        wanted = self.query.get("year", "")
        known = {str(year): year for year in self.years}
        return known.get(wanted, self.usual_year)

    def get_context_data(
        self,
        parent_context: Mapping[str, Any],  # noqa: ARG002
    ) -> dict[str, Any]:
        organ = self.organ
        if organ is None:
            return {"organ": None}
        counts = items_by_month(organ, self.year)
        return {
            "organ": organ,
            "organs": self.organs,
            "year": self.year,
            "years": self.years,
            "figures": year_figures(self.account, organ, self.year),
            "chart": chart_of(counts) if sum(counts) else None,
            "may_add": may(self.account, ITEMS, Action.ADD, organ),
        }
