"""Withheld information is looked at again (条例第十八条)."""

from datetime import date

import pytest

from factories.organs import account_with_role
from factories.publishing import ItemFactory, reviewers_of
from gongkai.audit.models import AuditEntry
from gongkai.organs.roles import Role
from gongkai.publishing.models import Item, ItemStatus, ReappraisalResult
from gongkai.publishing.selectors import items_to_reappraise
from gongkai.publishing.services import reappraise, save_item
from gongkai.statute.errors import GongkaiError

pytestmark = pytest.mark.django_db

KEPT, DISCLOSED = ReappraisalResult.KEPT, ReappraisalResult.DISCLOSED
DAY = date(2026, 3, 2)


def withheld(**fields):
    values = {
        "attribute": "not_disclosed",
        "ground": "withheld.internal_affairs",
        "status": ItemStatus.DRAFT,
        "disclosed_on": None,
        "summary": "内部分工。",
        "body": "分工如下。",
        "reappraise_on": DAY,
    }
    return ItemFactory(**(values | fields))


def officer_of(item):
    return account_with_role(Role.OGI_OFFICER, item.organ)


def test_withheld_information_gets_a_day_when_it_is_registered():
    item = ItemFactory.build(
        organ=withheld().organ,
        number="S-1",
        category=Item.objects.get().category,
        attribute="on_request",
        status=ItemStatus.DRAFT,
        disclosed_on=None,
    )

    save_item(item=item, actor=None)

    assert item.reappraise_on is not None


def test_what_is_due_is_found_and_public_items_are_not():
    due = withheld()
    withheld(reappraise_on=date(2026, 3, 3))
    ItemFactory(reappraise_on=DAY)

    assert list(items_to_reappraise(Item.objects.all(), DAY)) == [due]


def test_kept_information_is_looked_at_again_after_a_year():
    item = withheld()

    reappraise(
        item=item, result=KEPT, reason="情势没有变化", on=DAY, actor=officer_of(item)
    )

    assert (item.reappraise_on, item.attribute) == (date(2027, 3, 2), "not_disclosed")
    assert AuditEntry.objects.first().action == "评估：维持"


def test_what_may_be_public_now_goes_to_review_with_a_limit_of_its_own():
    item = withheld()
    reviewers_of(item)

    reappraise(
        item=item,
        result=DISCLOSED,
        reason="事项已经办结",
        on=DAY,
        actor=officer_of(item),
    )

    assert (item.attribute, item.ground, item.reappraise_on) == ("proactive", "", None)
    assert (item.review_state, item.changed_on) == ("under_review", DAY)
    assert item.due_on == date(2026, 3, 30)


def test_what_is_not_whole_waits_as_a_draft():
    item = withheld(summary="")

    reappraise(
        item=item, result=DISCLOSED, reason="可以公开", on=DAY, actor=officer_of(item)
    )

    assert (item.attribute, item.review_state) == ("proactive", "draft")


@pytest.mark.parametrize(
    ("fields", "reason", "message"),
    [
        ({}, " ", "请写明评估的理由"),
        ({"attribute": "proactive", "ground": ""}, "可以公开", "不用定期评估"),
    ],
)
def test_an_appraisal_without_reason_or_of_public_information_is_refused(
    fields, reason, message
):
    item = withheld(**fields)

    with pytest.raises(GongkaiError, match=message):
        reappraise(
            item=item, result=KEPT, reason=reason, on=DAY, actor=officer_of(item)
        )

    assert item.reappraisals.count() == 0
