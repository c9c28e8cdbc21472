"""Invented ledger entries."""

from datetime import date
from decimal import Decimal

import factory

from factories.organs import OrganFactory
from gongkai.ledger.models import EntryKind, LedgerEntry


class LedgerEntryFactory(factory.django.DjangoModelFactory[LedgerEntry]):
    """A licensing decision; ``fee=True`` makes it a fee of 100 yuan."""

    class Meta:
        model = LedgerEntry

    class Params:
        fee = factory.Trait(kind=EntryKind.FEE, amount=Decimal(100))

    organ = factory.SubFactory(OrganFactory)
    number = factory.Sequence(lambda n: f"T{n:05d}")
    kind = EntryKind.LICENSING
    happened_on = date(2021, 6, 1)
    subject = "教师资格认定"
