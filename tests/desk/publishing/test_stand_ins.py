"""审核代理 and 审核设置 on the desk."""

import pytest

from desk.pages import text_of
from factories.organs import account_with_role
from gongkai.organs.roles import Role
from gongkai.publishing.models import ReviewSettings, StandIn
from gongkai.statute.review import ReviewLevel

pytestmark = pytest.mark.django_db

FIRST, SECOND, THIRD = ReviewLevel
STAND_INS, SETTINGS = "/desk/review/stand-ins/", "/desk/review/settings/"


@pytest.fixture
def reviewer(organ):
    return account_with_role(Role.OFFICE_REVIEWER, organ, name="周正")


@pytest.fixture
def clerk(organ):
    return account_with_role(Role.CLERK, organ, name="林晓")


def asked(principal, deputy):
    return {
        "principal": principal.person.pk,
        "level": FIRST.value,
        "deputy": deputy.person.pk,
        "first_on": "2022-02-09",
        "last_on": "2022-02-11",
    }


def test_a_reviewer_names_his_deputy(client, today, reviewer, clerk):
    client.force_login(reviewer)

    page = client.post(STAND_INS, asked(reviewer, clerk), follow=True)

    assert "已登记：林晓代周正。" in text_of(page)
    assert "代理中" in text_of(page)


def test_a_reviewer_cannot_name_one_for_somebody_else(client, today, reviewer, clerk):
    client.force_login(clerk)

    client.post(STAND_INS, asked(reviewer, clerk))

    assert StandIn.objects.count() == 0


def test_the_officer_names_one_for_another(desk, today, organ, reviewer, clerk):
    desk.post(f"{STAND_INS}?organ={organ.code}", asked(reviewer, clerk))

    assert StandIn.objects.get().principal == reviewer.person


def test_a_stand_in_is_ended_early(client, today, reviewer, clerk):
    client.force_login(reviewer)
    client.post(STAND_INS, asked(reviewer, clerk))

    client.post(f"{STAND_INS}{StandIn.objects.get().pk}/end/")

    assert StandIn.objects.count() == 0


def test_somebody_else_does_not_end_it(client, today, reviewer, clerk):
    client.force_login(reviewer)
    client.post(STAND_INS, asked(reviewer, clerk))
    client.force_login(clerk)

    answer = client.post(f"{STAND_INS}{StandIn.objects.get().pk}/end/")

    assert (answer.status_code, StandIn.objects.count()) == (302, 1)


def test_the_settings_say_who_reviews_and_where_nobody_does(desk, organ, reviewer):
    page = text_of(desk.get(f"{SETTINGS}?organ={organ.code}"))

    assert "周正" in page
    assert "三审没有人能审" in page


def test_the_officer_sets_the_levels_and_takes_it_back(desk, organ):
    desk.post(f"{SETTINGS}?organ={organ.code}", {"levels": "3"})
    levels = ReviewSettings.objects.get().levels

    desk.post(f"{SETTINGS}{ReviewSettings.objects.get().pk}/remove/")

    assert (levels, ReviewSettings.objects.count()) == ("3", 0)


def test_a_clerk_does_not_see_the_settings(as_role):
    assert as_role(Role.CLERK).get(SETTINGS).status_code == 302
