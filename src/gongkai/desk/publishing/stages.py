"""审核用时: how long each level of the review takes, as a picture and a table."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gongkai.desk.casework.choosing import ask_for_organ, organ_in_address
from gongkai.desk.home.chart import BarChart, chart_of
from gongkai.desk.publishing.review_trail import trail
from gongkai.desk.registers.exporting import download
from gongkai.exchange.review_stages import stages_table
from gongkai.organs.models import Organ
from gongkai.organs.permissions import organs_open_to
from gongkai.organs.roles import Action
from gongkai.publishing.permissions import REGISTER
from gongkai.publishing.selectors.stages import LevelMeasure, measured_levels

_TITLE = "审核用时"
_YEARS_BACK = 5


@dataclass(frozen=True)
class LevelPicture:
    """A level's measures with its bars; no picture without a decision."""

    measure: LevelMeasure
    chart: BarChart | None


def index(request: HttpRequest) -> HttpResponse:
    """Show the levels of an organ's year, or hand them out as XLSX."""
    organs = organs_open_to(request.user, REGISTER, Action.VIEW)
    if not organs.exists():
        raise PermissionDenied
    organ = _organ(request, organs)
    if organ is None:
        return ask_for_organ(request, organs, _TITLE, trail(_TITLE))
    this = timezone.localdate().year
    years = range(this, this - _YEARS_BACK - 1, -1)
    known = {str(year): year for year in years}
    year = known.get(request.GET.get("year", ""), this)
    levels = measured_levels(organ, year)
    if request.GET.get("export") == "xlsx":
        return download(stages_table(levels), f"{organ}{year}年{_TITLE}", "xlsx")
    context = {
        "page_title": _TITLE,
        "breadcrumbs_items": trail(_TITLE),
        "organ": organ,
        "year": year,
        "years": years,
        "levels": [_picture(level) for level in levels],
    }
    return render(request, "desk/publishing/stages.html", context)


def _organ(request: HttpRequest, organs: Any) -> Organ | None:
    person = getattr(request.user, "person", None)
    if not request.GET.get("organ") and person and organs.filter(pk=person.organ_id):
        own: Organ = person.organ
        return own
    return organ_in_address(request, organs)


def _picture(measure: LevelMeasure) -> LevelPicture:
    if not measure.year.count:
        return LevelPicture(measure, None)
    return LevelPicture(measure, chart_of([each.median for each in measure.months]))
