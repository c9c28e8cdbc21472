from datetime import date

import pytest

from factories.organs import OrganFactory
from factories.patrol import PatrolEntryFactory
from gongkai.patrol.figures import FIGURES
from gongkai.patrol.selectors import patrols_with_findings

pytestmark = pytest.mark.django_db


def values(organ, year=2021):
    return {figure.key: figure.value(organ, year) for figure in FIGURES}


def test_figures_count_a_day_once_and_add_up_findings():
    organ = OrganFactory()
    PatrolEntryFactory(organ=organ, patrolled_on=date(2021, 1, 1), findings=2)
    PatrolEntryFactory(organ=organ, patrolled_on=date(2021, 1, 1))
    PatrolEntryFactory(organ=organ, patrolled_on=date(2021, 12, 31), findings=3)
    PatrolEntryFactory(organ=organ, patrolled_on=date(2022, 1, 1), findings=9)
    PatrolEntryFactory(findings=9)

    assert values(organ) == {"patrols.days": 2, "patrols.findings": 5}


def test_figures_of_a_year_without_patrol_are_zero():
    assert values(OrganFactory()) == {"patrols.days": 0, "patrols.findings": 0}


def test_patrols_with_findings_opens_only_entries_that_found_something():
    organ = OrganFactory()
    PatrolEntryFactory(organ=organ)
    found = PatrolEntryFactory(organ=organ, findings=1)

    assert list(patrols_with_findings(organ, 2021)) == [found]
