"""What services and forms refuse, said on the page where it was tried."""

from datetime import date

import pytest

from desk.cases import CASES
from desk.pages import text_of
from factories.casework import DisclosureRequestFactory
from factories.catalogue import CategoryFactory
from factories.organs import OrganFactory, account_with_role
from factories.patrol import PatrolEntryFactory
from factories.publishing import ItemFactory, NormativeDocumentFactory
from factories.remedies import RemedyCaseFactory
from factories.supervision import ProposalFactory
from gongkai.audit.models import AuditEntry
from gongkai.catalogue.models import Category
from gongkai.desk.registers import filters
from gongkai.organs.models import Account
from gongkai.organs.roles import Action, Role

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.register)
def test_a_number_is_given_once_in_an_organ(case, as_role, organ):
    browser, data = as_role(case.writer), case.new(organ)
    browser.post(case.url("add"), data)
    count = case.viewset.model.objects.count()

    page = browser.post(case.url("add"), data)

    assert "本机关已有" in text_of(page)
    assert case.viewset.model.objects.count() == count


def test_a_record_that_others_rest_on_is_not_deleted(desk, organ):
    category = ItemFactory(organ=organ).category

    page = desk.post(f"/desk/categories/delete/{category.pk}/", {"reason": "重复"})

    assert "还有其他记录引用，不能删除" in text_of(page)
    assert Category.objects.filter(pk=category.pk).exists()
    assert not AuditEntry.objects.filter(action="删除").exists()


def test_a_category_does_not_come_below_itself(desk, organ):
    above = CategoryFactory(organ=organ, code="A")
    below = CategoryFactory(organ=organ, code="B", parent=above)

    page = desk.post(
        f"/desk/categories/edit/{above.pk}/",
        {
            "code": "A",
            "name": above.name,
            "section": "content",
            "position": "0",
            "parent": str(below.pk),
        },
    )

    above.refresh_from_db()
    assert "上级目录不能是它自己的下级" in text_of(page)
    assert above.parent is None


def test_states_are_words_with_their_shape(desk, organ):
    PatrolEntryFactory(organ=organ, findings=2)
    PatrolEntryFactory(organ=organ, findings=2, rectified_on=date(2021, 7, 1))
    ProposalFactory(organ=organ, answered_on=date(2021, 6, 1))
    RemedyCaseFactory(
        organ=organ, result="reconsideration.upheld", concluded_on=date(2021, 8, 1)
    )
    NormativeDocumentFactory(
        organ=organ, ended_on=date(2021, 9, 1), ended_how="repealed"
    )
    DisclosureRequestFactory(
        organ=organ, outcome="disclosed", closed_on=date(2021, 6, 20)
    )

    shown = {
        place: text_of(desk.get(f"/desk/{place}/"))
        for place in (
            "patrols",
            "proposals",
            "remedies",
            "normative-documents",
            "requests",
        )
    }

    assert "▲ 待整改" in shown["patrols"]
    assert "✓ 已整改" in shown["patrols"]
    assert "✓ 已答复" in shown["proposals"]
    assert "✓ 维持" in shown["remedies"]
    assert "○ 废止" in shown["normative-documents"]
    assert "✓ 予以公开" in shown["requests"]


def test_the_journal_tells_what_changed_and_what_was_deleted(desk, organ):
    case = next(one for one in CASES if one.register == "supervision.training")
    desk.post(case.url("add"), case.new(organ))
    record = case.viewset.model.objects.get()
    desk.post(case.url("edit", pk=record.pk), case.new(organ) | {"attendees": "35"})
    desk.post(case.url("delete", pk=record.pk), {"reason": "重复登记"})
    _, changed, deleted = AuditEntry.objects.order_by("pk")

    change = text_of(desk.get(f"/desk/audit/view/{changed.pk}/"))
    deletion = text_of(desk.get(f"/desk/audit/view/{deleted.pk}/"))

    assert "参加人数 由“30”改为“35”" in change
    assert "理由 重复登记" in deletion
    assert "主题 公开业务培训" in deletion


def test_among_very_many_organs_the_filter_takes_the_code(client, organ, monkeypatch):
    monkeypatch.setattr(filters, "MOST_ORGANS", 1)
    below = OrganFactory(parent=organ, code="A-1-1")
    ProposalFactory(organ=organ)
    own = ProposalFactory(organ=below)
    client.force_login(account_with_role(Role.OGI_OFFICER, organ))

    page = client.get("/desk/proposals/", {"organ": "A-1-1"})

    urls = [row.url for row in page.context["table"].rows]
    assert urls == [f"/desk/proposals/view/{own.pk}/"]
    assert "机关代码" in text_of(page)


def test_the_policy_names_who_may_act(organ):
    case = next(one for one in CASES if one.register == "ledger.ledgerentry")
    officer = account_with_role(Role.OGI_OFFICER, organ)
    account_with_role(Role.CLERK, organ)
    root = Account.objects.create_superuser("root")

    allowed = case.viewset.permission_policy.users_with_permission(Action.ADD)

    assert set(allowed) == {officer, root}
