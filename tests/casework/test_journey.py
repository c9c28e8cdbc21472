"""A whole case by its steps, and the one cell of table three in which it ends."""

from datetime import date

import pytest

from factories.casework import decided, registered, take_steps
from factories.organs import OrganFactory
from gongkai.casework.selectors import request_groups, requests_in_cell
from gongkai.casework.services import undo_last_step
from gongkai.statute.annual_report.cells import cell_paths, cell_value
from gongkai.statute.annual_report.format import load_format
from gongkai.statute.annual_report.tabulation import tabulate_requests
from gongkai.statute.applicants import ApplicantKind
from gongkai.statute.clock import Step, StepKind
from gongkai.statute.outcomes import Outcome

pytestmark = pytest.mark.django_db

#: What must have happened before some outcomes may be chosen.
_BEFORE = {
    Outcome.UNAVAILABLE_UNCLEAR_AFTER_AMENDMENT: (
        Step(StepKind.AMENDMENT_REQUESTED, date(2022, 4, 6)),
        Step(StepKind.AMENDED, date(2022, 4, 7)),
    ),
    Outcome.OTHER_AMENDMENT_LAPSED: (
        Step(StepKind.AMENDMENT_REQUESTED, date(2022, 4, 6)),
    ),
    Outcome.OTHER_FEE_LAPSED: (Step(StepKind.FEE_NOTIFIED, date(2022, 4, 6)),),
}
_ENDS = {
    Outcome.OTHER_AMENDMENT_LAPSED: StepKind.AMENDMENT_LAPSED,
    Outcome.OTHER_FEE_LAPSED: StepKind.FEE_LAPSED,
    Outcome.OTHER_OTHER: StepKind.WITHDRAWN,
}


def filled_cells(organ, year):
    table = {"table3": tabulate_requests(request_groups(organ, year))}
    paths = [path for path in cell_paths(load_format("2021")) if "table3" in path]
    values = {path.removeprefix("table3."): cell_value(table, path) for path in paths}
    return {path: value for path, value in values.items() if value}


@pytest.mark.parametrize("outcome", list(Outcome))
def test_every_ending_fills_exactly_its_cell(outcome):
    case = registered(date(2022, 3, 28))
    last = date(2022, 6, 10)
    end = Step(_ENDS[outcome], last) if outcome in _ENDS else decided(last, outcome)

    take_steps(case, *_BEFORE.get(outcome, ()), end)

    rows = ("new", outcome.value, "concluded")
    assert filled_cells(case.organ, 2022) == {
        f"{column}.{row}": 1 for column in ("natural_person", "total") for row in rows
    }
    assert list(
        requests_in_cell(case.organ, 2022, "natural_person", outcome.value)
    ) == [case]


def test_a_long_journey_counts_once_in_the_column_of_its_applicant():
    organ = OrganFactory()
    case = registered(
        date(2023, 4, 10),
        organ=organ,
        applicant_kind=ApplicantKind.COMMERCIAL_ENTERPRISE.value,
    )

    take_steps(
        case,
        Step(StepKind.AMENDMENT_REQUESTED, date(2023, 4, 12)),
        Step(StepKind.AMENDED, date(2023, 4, 14)),
        Step(
            StepKind.THIRD_PARTY_CONSULTED,
            date(2023, 4, 17),
            received_on=date(2023, 4, 18),
        ),
        Step(StepKind.THIRD_PARTY_REPLIED, date(2023, 5, 8)),
        Step(StepKind.EXTENDED, date(2023, 5, 10)),
        decided(date(2023, 6, 1), "partially_disclosed"),
        Step(StepKind.DELIVERED, date(2023, 6, 5)),
    )

    rows = ("new", "partially_disclosed", "concluded")
    assert filled_cells(organ, 2023) == {
        f"{column}.{row}": 1
        for column in ("commercial_enterprise", "total")
        for row in rows
    }


def test_a_request_open_at_the_end_of_the_year_is_brought_forward():
    case = registered(date(2021, 12, 20))
    assert case.due_on == date(2022, 1, 18)

    take_steps(case, decided(date(2022, 1, 17)))

    organ = case.organ
    assert filled_cells(organ, 2021) == {
        "natural_person.new": 1,
        "natural_person.carried_forward": 1,
        "total.new": 1,
        "total.carried_forward": 1,
    }
    assert filled_cells(organ, 2022) == {
        f"{column}.{row}": 1
        for column in ("natural_person", "total")
        for row in ("brought_forward", "disclosed", "concluded")
    }


def test_an_amendment_in_the_new_year_leaves_the_request_in_the_old_one():
    case = take_steps(
        registered(date(2021, 12, 20)),
        Step(StepKind.AMENDMENT_REQUESTED, date(2021, 12, 28)),
        Step(StepKind.AMENDED, date(2022, 1, 5)),
    )

    assert filled_cells(case.organ, 2021)["total.carried_forward"] == 1
    assert filled_cells(case.organ, 2022)["total.brought_forward"] == 1
    assert "total.new" not in filled_cells(case.organ, 2022)


def test_a_reply_taken_back_takes_its_figure_with_it():
    case = take_steps(registered(date(2022, 3, 28)), decided(date(2022, 4, 1)))

    undo_last_step(
        disclosure_request=case, reason="点错", actor=None, today=date(2022, 4, 1)
    )

    assert filled_cells(case.organ, 2022) == {
        f"{column}.{row}": 1
        for column in ("natural_person", "total")
        for row in ("new", "carried_forward")
    }
