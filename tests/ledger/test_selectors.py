from datetime import date
from decimal import Decimal

import pytest

from factories.ledger import LedgerEntryFactory
from factories.organs import OrganFactory
from gongkai.ledger.figures import FIGURES
from gongkai.ledger.models import EntryKind
from gongkai.ledger.selectors import entries_in_cell, ledger_totals
from gongkai.statute.annual_report.tabulation import LedgerTotals
from gongkai.statute.errors import GongkaiError

pytestmark = pytest.mark.django_db


@pytest.fixture
def organ():
    return OrganFactory()


def test_ledger_totals_of_an_empty_ledger_are_zero(organ):
    assert ledger_totals(organ, 2021) == LedgerTotals(fee_decimal_places=4)


def test_ledger_totals_add_quantities_and_fees_of_the_year_in_one_query(
    organ, django_assert_num_queries
):
    LedgerEntryFactory(organ=organ, quantity=80, happened_on=date(2021, 1, 1))
    LedgerEntryFactory(organ=organ, quantity=8, happened_on=date(2021, 12, 31))
    LedgerEntryFactory(organ=organ, kind=EntryKind.PENALTY)
    LedgerEntryFactory(organ=organ, kind=EntryKind.COMPULSION, quantity=3)
    LedgerEntryFactory(organ=organ, fee=True, amount=Decimal("26735355.01"))
    LedgerEntryFactory(organ=organ, fee=True, amount=Decimal("0.09"))

    with django_assert_num_queries(1):
        totals = ledger_totals(organ, 2021)

    assert totals == LedgerTotals(
        licensing_decisions=88,
        penalty_decisions=1,
        compulsion_decisions=3,
        fees_fen=2673535510,
        fee_decimal_places=4,
    )


def test_ledger_totals_leave_out_other_organs_and_years(organ):
    LedgerEntryFactory()
    LedgerEntryFactory(organ=organ, happened_on=date(2020, 12, 31))
    LedgerEntryFactory(organ=organ, happened_on=date(2022, 1, 1))

    assert ledger_totals(organ, 2021).licensing_decisions == 0


@pytest.mark.parametrize("kind", EntryKind.values)
def test_entries_in_cell_opens_the_entries_of_the_row(organ, kind):
    entries = {
        EntryKind.LICENSING: LedgerEntryFactory(organ=organ),
        EntryKind.PENALTY: LedgerEntryFactory(organ=organ, kind=EntryKind.PENALTY),
        EntryKind.COMPULSION: LedgerEntryFactory(
            organ=organ, kind=EntryKind.COMPULSION
        ),
        EntryKind.FEE: LedgerEntryFactory(organ=organ, fee=True),
    }

    assert list(entries_in_cell(organ, 2021, kind)) == [entries[kind]]


def test_entries_in_cell_refuses_an_unknown_row(organ):
    with pytest.raises(GongkaiError, match="没有“taxes”这一类"):
        entries_in_cell(organ, 2021, "taxes")


def test_figures_add_up_decisions_and_yuan(organ):
    LedgerEntryFactory(organ=organ, quantity=588)
    LedgerEntryFactory(organ=organ, fee=True, amount=Decimal("12.50"))

    assert {figure.key: figure.value(organ, 2021) for figure in FIGURES} == {
        "ledger.licensing": 588,
        "ledger.penalties": 0,
        "ledger.compulsion": 0,
        "ledger.fees": Decimal("12.5"),
    }
