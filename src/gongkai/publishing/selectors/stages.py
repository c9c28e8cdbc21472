"""How long items wait at each level of the review: median and longest."""

import itertools
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from statistics import median

from django.db.models import OuterRef, Subquery
from django.utils import timezone

from gongkai.organs.calendar import working_days
from gongkai.organs.models import Organ
from gongkai.publishing.models import ReviewEntry
from gongkai.statute.calendar import WorkingDays
from gongkai.statute.review import ReviewAct, ReviewLevel
from gongkai.statute.review.duration import StageTime, stage_time

_DECISIONS = (ReviewAct.APPROVED, ReviewAct.RETURNED, ReviewAct.REFERRED)
_MONTHS = range(1, 13)


@dataclass(frozen=True)
class Measure:
    """How many decisions, and the working days that they took."""

    count: int = 0
    median: float = 0
    longest: int = 0
    longest_item: int | None = None


@dataclass(frozen=True)
class LevelMeasure:
    """A level in a year, whole and month by month."""

    level: ReviewLevel
    year: Measure
    months: tuple[Measure, ...]


def stage_times(entries: list[ReviewEntry]) -> list[StageTime | None]:
    """Return, for each act of a trail in order, how long it was waited for."""
    calendar = working_days()
    times: list[StageTime | None] = [None]
    for before, entry in itertools.pairwise(entries):
        times.append(_time(before.at, entry.at, calendar))
    return times[: len(entries)]


def measured_levels(organ: Organ, year: int) -> list[LevelMeasure]:
    """Return how long each level took to decide in a year, by the month of deciding."""
    calendar = working_days()
    found: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for level, at, before, item in _decisions(organ, year):
        if before is not None:
            days = _time(before, at, calendar).working_days
            found[level, timezone.localtime(at).month].append((days, item))
    return [
        LevelMeasure(
            level,
            _measure([one for month in _MONTHS for one in found[level, month]]),
            tuple(_measure(found[level, month]) for month in _MONTHS),
        )
        for level in ReviewLevel
    ]


def _decisions(
    organ: Organ, year: int
) -> list[tuple[int, datetime, datetime | None, int]]:
    before = ReviewEntry.objects.filter(
        item=OuterRef("item"), position=OuterRef("position") - 1
    ).values("at")
    return list(
        ReviewEntry.objects.filter(
            item__organ=organ,
            act__in=[act.value for act in _DECISIONS],
            level__isnull=False,
            at__year=year,
        )
        .order_by()
        .values_list("level", "at", Subquery(before[:1]), "item")
    )


def _measure(times: list[tuple[int, int]]) -> Measure:
    if not times:
        return Measure()
    longest, item = max(times)
    return Measure(len(times), median(days for days, _ in times), longest, item)


def _time(began: datetime, ended: datetime, calendar: WorkingDays) -> StageTime:
    return stage_time(timezone.localtime(began), timezone.localtime(ended), calendar)
