import pytest

from factories.catalogue import CategoryFactory, GuideFactory
from factories.organs import OrganFactory
from gongkai.catalogue.models import Section
from gongkai.organs.services import register_record
from gongkai.statute.errors import GongkaiError

pytestmark = pytest.mark.django_db


def test_the_sections_of_a_platform_bear_their_exact_names():
    assert Section.labels == [
        "政府信息公开指南",
        "政府信息公开制度",
        "法定主动公开内容",
        "政府信息公开年报",
    ]


def test_a_category_code_is_given_once_an_organ():
    category = CategoryFactory(code="A01")
    CategoryFactory(code="A01")
    twin = CategoryFactory.build(organ=category.organ, code="A01")

    with pytest.raises(GongkaiError, match="本机关已有这个目录编码"):
        register_record(record=twin, actor=None)


def test_an_organ_has_one_guide():
    organ = OrganFactory()
    GuideFactory(organ=organ)

    with pytest.raises(GongkaiError, match="机关"):
        register_record(record=GuideFactory.build(organ=organ), actor=None)


def test_a_guide_is_named_after_its_organ():
    assert str(GuideFactory(organ__name="云溪县教育局")) == (
        "云溪县教育局政府信息公开指南"
    )
