"""The filters of the list of items."""

from datetime import date

import pytest

from factories.organs import account_with_role
from factories.publishing import draft_of
from gongkai.organs.roles import Role

pytestmark = pytest.mark.django_db


def listed(client, **asked):
    page = client.get("/desk/items/", asked)
    return [row.url for row in page.context["table"].rows]


def urls(*items):
    return [f"/desk/items/view/{item.pk}/" for item in items]


@pytest.mark.usefixtures("today")
def test_drafts_are_found_by_their_own_limit(desk, organ):
    clerk = account_with_role(Role.CLERK, organ)
    over, soon, _later = (
        draft_of(clerk, due_on=day)
        for day in (date(2022, 2, 8), date(2022, 2, 16), date(2022, 2, 17))
    )

    assert listed(desk, due="over") == urls(over)
    assert listed(desk, due="week") == urls(soon)


def test_items_are_found_by_attribute_and_review(desk, organ):
    clerk = account_with_role(Role.CLERK, organ)
    returned = draft_of(clerk, review_state="returned")
    on_request = draft_of(clerk, attribute="on_request")

    assert listed(desk, review_state="returned") == urls(returned)
    assert listed(desk, attribute="on_request") == urls(on_request)


def test_a_clerk_finds_what_is_his_and_what_came_back(client, organ):
    clerk = account_with_role(Role.CLERK, organ)
    draft_of(account_with_role(Role.CLERK, organ), review_state="returned")
    mine = draft_of(clerk)
    returned = draft_of(clerk, review_state="returned")
    client.force_login(clerk)

    assert listed(client, mine="author") == urls(returned, mine)
    assert listed(client, mine="returned") == urls(returned)
