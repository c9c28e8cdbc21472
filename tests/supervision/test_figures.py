from datetime import date

import pytest

from factories.organs import OrganFactory
from factories.supervision import ProblemFactory, ProposalFactory, TrainingFactory
from gongkai.supervision.figures import FIGURES
from gongkai.supervision.models import ProblemKind, ProposalKind, TrainingKind
from gongkai.supervision.selectors import problems_of_year

pytestmark = pytest.mark.django_db


@pytest.fixture
def organ():
    return OrganFactory()


def value(key, organ, year=2021):
    (figure,) = [figure for figure in FIGURES if figure.key == key]
    return figure.value(organ, year)


def test_proposals_count_in_the_year_in_which_they_were_received(organ):
    for received_on in (
        date(2020, 12, 31),
        date(2021, 1, 1),
        date(2021, 12, 31),
        date(2022, 1, 1),
    ):
        ProposalFactory(organ=organ, received_on=received_on)
    ProposalFactory()

    assert value("proposals.total", organ) == 2


def test_proposals_are_told_apart_by_kind(organ):
    ProposalFactory(organ=organ, kind=ProposalKind.CONGRESS)
    ProposalFactory(organ=organ, kind=ProposalKind.CPPCC)
    ProposalFactory(organ=organ, kind=ProposalKind.CPPCC)

    assert value("proposals.congress", organ) == 1
    assert value("proposals.cppcc", organ) == 2


def test_a_proposal_answered_after_the_year_does_not_count_as_answered(organ):
    ProposalFactory(organ=organ, answered_on=date(2021, 12, 31))
    ProposalFactory(organ=organ, answered_on=date(2022, 1, 1))
    ProposalFactory(organ=organ)

    assert value("proposals.answered", organ) == 1


def test_trainings_count_apart_from_meetings_and_add_up_who_came(organ):
    TrainingFactory(organ=organ, attendees=30)
    TrainingFactory(organ=organ, attendees=12, held_on=date(2021, 12, 31))
    TrainingFactory(organ=organ, held_on=date(2022, 1, 1))
    TrainingFactory(organ=organ, kind=TrainingKind.MEETING, attendees=500)

    assert value("trainings.trainings", organ) == 2
    assert value("trainings.meetings", organ) == 1
    assert value("trainings.attendees", organ) == 42


def test_attendees_of_a_year_without_training_are_zero(organ):
    assert value("trainings.attendees", organ) == 0


def test_problems_and_improvements_count_by_report_year(organ):
    ProblemFactory(organ=organ)
    ProblemFactory(organ=organ, year=2020)
    ProblemFactory(organ=organ, kind=ProblemKind.IMPROVEMENT)
    ProblemFactory(organ=organ, kind=ProblemKind.IMPROVEMENT)

    assert value("problems.problems", organ) == 1
    assert value("problems.improvements", organ) == 2


def test_problems_of_year_stand_in_the_order_of_the_report(organ):
    second = ProblemFactory(organ=organ, position=2)
    first = ProblemFactory(organ=organ, position=1)

    assert list(problems_of_year(organ, 2021, ProblemKind.PROBLEM)) == [first, second]
