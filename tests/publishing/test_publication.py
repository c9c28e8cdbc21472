"""Release to the public, and the way back."""

from datetime import UTC, date, datetime

import pytest

from factories.organs import OrganFactory, account_with_role
from factories.publishing import ItemFactory, draft_of, reviewers_of
from gongkai.audit.models import AuditEntry
from gongkai.organs.roles import Role
from gongkai.publishing.models import DisclosureAttribute, ItemStatus
from gongkai.publishing.services import (
    approve,
    publish,
    publish_due,
    submit,
    withdraw,
    withdraw_expired,
)
from gongkai.statute.errors import GongkaiError

pytestmark = pytest.mark.django_db

NOW = datetime(2021, 6, 2, 2, 0, tzinfo=UTC)
LATER = datetime(2021, 6, 3, 0, 30, tzinfo=UTC)


@pytest.fixture
def clerk():
    return account_with_role(Role.CLERK, OrganFactory())


def approved(clerk, **fields):
    """Bring a draft with an appointment through the three levels."""
    fields.setdefault("publish_at", LATER)
    item = draft_of(clerk, **fields)
    submit(item=item, actor=clerk, now=NOW)
    for reviewer in reviewers_of(item).values():
        approve(item=item, actor=reviewer, now=NOW)
    return item


def test_an_approved_item_waits_for_its_appointment(clerk):
    item = approved(clerk)

    assert (item.status, item.review_state) == (ItemStatus.DRAFT, "approved")


def test_publish_dates_the_item_and_journals_who_did_it(clerk):
    item = approved(clerk)
    officer = account_with_role(Role.OGI_OFFICER, item.organ)

    publish(item=item, actor=officer, on=date(2021, 6, 2), now=NOW)

    assert (item.status, item.disclosed_on) == ("published", date(2021, 6, 2))
    assert AuditEntry.objects.first().actor == officer


def test_publish_refuses_what_was_not_reviewed(clerk):
    item = draft_of(clerk)
    officer = account_with_role(Role.OGI_OFFICER, item.organ)

    with pytest.raises(GongkaiError, match="审核通过后才能发布"):
        publish(item=item, actor=officer, now=NOW)

    item.refresh_from_db()
    assert item.status == ItemStatus.DRAFT


def test_publish_refuses_another_content_than_the_reviewed(clerk):
    item = approved(clerk)
    item.body = "换过的正文。"
    item.save()

    with pytest.raises(GongkaiError, match="审核以后改动过"):
        publish(item=item, actor=None, now=NOW)


def test_publish_refuses_a_clerk(clerk):
    with pytest.raises(GongkaiError, match="您没有办理"):
        publish(item=approved(clerk), actor=clerk, now=NOW)


def test_publish_refuses_an_officer_of_another_organ(clerk):
    stranger = account_with_role(Role.OGI_OFFICER, OrganFactory())

    with pytest.raises(GongkaiError, match="您没有办理"):
        publish(item=approved(clerk), actor=stranger, now=NOW)


def test_publish_refuses_a_day_before_the_item_was_formed(clerk):
    item = approved(clerk, formed_on=date(2021, 6, 2))

    with pytest.raises(GongkaiError, match="早于成文日期2021-06-02"):
        publish(item=item, actor=None, on=date(2021, 6, 1), now=NOW)


def test_publish_refuses_what_is_published():
    with pytest.raises(GongkaiError, match="已经发布"):
        publish(item=ItemFactory(), actor=None, now=NOW)


def test_the_last_approval_releases_what_has_no_appointment(clerk):
    item = approved(clerk, publish_at=None)

    assert (item.status, item.disclosed_on) == ("published", date(2021, 6, 2))
    assert item.published_at == NOW


def test_what_is_not_for_disclosure_is_approved_and_stays_inside(clerk):
    item = approved(clerk, publish_at=None, attribute=DisclosureAttribute.ON_REQUEST)

    assert (item.status, item.review_state) == (ItemStatus.DRAFT, "approved")


def test_the_appointed_minute_releases(clerk):
    item = approved(clerk)

    early = publish_due(NOW)
    at_last = publish_due(LATER)

    item.refresh_from_db()
    assert (early, at_last) == ([], [item])
    assert (item.status, item.disclosed_on) == ("published", date(2021, 6, 3))


def test_an_appointment_of_what_was_changed_since_is_not_kept_and_told(clerk):
    item = approved(clerk)
    item.title = "换过的标题"
    item.save()

    released = publish_due(LATER)

    item.refresh_from_db()
    assert (released, item.status, item.publish_at) == ([], ItemStatus.DRAFT, None)
    assert AuditEntry.objects.first().action == "定时发布没有进行"


def test_an_expired_item_is_taken_back():
    item = ItemFactory(expire_at=NOW)
    ItemFactory(expire_at=LATER)

    taken = withdraw_expired(NOW)

    item.refresh_from_db()
    assert taken == [item]
    assert (item.status, item.withdrawal_reason) == (
        ItemStatus.WITHDRAWN,
        "定时撤下：公开期满。",
    )


def test_withdraw_keeps_the_reason_in_the_journal():
    item = ItemFactory()

    withdraw(item=item, actor=None, reason=" 内容有误 ")

    item.refresh_from_db()
    assert item.status == ItemStatus.WITHDRAWN
    last = AuditEntry.objects.first()
    assert (last.action, last.detail) == ("撤下", {"reason": "内容有误"})


@pytest.mark.parametrize(
    ("status", "reason", "message"),
    [
        (ItemStatus.DRAFT, "内容有误", "没有发布"),
        (ItemStatus.PUBLISHED, " ", "请写明撤下的理由"),
    ],
)
def test_withdraw_refuses_a_draft_and_an_empty_reason(status, reason, message):
    with pytest.raises(GongkaiError, match=message):
        withdraw(item=ItemFactory(status=status), actor=None, reason=reason)
