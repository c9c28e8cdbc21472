"""Invented proposals, trainings and problems."""

from datetime import date

import factory

from factories.organs import OrganFactory
from gongkai.supervision.models import (
    Problem,
    ProblemKind,
    Proposal,
    ProposalKind,
    Training,
    TrainingKind,
)


class ProposalFactory(factory.django.DjangoModelFactory[Proposal]):
    class Meta:
        model = Proposal

    organ = factory.SubFactory(OrganFactory)
    number = factory.Sequence(lambda n: f"P{n:03d}")
    kind = ProposalKind.CONGRESS
    title = "关于增设城区学校的建议"
    received_on = date(2021, 3, 15)


class TrainingFactory(factory.django.DjangoModelFactory[Training]):
    class Meta:
        model = Training

    organ = factory.SubFactory(OrganFactory)
    number = factory.Sequence(lambda n: f"X{n:03d}")
    kind = TrainingKind.TRAINING
    held_on = date(2021, 4, 8)
    title = "政府信息公开业务培训"
    attendees = 30


class ProblemFactory(factory.django.DjangoModelFactory[Problem]):
    class Meta:
        model = Problem

    organ = factory.SubFactory(OrganFactory)
    number = factory.Sequence(lambda n: f"W{n:03d}")
    year = 2021
    kind = ProblemKind.PROBLEM
    heading = "公开数量有待提升"
