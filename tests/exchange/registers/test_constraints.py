from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db.models import F, Q

from factories.casework import DisclosureRequestFactory
from factories.ledger import LedgerEntryFactory
from factories.publishing import ItemFactory
from gongkai.casework.models import DisclosureRequest
from gongkai.exchange.registers.constraints import fields_of, holds, violated
from gongkai.ledger.models import EntryKind

pytestmark = pytest.mark.django_db

DAY = date(2021, 6, 1)
EARLIER = date(2021, 5, 31)


def names(record):
    return [constraint.name for constraint in violated(record)]


@pytest.mark.parametrize("outcome", ["", "disclosed"])
@pytest.mark.parametrize("closed_on", [None, EARLIER, DAY])
def test_violated_agrees_with_the_database_on_requests(outcome, closed_on):
    record = DisclosureRequestFactory.build(
        received_on=DAY, outcome=outcome, closed_on=closed_on
    )

    assert names(record) == names_by_database(record)


@pytest.mark.parametrize("kind", EntryKind.values)
@pytest.mark.parametrize("amount", [None, Decimal(1)])
def test_violated_agrees_with_the_database_on_the_ledger(kind, amount):
    record = LedgerEntryFactory.build(kind=kind, amount=amount)

    assert names(record) == names_by_database(record)


@pytest.mark.parametrize("status", ["draft", "published"])
@pytest.mark.parametrize("disclosed_on", [None, DAY])
def test_violated_agrees_with_the_database_on_items(status, disclosed_on):
    record = ItemFactory.build(
        organ=None, category=None, status=status, disclosed_on=disclosed_on
    )

    assert names(record) == names_by_database(record)


def names_by_database(record):
    refused = []
    for constraint in record._meta.constraints:  # noqa: SLF001
        if not hasattr(constraint, "condition") or constraint.name.endswith("_number"):
            continue
        try:
            constraint.validate(type(record), record)
        except ValidationError:
            refused.append(constraint.name)
    return refused


def test_an_unset_value_makes_a_comparison_unknown():
    record = DisclosureRequest(received_on=DAY, closed_on=None)

    assert holds(Q(closed_on__gte=F("received_on")), record) is None
    assert holds(~Q(closed_on__gte=F("received_on")), record) is None
    assert holds(Q(closed_on__isnull=True) | Q(closed_on__lt=DAY), record) is True


def test_a_condition_beyond_comparison_is_left_to_the_database():
    record = DisclosureRequestFactory.build(subject="申请")
    constraint = DisclosureRequest._meta.constraints[-1].clone()  # noqa: SLF001
    constraint.condition = Q(subject__startswith="申")

    record._meta.constraints.append(constraint)  # noqa: SLF001
    try:
        assert names(record) == []
        record.subject = "求"
        assert names(record) == [constraint.name]
    finally:
        record._meta.constraints.remove(constraint)  # noqa: SLF001


def test_fields_of_a_condition_are_named_once_in_order():
    received = F("received_on")
    condition = Q(closed_on__isnull=True, outcome="") | ~Q(closed_on__lt=received)

    assert fields_of(condition) == ["closed_on", "outcome", "received_on"]
