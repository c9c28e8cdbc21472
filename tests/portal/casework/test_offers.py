import pytest

from factories.publishing import ItemFactory
from gongkai.portal.casework.offers import offers
from gongkai.publishing.models import ItemStatus

pytestmark = pytest.mark.django_db


def titles(items):
    return [item.title for item in items]


def test_offers_what_is_near_though_not_the_same(organ):
    ItemFactory(organ=organ, title="云溪县2021年公开招聘教师公告")
    ItemFactory(organ=organ, title="关于做好防汛工作的通知")

    assert titles(offers(organ, "我想要2021年教师招聘的信息")) == [
        "云溪县2021年公开招聘教师公告"
    ]


def test_offers_the_nearest_first(organ):
    ItemFactory(organ=organ, title="教师招聘方案")
    ItemFactory(organ=organ, title="教师招聘面试安排")

    found = offers(organ, "教师招聘面试安排")

    assert titles(found) == ["教师招聘面试安排", "教师招聘方案"]


def test_offers_by_document_number_with_any_brackets(organ):
    ItemFactory(organ=organ, title="防汛", document_number="云示〔2021〕7号")

    assert titles(offers(organ, "", "云示[2021]7号")) == ["防汛"]


@pytest.mark.parametrize("status", [ItemStatus.DRAFT, ItemStatus.WITHDRAWN])
def test_offers_nothing_that_is_not_public(organ, status):
    ItemFactory(organ=organ, title="教师招聘方案", status=status)

    assert offers(organ, "教师招聘方案") == []


def test_offers_nothing_of_another_organ(organ):
    ItemFactory(title="教师招聘方案")

    assert offers(organ, "教师招聘方案") == []


@pytest.mark.parametrize("text", ["", "的", "申请公开", "\0", "%", "_"])
def test_offers_nothing_for_words_that_say_nothing(organ, text):
    ItemFactory(organ=organ)

    assert offers(organ, text) == []


def test_offers_five_at_most_in_one_query(organ, django_assert_num_queries):
    for _ in range(7):
        ItemFactory(organ=organ, title="教师招聘方案")

    with django_assert_num_queries(1):
        assert len(offers(organ, "教师招聘方案")) == 5
