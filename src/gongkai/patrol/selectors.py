"""The patrol log of a year."""

from django.db.models import QuerySet

from gongkai.organs.models import Organ
from gongkai.organs.periods import day_in
from gongkai.patrol.models import PatrolEntry
from gongkai.statute.periods import Period


def patrols_of_year(organ: Organ, year: int) -> QuerySet[PatrolEntry]:
    """Return the log entries of the year."""
    return PatrolEntry.objects.filter(
        day_in("patrolled_on", Period.DURING, year), organ=organ
    )


def patrols_with_findings(organ: Organ, year: int) -> QuerySet[PatrolEntry]:
    """Return the log entries of the year that found something."""
    return patrols_of_year(organ, year).filter(findings__gt=0)
