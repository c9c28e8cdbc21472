"""Published content is corrected in the open, or not at all."""

from datetime import UTC, datetime

import pytest

from factories.organs import OrganFactory, account_with_role
from factories.publishing import ItemFactory
from gongkai.audit.models import AuditEntry
from gongkai.organs.roles import Role
from gongkai.publishing.models import Correction, Item
from gongkai.publishing.services import save_item
from gongkai.statute.errors import GongkaiError

pytestmark = pytest.mark.django_db

NOW = datetime(2021, 6, 8, 2, 0, tzinfo=UTC)
NOTE = "联系电话误写，现予更正。"


@pytest.fixture
def item():
    return ItemFactory(organ=OrganFactory(), body="电话0000-1234567。")


def changed(item, **fields):
    """The item as an editor has it before saving."""
    for name, value in fields.items():
        setattr(item, name, value)
    return item


def test_content_is_not_changed_without_a_note(item):
    officer = account_with_role(Role.OGI_OFFICER, item.organ)

    with pytest.raises(GongkaiError, match="要写更正说明"):
        save_item(item=changed(item, body="电话0000-7654321。"), actor=officer)

    assert Item.objects.get().body == "电话0000-1234567。"


def test_a_correction_keeps_its_note_its_author_and_its_time(item):
    officer = account_with_role(Role.OGI_OFFICER, item.organ)

    save_item(
        item=changed(item, body="电话0000-7654321。"),
        actor=officer,
        correction=NOTE,
        now=NOW,
    )

    kept = Correction.objects.get()
    assert (kept.reason, kept.account, kept.at) == (NOTE, officer, NOW)
    assert Item.objects.get().body == "电话0000-7654321。"
    assert [entry.action for entry in AuditEntry.objects.order_by("pk")] == [
        "更正",
        "修改",
    ]


def test_a_note_of_the_desk_is_no_correction(item):
    officer = account_with_role(Role.OGI_OFFICER, item.organ)

    save_item(item=changed(item, note="原件在档案室。"), actor=officer)

    assert Correction.objects.count() == 0


def test_a_clerk_does_not_correct(item):
    clerk = account_with_role(Role.CLERK, item.organ)

    with pytest.raises(GongkaiError, match="没有办理"):
        save_item(
            item=changed(item, body="改了。"), actor=clerk, correction=NOTE, now=NOW
        )

    assert Item.objects.get().body == "电话0000-1234567。"
