"""An overturned penalty decision goes within three working days."""

from datetime import date

import pytest
from django.urls import reverse

from factories.organs import account_with_role
from factories.publishing import ItemFactory
from gongkai.organs.roles import Role
from gongkai.publishing.models import Item, ItemStatus, Overturning
from gongkai.publishing.selectors import items_overturned, may_be_overturned
from gongkai.publishing.services import mark_overturned, withdraw
from gongkai.statute.errors import GongkaiError

pytestmark = pytest.mark.django_db

FRIDAY = date(2026, 3, 6)


@pytest.fixture
def penalty():
    return ItemFactory(title="关于某培训机构的行政处罚决定书")


def test_the_limit_counts_three_working_days(penalty):
    mark_overturned(item=penalty, how=Overturning.REVOKED, on=FRIDAY, actor=None)

    assert penalty.withdraw_by == date(2026, 3, 11)
    assert list(items_overturned(Item.objects.all())) == [penalty]
    assert not may_be_overturned(penalty)


def test_a_withdrawn_decision_waits_no_more(penalty):
    mark_overturned(item=penalty, how=Overturning.VOID, on=FRIDAY, actor=None)

    withdraw(item=penalty, actor=None, reason="原决定被确认无效。")

    assert items_overturned(Item.objects.all()).count() == 0


def test_the_reason_is_written_already_when_it_is_taken_back(client, penalty):
    client.force_login(account_with_role(Role.OGI_OFFICER, penalty.organ))
    address = reverse("item:overturn", args=[penalty.pk])
    client.post(address, {"how": "revoked", "on": "2026-03-06", "version": 0})

    page = client.get(reverse("item:withdraw", args=[penalty.pk])).content.decode()

    assert "原行政处罚决定已于2026-03-06被依法撤销。" in page


@pytest.mark.parametrize(
    ("fields", "on", "message"),
    [
        ({"status": ItemStatus.WITHDRAWN}, FRIDAY, "没有发布，不用撤下"),
        ({}, date(2021, 5, 1), "早于成文日期"),
    ],
)
def test_what_is_not_public_or_not_made_yet_is_refused(penalty, fields, on, message):
    Item.objects.filter(pk=penalty.pk).update(**fields)

    with pytest.raises(GongkaiError, match=message):
        mark_overturned(item=penalty, how=Overturning.REVOKED, on=on, actor=None)


def test_other_items_are_not_offered_the_act():
    assert not may_be_overturned(ItemFactory(title="招生通知"))
