"""Invented items and normative documents."""

from datetime import date

import factory

from factories.catalogue import CategoryFactory
from factories.organs import OrganFactory
from gongkai.publishing.models import (
    Item,
    ItemStatus,
    NormativeDocument,
    Release,
)


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


class NormativeDocumentFactory(factory.django.DjangoModelFactory[NormativeDocument]):
    class Meta:
        model = NormativeDocument

    organ = factory.SubFactory(OrganFactory)
    number = factory.Sequence(lambda n: f"D{n:05d}")
    title = "关于规范校外培训的意见"
    document_number = "云教〔2021〕1号"
    issued_on = date(2021, 3, 1)
