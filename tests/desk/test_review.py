"""The review of items on the desk: who sees which button, and what a click does."""

import pytest

from desk.pages import text_of
from factories.organs import account_with_role
from factories.publishing import draft_of, reviewers_of
from gongkai.organs.roles import Role
from gongkai.publishing.services import approve, submit
from gongkai.statute.review import ReviewLevel

pytestmark = pytest.mark.django_db

FIRST, SECOND, THIRD = ReviewLevel


@pytest.fixture
def clerk(organ):
    return account_with_role(Role.CLERK, organ)


@pytest.fixture
def item(clerk):
    made = draft_of(clerk)
    submit(item=made, actor=clerk)
    return made


def buttons(client, account, item):
    """Return the acts of the review that the item's page offers."""
    client.force_login(account)
    page = text_of(client.get(f"/desk/items/view/{item.pk}/"))
    words = ("提交审核", "撤回送审", "审核通过", "退回修改", "报请保密确认")
    return [word for word in words if f" {word} " in f" {page} "]


def test_the_author_may_submit_a_draft(client, clerk):
    assert buttons(client, clerk, draft_of(clerk)) == ["提交审核"]


def test_the_author_may_only_recall_what_is_under_review(client, clerk, item):
    assert "撤回送审" in buttons(client, clerk, item)
    assert "审核通过" not in buttons(client, clerk, item)


def test_the_reviewer_of_the_waiting_level_decides(client, item):
    reviewers = reviewers_of(item)

    assert "审核通过" in buttons(client, reviewers[FIRST], item)
    assert "审核通过" not in buttons(client, reviewers[THIRD], item)


def test_three_clicks_of_three_persons_publish(client, item):
    for reviewer in reviewers_of(item).values():
        client.force_login(reviewer)
        item.refresh_from_db()
        client.post(f"/desk/items/approve/{item.pk}/", {"version": item.version})

    item.refresh_from_db()
    assert item.status == "published"


def test_the_same_person_is_refused_with_the_reason(client, item):
    account = reviewers_of(item)[FIRST]
    approve(item=item, actor=account)
    account.person.roles.create(organ=item.organ, role=Role.OGI_REVIEWER)
    client.force_login(account)

    page = client.post(f"/desk/items/approve/{item.pk}/", {"version": item.version})

    item.refresh_from_db()
    assert "您已经作了一审，不能再作二审" in text_of(page)
    assert item.review_level == SECOND


def test_a_return_shows_the_author_reason_and_marks(client, clerk, item):
    client.force_login(reviewers_of(item)[FIRST])
    client.post(
        f"/desk/items/return/{item.pk}/",
        {"version": item.version, "reason": "数字与附件不符", "marks": "64条"},
    )
    client.force_login(clerk)

    page = text_of(client.get(f"/desk/items/view/{item.pk}/"))

    assert "数字与附件不符 64条" in page


def test_a_return_without_reason_is_refused(client, item):
    client.force_login(reviewers_of(item)[FIRST])

    page = client.post(
        f"/desk/items/return/{item.pk}/", {"version": item.version, "reason": " "}
    )

    item.refresh_from_db()
    assert "请写明理由。" in text_of(page)
    assert item.review_state == "under_review"


def test_a_page_that_is_out_of_date_is_refused(client, item):
    seen = item.version
    first, second = (
        account_with_role(Role.OFFICE_REVIEWER, item.organ) for _ in range(2)
    )
    approve(item=item, actor=first)
    client.force_login(second)

    page = client.post(f"/desk/items/approve/{item.pk}/", {"version": seen})

    assert "另一位同事刚刚改过这条信息" in text_of(page)
