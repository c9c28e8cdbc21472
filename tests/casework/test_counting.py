import random
from datetime import date, timedelta

import pytest

from factories.casework import DisclosureRequestFactory
from factories.organs import OrganFactory
from gongkai.casework.models import DisclosureRequest, RequestChannel
from gongkai.casework.selectors import request_groups, requests_in_cell
from gongkai.statute.annual_report.cells import cell_paths, cell_value
from gongkai.statute.annual_report.format import load_format
from gongkai.statute.annual_report.tabulation import RequestGroup, tabulate_requests
from gongkai.statute.applicants import ApplicantKind
from gongkai.statute.errors import GongkaiError
from gongkai.statute.outcomes import Outcome
from gongkai.statute.periods import Period

pytestmark = pytest.mark.django_db

YEAR = 2021


@pytest.fixture
def organ():
    return OrganFactory()


def closed(organ, received_on, closed_on, outcome=Outcome.DISCLOSED, **fields):
    return DisclosureRequestFactory(
        organ=organ,
        received_on=received_on,
        closed_on=closed_on,
        outcome=outcome.value,
        **fields,
    )


def counted(organ, year, column, row):
    table = {"table3": tabulate_requests(request_groups(organ, year))}
    return cell_value(table, f"table3.{column}.{row}")


def test_request_groups_puts_alike_requests_together(organ):
    for number in ("A", "B"):
        closed(organ, date(2021, 3, 1), date(2021, 3, 20), number=number)

    assert request_groups(organ, YEAR) == [
        RequestGroup(
            ApplicantKind.NATURAL_PERSON,
            Period.DURING,
            Period.DURING,
            Outcome.DISCLOSED,
            2,
        )
    ]


def test_request_groups_takes_one_query(organ, django_assert_num_queries):
    closed(organ, date(2021, 3, 1), date(2021, 3, 20))

    with django_assert_num_queries(1):
        request_groups(organ, YEAR)


def test_request_groups_leaves_out_other_organs_and_other_years(organ):
    closed(OrganFactory(), date(2021, 3, 1), date(2021, 3, 20))
    closed(organ, date(2020, 3, 1), date(2020, 12, 31))
    DisclosureRequestFactory(organ=organ, received_on=date(2022, 1, 1))

    assert request_groups(organ, YEAR) == []


@pytest.mark.parametrize(
    ("received_on", "closed_on", "rows"),
    [
        (date(2021, 1, 1), date(2021, 12, 31), {"new", "disclosed", "concluded"}),
        (
            date(2020, 12, 31),
            date(2021, 1, 1),
            {"brought_forward", "disclosed", "concluded"},
        ),
        (date(2021, 12, 31), date(2022, 1, 1), {"new", "carried_forward"}),
        (date(2020, 12, 31), date(2022, 1, 1), {"brought_forward", "carried_forward"}),
        (date(2020, 12, 31), date(2020, 12, 31), set()),
        (date(2022, 1, 1), date(2022, 1, 1), set()),
    ],
)
def test_a_request_on_the_border_of_the_year_counts_and_opens_in_its_rows(
    organ, received_on, closed_on, rows
):
    case = closed(organ, received_on, closed_on)
    every = ["new", "brought_forward", "disclosed", "concluded", "carried_forward"]

    opened = {
        row for row in every if case in requests_in_cell(organ, YEAR, "total", row)
    }

    assert opened == rows
    assert {row for row in every if counted(organ, YEAR, "total", row)} == rows


def test_an_open_request_is_carried_forward_year_after_year(organ):
    DisclosureRequestFactory(organ=organ, received_on=date(2021, 12, 31))

    assert counted(organ, 2021, "natural_person", "carried_forward") == 1
    assert counted(organ, 2022, "natural_person", "brought_forward") == 1
    assert counted(organ, 2022, "natural_person", "carried_forward") == 1


def mixed_requests(organ, count, seed):
    """Requests of every kind and end, received from late 2020 to early 2022."""
    choose = random.Random(seed)  # noqa: S311
    outcomes, kinds = list(Outcome), list(ApplicantKind)
    for n in range(count):
        received_on = date(2020, 10, 1) + timedelta(days=choose.randrange(500))
        is_open = choose.random() < 0.2
        ended_on = received_on + timedelta(days=choose.randrange(60))
        yield DisclosureRequest(
            organ=organ,
            number=f"Y{n}",
            applicant_kind=choose.choice(kinds).value,
            channel=RequestChannel.ONLINE,
            subject="申请公开一份文件。",
            received_on=received_on,
            closed_on=None if is_open else ended_on,
            outcome="" if is_open else choose.choice(outcomes).value,
        )


def test_every_cell_of_table_three_opens_exactly_what_it_counts(organ):
    DisclosureRequest.objects.bulk_create(mixed_requests(organ, 1500, seed=7))
    DisclosureRequest.objects.bulk_create(mixed_requests(OrganFactory(), 50, seed=8))
    table = {"table3": tabulate_requests(request_groups(organ, YEAR))}
    cells = [path for path in cell_paths(load_format("2021")) if "table3" in path]

    opened = {
        path: requests_in_cell(organ, YEAR, *path.split(".", 2)[1:]).count()
        for path in cells
    }

    assert opened == {path: cell_value(table, path) for path in cells}
    assert len(cells) == 175
    assert sum(1 for count in opened.values() if count) > 150


def test_requests_in_cell_opens_a_whole_group_of_outcomes(organ):
    secret = closed(
        organ, date(2021, 3, 1), date(2021, 3, 20), Outcome.WITHHELD_STATE_SECRET
    )
    closed(organ, date(2021, 3, 1), date(2021, 3, 20), Outcome.OTHER_OTHER)

    assert list(requests_in_cell(organ, YEAR, "total", "withheld")) == [secret]


def test_requests_in_cell_opens_one_column(organ):
    company = ApplicantKind.COMMERCIAL_ENTERPRISE.value
    case = DisclosureRequestFactory(organ=organ, applicant_kind=company)
    DisclosureRequestFactory(organ=organ)

    assert list(requests_in_cell(organ, YEAR, company, "new")) == [case]


@pytest.mark.parametrize(
    ("column", "row"), [("total", "nothing"), ("nobody", "new"), ("total", "")]
)
def test_requests_in_cell_refuses_a_cell_that_the_table_has_not(organ, column, row):
    with pytest.raises(GongkaiError, match="表三没有"):
        requests_in_cell(organ, YEAR, column, row)
