"""Proposals, trainings and problems of a year."""

from django.db.models import QuerySet

from gongkai.organs.models import Organ
from gongkai.organs.periods import day_in
from gongkai.statute.periods import Period, last_day
from gongkai.supervision.models import Problem, Proposal, Training


def proposals_of_year(
    organ: Organ, year: int, kind: str | None = None
) -> QuerySet[Proposal]:
    """Return the proposals that the organ received in the year, of a kind or all."""
    proposals = Proposal.objects.filter(
        day_in("received_on", Period.DURING, year), organ=organ
    )
    return proposals if kind is None else proposals.filter(kind=kind)


def proposals_answered(organ: Organ, year: int) -> QuerySet[Proposal]:
    """Return the proposals received in the year and answered by its end.

    One that is answered in the next year changes nothing in this year's report.
    """
    return proposals_of_year(organ, year).filter(answered_on__lte=last_day(year))


def trainings_of_year(organ: Organ, year: int, kind: str) -> QuerySet[Training]:
    """Return the trainings or meetings that were held in the year."""
    return Training.objects.filter(
        day_in("held_on", Period.DURING, year), organ=organ, kind=kind
    )


def problems_of_year(organ: Organ, year: int, kind: str) -> QuerySet[Problem]:
    """Return the problems or improvements that the year's report states, in order."""
    problems = Problem.objects.filter(organ=organ, year=year, kind=kind)
    return problems.order_by("position", "number")
