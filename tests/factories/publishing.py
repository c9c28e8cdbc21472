"""Invented items and normative documents."""

from datetime import date

import factory

from factories.catalogue import CategoryFactory
from factories.organs import OrganFactory, account_with_role
from gongkai.organs.roles import Role
from gongkai.publishing.models import (
    Item,
    ItemStatus,
    LexiconWord,
    NormativeDocument,
    Release,
)
from gongkai.statute.review import ReviewLevel


class ItemFactory(factory.django.DjangoModelFactory[Item]):
    """A published item; ``channels=[…]`` lets it go out on them."""

    class Meta:
        model = Item
        skip_postgeneration_save = True

    organ = factory.SubFactory(OrganFactory)
    number = factory.Sequence(lambda n: f"S{n:05d}")
    title = factory.Sequence(lambda n: f"关于第{n}件事的通知")
    category = factory.SubFactory(
        CategoryFactory, organ=factory.SelfAttribute("..organ")
    )
    formed_on = date(2021, 5, 20)
    disclosed_on = date(2021, 6, 1)
    status = ItemStatus.PUBLISHED

    @factory.post_generation
    def channels(self, create, extracted, **_):  # noqa: ARG002
        for channel in extracted or ():
            Release.objects.create(item=self, channel=channel)


def reviewers_of(item):
    """Make a person with an account for each of the three levels."""
    return {
        ReviewLevel.FIRST: account_with_role(Role.OFFICE_REVIEWER, item.organ),
        ReviewLevel.SECOND: account_with_role(Role.OGI_REVIEWER, item.organ),
        ReviewLevel.THIRD: account_with_role(Role.RELEASE_REVIEWER, item.organ),
    }


def staff(organ):
    """Give the organ a reviewer for each level, unless it has all three."""
    for role in (Role.OFFICE_REVIEWER, Role.OGI_REVIEWER, Role.RELEASE_REVIEWER):
        if not organ.role_assignments.filter(role=role).exists():
            account_with_role(role, organ)


def draft_of(author, **fields):
    """Make a draft, whole enough to be submitted, written by this account.

    Its organ has somebody for every level, or it could not be submitted.
    """
    staff(author.person.organ)
    return ItemFactory(
        organ=author.person.organ,
        status=ItemStatus.DRAFT,
        disclosed_on=None,
        author=author,
        summary="说明这件事怎么办。",
        body="现将有关事项通知如下。",
        **fields,
    )


class NormativeDocumentFactory(factory.django.DjangoModelFactory[NormativeDocument]):
    class Meta:
        model = NormativeDocument

    organ = factory.SubFactory(OrganFactory)
    number = factory.Sequence(lambda n: f"D{n:05d}")
    title = "关于规范校外培训的意见"
    document_number = "云教〔2021〕1号"
    issued_on = date(2021, 3, 1)


class LexiconWordFactory(factory.django.DjangoModelFactory[LexiconWord]):
    class Meta:
        model = LexiconWord

    organ = factory.SubFactory(OrganFactory)
    word = factory.Sequence(lambda n: f"错字{n}")
