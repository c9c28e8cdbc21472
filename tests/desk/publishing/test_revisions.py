"""The revisions of an item: who saved what when, and what differs."""

import pytest

from desk.pages import text_of
from factories.organs import account_with_role
from factories.publishing import draft_of
from gongkai.organs.roles import Role
from gongkai.publishing.services import keep_revision, save_item

pytestmark = pytest.mark.django_db


@pytest.fixture
def item(organ):
    """A draft saved three times."""
    clerk = account_with_role(Role.CLERK, organ)
    item = draft_of(clerk)
    keep_revision(item=item, actor=clerk)
    for body in ("现将有关事项告知如下。", "<p>现将有关事项<b>告知</b>如下：</p>"):
        item.body = body
        save_item(item=item, actor=clerk)
        keep_revision(item=item, actor=clerk)
    return item


def changes_on(page):
    return [
        (change.label, [(run.change.value, run.text) for run in change.runs])
        for change in page.context["changes"]
    ]


def test_the_last_two_are_compared(desk, item):
    page = desk.get(f"/desk/items/revisions/{item.pk}/")

    assert changes_on(page) == [
        (
            "正文",
            [("same", "现将有关事项告知如下"), ("removed", "。"), ("added", "：")],
        )
    ]


def test_any_two_are_compared_the_older_first(desk, item):
    first, second, _ = item.revisions.order_by("pk")

    page = desk.get(
        f"/desk/items/revisions/{item.pk}/", {"before": second.pk, "after": first.pk}
    )

    assert changes_on(page)[0][1][:3] == [
        ("same", "现将有关事项"),
        ("removed", "通"),
        ("added", "告"),
    ]


def test_each_is_listed_with_its_author(desk, item):
    page = desk.get(f"/desk/items/revisions/{item.pk}/")

    name = item.author.get_full_name()
    saved_by = [str(each.account.person) for each in page.context["revisions"]]
    assert saved_by == [name] * 3


def test_an_item_without_revisions_says_so(desk, organ):
    item = draft_of(account_with_role(Role.CLERK, organ))

    page = desk.get(f"/desk/items/revisions/{item.pk}/")

    assert "还没有历次稿" in text_of(page)
