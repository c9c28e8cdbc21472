"""Invented annual reports."""

import factory

from factories.organs import OrganFactory
from gongkai.annual_report.models import AnnualReport


class AnnualReportFactory(factory.django.DjangoModelFactory[AnnualReport]):
    """A report that is being written, for 2021."""

    class Meta:
        model = AnnualReport

    organ = factory.SubFactory(OrganFactory)
    year = 2021
    overview = (
        "通过政府网站公开信息⟦items.government_website⟧条。未收到政府信息公开申请。"
    )
