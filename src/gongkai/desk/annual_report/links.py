"""The way from a figure of the report to the records that it counts."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from gongkai.annual_report.figures import figure_at
from gongkai.annual_report.models import AnnualReport
from gongkai.organs.permissions import may
from gongkai.organs.roles import Action
from gongkai.statute.errors import GongkaiError


def figure_link(report: AnnualReport, account: Any) -> Callable[[str], str | None]:
    """Return a function from a figure's path to its records' list on the desk.

    It gives None where the account may not see that register.
    """
    places: dict[str, str | None] = {}

    def link(path: str) -> str | None:
        try:
            register = figure_at(path).register
        except GongkaiError:
            return None
        if register not in places:
            allowed = may(account, register, Action.VIEW, report.organ)
            places[register] = register_list(register) if allowed else None
        place = places[register]
        if place is None:
            return None
        query = {"figure": path, "organ": report.organ.code, "year": report.year}
        return f"{place}?{urlencode(query)}"

    return link


def register_list(register: str) -> str:
    """Return the address of a register's list, by its model label."""
    return reverse(f"{register.rpartition('.')[2]}:index")
