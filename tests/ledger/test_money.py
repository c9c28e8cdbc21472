from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db.models import Sum

from factories.ledger import LedgerEntryFactory
from gongkai.ledger.models import LedgerEntry, YuanField
from gongkai.ledger.models.money import to_fen


def test_yuan_becomes_whole_fen():
    assert to_fen(Decimal("26735355.01")) == 2673535501


@pytest.mark.parametrize("yuan", ["0.001", "1.005"])
def test_a_part_of_a_fen_is_refused(yuan):
    with pytest.raises(ValidationError, match="最多到分"):
        to_fen(Decimal(yuan))


@pytest.mark.parametrize("value", ["十元", "1,200", "1.2.3"])
def test_what_is_no_amount_is_refused(value):
    with pytest.raises(ValidationError, match="请填写金额"):
        YuanField().to_python(value)


@pytest.mark.parametrize("value", [None, ""])
def test_an_empty_amount_is_none(value):
    assert YuanField().to_python(value) is None


@pytest.mark.django_db
def test_an_amount_comes_back_from_the_database_as_it_went():
    LedgerEntryFactory(fee=True, amount=Decimal("0.10"))

    assert LedgerEntry.objects.get().amount == Decimal("0.1")
    assert LedgerEntry.objects.filter(amount=Decimal("0.10")).count() == 1


@pytest.mark.django_db
def test_the_database_adds_amounts_up_exactly():
    for _ in range(3):
        LedgerEntryFactory(fee=True, amount=Decimal("0.10"))

    total = LedgerEntry.objects.aggregate(total=Sum("amount"))["total"]

    assert total == Decimal("0.3")


@pytest.mark.django_db
def test_a_form_takes_two_decimals():
    field = LedgerEntry._meta.get_field("amount").formfield()  # noqa: SLF001

    assert field.clean("12.50") == Decimal("12.5")
    with pytest.raises(ValidationError):
        field.clean("12.505")
