"""What prose may state of reconsiderations and lawsuits."""

from typing import Any

from django.db.models import QuerySet

from gongkai.organs.figures import Figure
from gongkai.organs.models import Organ
from gongkai.remedies.models import RemedyCase
from gongkai.remedies.selectors import TOTAL, lawsuits, remedies_in_cell
from gongkai.statute.remedy_results import RemedyRoute

_REGISTER = RemedyCase._meta.label_lower  # noqa: SLF001


def _reconsiderations(organ: Organ, year: int) -> QuerySet[Any]:
    return remedies_in_cell(organ, year, RemedyRoute.RECONSIDERATION, TOTAL)


FIGURES: tuple[Figure, ...] = (
    Figure("remedies.reconsideration", "行政复议", "件", _REGISTER, _reconsiderations),
    Figure("remedies.litigation", "行政诉讼", "件", _REGISTER, lawsuits),
)
