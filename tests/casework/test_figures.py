from datetime import date
from decimal import Decimal

import pytest

from factories.casework import DisclosureRequestFactory
from factories.fees import notified
from factories.organs import OrganFactory
from gongkai.annual_report.counting import record_facts
from gongkai.annual_report.figures import figure_records
from gongkai.casework.figures import FIGURES
from gongkai.casework.services import record_fee_payment, refund_fee
from gongkai.statute.outcomes import Outcome

pytestmark = pytest.mark.django_db

YEARS = (2023, 2024, 2025)


def values(organ, year=2021):
    return {figure.key: figure.value(organ, year) for figure in FIGURES}


def test_figures_count_the_requests_of_the_year():
    organ = OrganFactory()
    DisclosureRequestFactory(organ=organ)
    DisclosureRequestFactory(
        organ=organ,
        received_on=date(2020, 12, 31),
        closed_on=date(2021, 1, 4),
        outcome=Outcome.DISCLOSED.value,
    )

    assert values(organ) == {
        "requests.received": 1,
        "requests.concluded": 1,
        "requests.open": 1,
        "processing_fee.yuan": Decimal(0),
    }


def test_processing_fee_belongs_to_the_year_in_which_its_request_was_closed():
    organ = OrganFactory()
    for closed_on, fee in (
        (date(2021, 12, 31), "100.10"),
        (date(2021, 1, 1), "300.20"),
        (date(2022, 1, 1), "7"),
    ):
        DisclosureRequestFactory(
            organ=organ,
            received_on=date(2020, 12, 1),
            closed_on=closed_on,
            outcome=Outcome.DISCLOSED.value,
            processing_fee=Decimal(fee),
        )

    assert values(organ)["processing_fee.yuan"] == Decimal("400.3")


def test_processing_fee_opens_only_requests_that_paid():
    organ = OrganFactory()
    ended = {"closed_on": date(2021, 7, 1), "outcome": Outcome.DISCLOSED.value}
    DisclosureRequestFactory(organ=organ, **ended)
    paid = DisclosureRequestFactory(organ=organ, processing_fee=Decimal(200), **ended)
    (fee,) = [figure for figure in FIGURES if figure.key == "processing_fee.yuan"]

    assert list(fee.records(organ, 2021)) == [paid]


def test_figures_name_their_register():
    assert {figure.register for figure in FIGURES} == {"casework.disclosurerequest"}


def paid(case, yuan, on):
    record_fee_payment(
        disclosure_request=case,
        paid_on=on,
        yuan=Decimal(yuan),
        actor=None,
        today=on,
    )


def test_a_payment_belongs_to_the_year_of_its_day():
    case = notified()
    paid(case, 100, date(2024, 12, 10))
    refund_fee(
        disclosure_request=case,
        refunded_on=date(2025, 1, 6),
        yuan=Decimal(30),
        reason="多算一件",
        actor=None,
        today=date(2025, 1, 6),
    )

    assert values(case.organ, 2024)["processing_fee.yuan"] == 100
    assert values(case.organ, 2025)["processing_fee.yuan"] == -30


def test_the_fee_of_the_year_opens_the_cases_that_paid_in_it():
    case = notified()
    paid(case, 100, date(2024, 12, 10))
    path = "figures.processing_fee.yuan"

    opened = {year: list(figure_records(case.organ, year, path)[1]) for year in YEARS}

    assert opened == {2023: [], 2024: [case], 2025: []}


def test_the_report_checks_the_fee_by_the_same_sum():
    case = notified()
    paid(case, 40, date(2024, 12, 10))

    assert record_facts(case.organ, 2024).processing_fee_yuan == 40
