"""待我审核 on the desk: cards, the whole item, a decision, and back to the rest."""

import pytest

from desk.pages import text_of
from factories.organs import account_with_role
from factories.publishing import draft_of, reviewers_of
from gongkai.organs.roles import Role
from gongkai.publishing.models import Attachment, ScreeningFinding
from gongkai.publishing.services import return_item, save_item, submit
from gongkai.statute.review import ReviewLevel

pytestmark = pytest.mark.django_db

FIRST, SECOND, THIRD = ReviewLevel
INBOX = "/desk/review/"


@pytest.fixture
def clerk(organ):
    return account_with_role(Role.CLERK, organ)


@pytest.fixture
def item(clerk):
    made = draft_of(clerk, title="关于招生工作的通知")
    submit(item=made, actor=clerk)
    return made


def page_of(client, account, url):
    client.force_login(account)
    return text_of(client.get(url))


def test_the_inbox_shows_a_card_to_the_one_who_decides(client, item):
    reviewers = reviewers_of(item)

    assert "等我审核 1 条" in page_of(client, reviewers[FIRST], INBOX)
    assert "没有等我审核的信息。" in page_of(client, reviewers[SECOND], INBOX)


def test_the_home_page_leads_to_the_inbox(client, item):
    page = page_of(client, reviewers_of(item)[FIRST], "/desk/")

    assert "1 条 公开信息待我审核" in page


def test_the_author_finds_what_came_back(client, clerk, item):
    return_item(item=item, actor=reviewers_of(item)[FIRST], reason="数字不符")

    assert "退回我修改 1 条" in page_of(client, clerk, INBOX)


def test_the_whole_item_stands_on_one_page(client, item):
    Attachment.objects.create(item=item, title="招生计划表", file="attachments/x.pdf")
    ScreeningFinding.objects.create(
        item=item,
        check_name="phone_numbers",
        place="正文",
        excerpt="13800000000",
        masked="138****0000",
        advice="遮蔽",
        fingerprint="f",
        settlement="kept",
        reason="值班电话",
    )

    page = page_of(client, reviewers_of(item)[FIRST], f"/desk/items/review/{item.pk}/")

    for words in (item.body, "招生计划表", "138****0000", "核实可以公开 ：值班电话"):
        assert words.replace(" ", "") in page.replace(" ", "")


def test_the_page_says_what_changed_since_the_return(client, clerk, item):
    reviewer = reviewers_of(item)[FIRST]
    return_item(item=item, actor=reviewer, reason="写明日期")
    item.body = "现将3月的有关事项通知如下。"
    save_item(item=item, actor=clerk)
    submit(item=item, actor=clerk)
    client.force_login(reviewer)

    page = client.get(f"/desk/items/review/{item.pk}/").content.decode()

    assert "<ins>3月的</ins>" in page


def test_who_does_not_decide_gets_no_buttons(client, item):
    page = page_of(client, reviewers_of(item)[THIRD], f"/desk/items/review/{item.pk}/")

    assert "没有等您作的决定" in page
    assert "确认审核通过" not in page


def test_a_decision_leads_back_to_the_inbox(client, item):
    client.force_login(reviewers_of(item)[FIRST])

    answer = client.post(
        f"/desk/items/approve/{item.pk}/", {"version": item.version, "back": "inbox"}
    )

    item.refresh_from_db()
    assert (answer.url, item.review_level) == (INBOX, SECOND)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_inbox_asks_as_much_for_one_card_as_for_three(
    client, clerk, rows, django_assert_num_queries
):
    for _ in range(rows):
        submit(item=draft_of(clerk), actor=clerk)
    client.force_login(account_with_role(Role.OFFICE_REVIEWER, clerk.person.organ))
    client.get(INBOX)

    with django_assert_num_queries(20):
        client.get(INBOX)
