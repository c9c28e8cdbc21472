"""Invented patrol log entries."""

from datetime import date

import factory

from factories.organs import OrganFactory
from gongkai.patrol.models import PatrolEntry


class PatrolEntryFactory(factory.django.DjangoModelFactory[PatrolEntry]):
    class Meta:
        model = PatrolEntry

    organ = factory.SubFactory(OrganFactory)
    number = factory.Sequence(lambda n: f"C{n:05d}")
    patrolled_on = date(2021, 6, 1)
    site = "云溪县人民政府门户网站教育专栏"
