"""Invented catalogues and guides."""

import factory

from factories.organs import OrganFactory
from gongkai.catalogue.models import Category, Duty, Guide


class CategoryFactory(factory.django.DjangoModelFactory[Category]):
    class Meta:
        model = Category

    organ = factory.SubFactory(OrganFactory)
    code = factory.Sequence(lambda n: f"A{n:02d}")
    name = factory.Sequence(lambda n: f"第{n}类信息")


class DutyFactory(factory.django.DjangoModelFactory[Duty]):
    class Meta:
        model = Duty

    organ = factory.SubFactory(OrganFactory)
    number = factory.Sequence(lambda n: f"{n:02d}")
    first_level = "招生管理"
    second_level = factory.Sequence(lambda n: f"第{n}项信息")
    content = "招生范围；学区划分详细情况"
    basis = "《政府信息公开条例》第二十条第（十一）项"


class GuideFactory(factory.django.DjangoModelFactory[Guide]):
    class Meta:
        model = Guide

    organ = factory.SubFactory(OrganFactory)
    work_body = "云溪县示例局办公室"
    classification = "按内容分类。"
    arrangement = "按目录编排。"
    ways_to_obtain = "在网站查阅，或者到办公室查阅。"
