"""The pages of a long list."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from factories.publishing import ItemFactory
from gongkai.publishing.models import Channel


@pytest.fixture
def items(organ):
    """Fifty-three items, newest first, all of them on two channels."""
    newest = date(2021, 12, 31)
    return [
        ItemFactory(
            organ=organ,
            category__organ=organ,
            disclosed_on=newest - timedelta(days=n),
            channels=[Channel.GOVERNMENT_WEBSITE, Channel.WECHAT],
        )
        for n in range(53)
    ]


def listed(desk, **query):
    page = desk.get(reverse("item:index"), query)
    return [row.url for row in page.context["table"].rows]


def addresses(items):
    return [reverse("item:inspect", args=[item.pk]) for item in items]


def test_pages_follow_each_other_without_gap_or_repetition(desk, items):
    assert listed(desk) == addresses(items[:50])
    assert listed(desk, p=2) == addresses(items[50:])


def test_page_beyond_the_last_is_the_last(desk, items):
    assert listed(desk, p=99) == addresses(items[50:])


def test_pages_keep_filter_and_order(desk, items):
    asked = {"channel": "wechat", "ordering": "disclosed_on"}

    assert listed(desk, **asked, p=2) == addresses(items[2::-1])


def test_page_of_an_empty_list_is_empty(desk):
    assert listed(desk) == []
