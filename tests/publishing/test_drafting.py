"""Writing an item: its index number, its title, its limit, its text."""

from datetime import UTC, date, datetime

import pytest

from factories.catalogue import CategoryFactory
from factories.organs import OrganFactory, account_with_role
from factories.publishing import ItemFactory
from gongkai.audit.models import AuditEntry
from gongkai.organs.roles import Role
from gongkai.publishing.models import Item
from gongkai.publishing.services import remove_item, save_item
from gongkai.statute.errors import GongkaiError

pytestmark = pytest.mark.django_db

NOW = datetime(2021, 6, 2, 2, 0, tzinfo=UTC)


@pytest.fixture
def clerk():
    return account_with_role(Role.CLERK, OrganFactory(code="YX01"))


@pytest.fixture
def officer(clerk):
    return account_with_role(Role.OGI_OFFICER, clerk.person.organ)


def save(clerk, **fields):
    """Register an item with this title."""
    organ = clerk.person.organ
    said = {"title": "关于秋季开学的通知", "number": "", **fields}
    same_title = said.pop("same_title", "")
    item = Item(
        organ=organ,
        category=CategoryFactory(organ=organ),
        formed_on=date(2021, 5, 20),
        **said,
    )
    return save_item(item=item, actor=clerk, same_title=same_title, now=NOW)


def test_an_item_without_a_number_gets_the_next_of_the_year(clerk):
    numbers = [save(clerk, title=f"通知{place}").number for place in (1, 2)]

    assert numbers == ["YX01/2021-00001", "YX01/2021-00002"]


def test_an_organ_may_number_by_month(clerk):
    clerk.person.organ.index_by_month = True

    assert save(clerk).number == "YX01/202106-00001"


def test_numbering_goes_on_from_what_was_imported(clerk):
    ItemFactory(organ=clerk.person.organ, number="YX01/2021-00041")

    assert save(clerk).number == "YX01/2021-00042"


def test_a_number_that_was_typed_is_passed_over(clerk):
    save(clerk, title="第一条")
    save(clerk, title="第二条", number="YX01/2021-00002")

    assert save(clerk, title="第三条").number == "YX01/2021-00003"


def test_the_number_of_a_deleted_item_is_not_given_again(clerk, officer):
    remove_item(item=save(clerk), actor=officer, reason="重复登记")

    assert save(clerk).number == "YX01/2021-00002"


def test_the_number_of_a_deleted_item_cannot_be_typed_again(clerk, officer):
    remove_item(item=save(clerk), actor=officer, reason="重复登记")

    with pytest.raises(GongkaiError) as refused:
        save(clerk, number="YX01/2021-00001")

    assert refused.value.message == (
        "索引号YX01/2021-00001用过，那条信息已经删除，号码不能再用。"
        "请换一个号，或者留空由程序编号。"
    )


def test_a_number_stays_when_the_item_is_changed(clerk):
    item = save(clerk)
    item.number = "YX01/2021-00099"

    save_item(item=item, actor=clerk)

    assert Item.objects.get().number == "YX01/2021-00001"


def test_a_title_used_twice_is_refused(clerk):
    save(clerk)

    with pytest.raises(GongkaiError) as refused:
        save(clerk)

    assert refused.value.message == (
        "本机关已有同名的信息（索引号YX01/2021-00001）。请改标题，或者写明为什么"
        "还要登记一条。"
    )


def test_a_title_used_twice_with_its_reason_is_journaled(clerk):
    save(clerk)

    save(clerk, same_title="每年一次")

    entry = AuditEntry.objects.latest("pk")
    assert (entry.action, entry.detail) == (
        "标题相同，仍然保存",
        {"reason": "每年一次"},
    )


def test_an_old_title_used_twice_does_not_stop_a_later_change(clerk):
    save(clerk)
    second = save(clerk, same_title="每年一次")

    second.summary = "说明。"
    save_item(item=second, actor=clerk)

    assert Item.objects.get(pk=second.pk).summary == "说明。"


def test_the_second_of_two_editors_is_stopped(clerk):
    item = save(clerk)
    save_item(item=Item.objects.get(), actor=clerk, version=0)

    with pytest.raises(GongkaiError, match="另一位同事刚刚改过这条信息"):
        save_item(item=item, actor=clerk, version=0)


def test_pasted_text_is_cleaned_when_it_is_saved(clerk):
    item = save(clerk, body='<p class="MsoNormal" style="mso-x:1">甲<o:p></o:p></p>')

    assert item.body == "<p>甲</p>"


def test_plain_text_is_saved_as_it_is(clerk):
    assert save(clerk, body="一、总则\n1 < 2").body == "一、总则\n1 < 2"
