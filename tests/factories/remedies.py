"""Invented reconsiderations and lawsuits."""

from datetime import date

import factory

from factories.organs import OrganFactory
from gongkai.remedies.models import RemedyCase
from gongkai.statute.remedy_results import RemedyRoute


class RemedyCaseFactory(factory.django.DjangoModelFactory[RemedyCase]):
    """A pending reconsideration."""

    class Meta:
        model = RemedyCase

    organ = factory.SubFactory(OrganFactory)
    number = factory.Sequence(lambda n: f"J{n:05d}")
    route = RemedyRoute.RECONSIDERATION.value
    handling_body = "云溪县人民政府"
    subject = "不服政府信息公开答复。"
    accepted_on = date(2021, 6, 1)
