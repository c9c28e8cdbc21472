"""Invented disclosure requests."""

from datetime import date

import factory

from factories.organs import OrganFactory
from gongkai.casework.models import DisclosureRequest, RequestChannel
from gongkai.statute.applicants import ApplicantKind


class DisclosureRequestFactory(factory.django.DjangoModelFactory[DisclosureRequest]):
    """An open request of a natural person."""

    class Meta:
        model = DisclosureRequest

    organ = factory.SubFactory(OrganFactory)
    number = factory.Sequence(lambda n: f"Y{n:05d}")
    applicant_kind = ApplicantKind.NATURAL_PERSON.value
    channel = RequestChannel.ONLINE
    subject = "申请公开2021年教师招聘方案。"
    received_on = date(2021, 6, 1)
