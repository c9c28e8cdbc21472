"""Invented members of a leadership group."""

import factory

from factories.organs import OrganFactory
from gongkai.organs.models import LeadershipMember, LeadershipPosition


class LeadershipMemberFactory(factory.django.DjangoModelFactory[LeadershipMember]):
    class Meta:
        model = LeadershipMember

    organ = factory.SubFactory(OrganFactory)
    number = factory.Sequence(lambda n: f"L{n:02d}")
    name = "周知行"
    post = "局长"
    position = LeadershipPosition.HEAD
