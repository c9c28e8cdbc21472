import random
from datetime import date, timedelta

import pytest

from factories.organs import OrganFactory
from factories.remedies import RemedyCaseFactory
from gongkai.remedies.figures import FIGURES
from gongkai.remedies.models import RemedyCase
from gongkai.remedies.selectors import lawsuits, remedies_in_cell, remedy_groups
from gongkai.statute.annual_report.cells import cell_paths, cell_value
from gongkai.statute.annual_report.format import load_format
from gongkai.statute.annual_report.tabulation import RemedyGroup, tabulate_remedies
from gongkai.statute.errors import GongkaiError
from gongkai.statute.periods import Period
from gongkai.statute.remedy_results import RemedyResult, RemedyRoute

pytestmark = pytest.mark.django_db

YEAR = 2021
UPHELD = RemedyResult.RECONSIDERATION_UPHELD


@pytest.fixture
def organ():
    return OrganFactory()


def ended(organ, accepted_on, concluded_on):
    return RemedyCaseFactory(
        organ=organ,
        accepted_on=accepted_on,
        concluded_on=concluded_on,
        result=UPHELD.value,
    )


def columns_that_open(organ, case, year):
    every = ("upheld", "corrected", "other", "pending", "total")
    route = RemedyRoute.RECONSIDERATION
    return {c for c in every if case in remedies_in_cell(organ, year, route, c)}


def test_remedy_groups_puts_alike_cases_together_in_one_query(
    organ, django_assert_num_queries
):
    ended(organ, date(2021, 3, 1), date(2021, 4, 1))
    ended(organ, date(2021, 5, 1), date(2021, 6, 1))

    with django_assert_num_queries(1):
        groups = remedy_groups(organ, YEAR)

    during = Period.DURING
    route = RemedyRoute.RECONSIDERATION
    assert groups == [RemedyGroup(route, during, during, UPHELD, 2)]


@pytest.mark.parametrize(
    ("accepted_on", "concluded_on", "columns"),
    [
        (date(2021, 1, 1), date(2021, 12, 31), {"upheld", "total"}),
        (date(2020, 12, 31), date(2021, 1, 1), {"upheld", "total"}),
        (date(2021, 12, 31), date(2022, 1, 1), {"pending", "total"}),
        (date(2020, 12, 31), date(2022, 1, 1), {"pending", "total"}),
        (date(2020, 1, 1), date(2020, 12, 31), set()),
        (date(2022, 1, 1), date(2022, 1, 1), set()),
    ],
)
def test_a_case_on_the_border_of_the_year_opens_in_its_columns(
    organ, accepted_on, concluded_on, columns
):
    case = ended(organ, accepted_on, concluded_on)

    assert columns_that_open(organ, case, YEAR) == columns


def test_a_case_still_open_is_pending_year_after_year(organ):
    case = RemedyCaseFactory(organ=organ, accepted_on=date(2021, 12, 31))

    assert columns_that_open(organ, case, 2020) == set()
    assert columns_that_open(organ, case, 2021) == {"pending", "total"}
    assert columns_that_open(organ, case, 2025) == {"pending", "total"}


def mixed_cases(organ, count, seed):
    choose = random.Random(seed)  # noqa: S311
    for n in range(count):
        route = choose.choice(list(RemedyRoute))
        results = [result for result in RemedyResult if result.fits(route)]
        accepted_on = date(2020, 7, 1) + timedelta(days=choose.randrange(600))
        is_open = choose.random() < 0.3
        concluded_on = accepted_on + timedelta(days=choose.randrange(200))
        yield RemedyCase(
            organ=organ,
            number=f"J{n}",
            route=route.value,
            handling_body="云溪县人民法院",
            subject="不服答复。",
            accepted_on=accepted_on,
            concluded_on=None if is_open else concluded_on,
            result="" if is_open else choose.choice(results).value,
        )


def test_every_cell_of_table_four_opens_exactly_what_it_counts(organ):
    RemedyCase.objects.bulk_create(mixed_cases(organ, 400, seed=3))
    RemedyCase.objects.bulk_create(mixed_cases(OrganFactory(), 20, seed=4))
    table = {"table4": tabulate_remedies(remedy_groups(organ, YEAR))}
    cells = [path for path in cell_paths(load_format("2021")) if "table4" in path]

    opened = {
        path: remedies_in_cell(organ, YEAR, *path.split(".")[1:]).count()
        for path in cells
    }

    assert opened == {path: cell_value(table, path) for path in cells}
    assert len(cells) == 15
    assert all(opened.values())


@pytest.mark.parametrize(
    ("route", "column"), [("complaint", "total"), ("reconsideration", "won")]
)
def test_remedies_in_cell_refuses_a_cell_that_the_table_has_not(organ, route, column):
    with pytest.raises(GongkaiError, match="表四没有"):
        remedies_in_cell(organ, YEAR, route, column)


def test_figures_count_reconsiderations_and_both_ways_of_suing(organ):
    RemedyCaseFactory(organ=organ)
    direct = RemedyCaseFactory(organ=organ, route="litigation_direct")
    after = RemedyCaseFactory(organ=organ, route="litigation_after_reconsideration")

    assert set(lawsuits(organ, YEAR)) == {direct, after}
    assert {figure.key: figure.value(organ, YEAR) for figure in FIGURES} == {
        "remedies.reconsideration": 1,
        "remedies.litigation": 2,
    }
