from datetime import date

import pytest

from factories.organs import OrganFactory, account_with_role
from factories.publishing import ItemFactory, NormativeDocumentFactory
from gongkai.audit.models import AuditEntry
from gongkai.organs.roles import Role
from gongkai.publishing.models import EndKind, ItemStatus, NormativeDocument, Validity
from gongkai.publishing.services import issue, publish, repeal, withdraw
from gongkai.statute.errors import GongkaiError

pytestmark = pytest.mark.django_db


def draft(**fields):
    return ItemFactory(status=ItemStatus.DRAFT, disclosed_on=None, **fields)


def test_publish_dates_the_item_and_journals_who_did_it():
    item = draft()
    actor = account_with_role(Role.OGI_OFFICER, item.organ)

    publish(item=item, actor=actor, on=date(2021, 6, 2))

    item.refresh_from_db()
    assert (item.status, item.disclosed_on) == ("published", date(2021, 6, 2))
    assert AuditEntry.objects.get().actor == actor


def test_publish_refuses_a_clerk_and_changes_nothing():
    item = draft()
    clerk = account_with_role(Role.CLERK, item.organ)

    with pytest.raises(GongkaiError, match="您没有发布或撤下"):
        publish(item=item, actor=clerk, on=date(2021, 6, 2))

    item.refresh_from_db()
    assert item.status == ItemStatus.DRAFT


def test_publish_refuses_an_officer_of_another_organ():
    stranger = account_with_role(Role.OGI_OFFICER, OrganFactory())

    with pytest.raises(GongkaiError, match="您没有发布或撤下"):
        publish(item=draft(), actor=stranger, on=date(2021, 6, 2))


def test_publish_refuses_a_day_before_the_item_was_formed():
    item = draft(formed_on=date(2021, 6, 2))

    with pytest.raises(GongkaiError, match="早于成文日期2021-06-02"):
        publish(item=item, actor=None, on=date(2021, 6, 1))


def test_publish_refuses_what_is_published():
    with pytest.raises(GongkaiError, match="已经发布"):
        publish(item=ItemFactory(), actor=None, on=date(2021, 6, 1))


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


def test_issue_registers_the_document_with_its_day():
    document = NormativeDocumentFactory.build(organ=OrganFactory())

    issue(document=document, on=date(2021, 3, 9), actor=None)

    assert NormativeDocument.objects.get().issued_on == date(2021, 3, 9)
    assert AuditEntry.objects.get().action == "登记"


def test_repeal_ends_the_document_and_marks_its_item():
    item = ItemFactory(validity=Validity.IN_FORCE)
    document = NormativeDocumentFactory(organ=item.organ, item=item)

    repeal(document=document, on=date(2021, 9, 1), how=EndKind.REPEALED, actor=None)

    item.refresh_from_db()
    document.refresh_from_db()
    assert (document.ended_on, document.ended_how) == (date(2021, 9, 1), "repealed")
    assert item.validity == Validity.REPEALED


def test_repeal_refuses_a_day_before_issue_and_a_second_end():
    document = NormativeDocumentFactory(issued_on=date(2021, 3, 1))

    with pytest.raises(GongkaiError, match="早于制发日期"):
        repeal(document=document, on=date(2021, 2, 1), how=EndKind.LAPSED, actor=None)
    document.refresh_from_db()
    repeal(document=document, on=date(2021, 4, 1), how=EndKind.LAPSED, actor=None)
    with pytest.raises(GongkaiError, match="已于2021-04-01终止"):
        repeal(document=document, on=date(2021, 5, 1), how=EndKind.LAPSED, actor=None)
