"""What waits for whom: roles, stand-ins, offices, and never the same person twice."""

from datetime import UTC, date, datetime

import pytest

from factories.organs import OfficeFactory, OrganFactory, account_with_role
from factories.publishing import draft_of, reviewers_of
from gongkai.organs.models import Account
from gongkai.organs.roles import Role
from gongkai.publishing.models import StandIn
from gongkai.publishing.selectors import (
    items_referred,
    items_returned_to,
    items_to_review,
)
from gongkai.publishing.services import approve, refer, return_item, submit
from gongkai.statute.review import ReviewLevel

pytestmark = pytest.mark.django_db

FIRST, SECOND, THIRD = ReviewLevel
NOW = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
DAY = date(2026, 3, 2)


@pytest.fixture
def clerk():
    return account_with_role(Role.CLERK, OrganFactory())


@pytest.fixture
def item(clerk):
    return submitted(clerk)


def submitted(clerk, **fields):
    made = draft_of(clerk, **fields)
    submit(item=made, actor=clerk, now=NOW)
    return made


def waiting(account):
    return list(items_to_review(account, DAY))


def test_an_item_waits_for_its_level_alone(item):
    reviewers = reviewers_of(item)

    assert [waiting(reviewers[level]) for level in ReviewLevel] == [[item], [], []]


def test_an_approval_moves_the_item_to_the_next_inbox(item):
    reviewers = reviewers_of(item)
    approve(item=item, actor=reviewers[FIRST], now=NOW)

    assert [waiting(reviewers[level]) for level in ReviewLevel] == [[], [item], []]


def test_one_person_with_three_roles_sees_it_once(item):
    account = account_with_role(Role.OFFICE_REVIEWER, item.organ)
    for role in (Role.OGI_REVIEWER, Role.RELEASE_REVIEWER):
        account.person.roles.create(organ=item.organ, role=role)
    before = waiting(account)

    approve(item=item, actor=account, now=NOW)

    assert (before, waiting(account)) == ([item], [])


def test_the_author_does_not_find_his_own_item(clerk, item):
    clerk.person.roles.create(organ=item.organ, role=Role.OFFICE_REVIEWER)

    assert waiting(clerk) == []


def test_a_new_round_lets_the_same_reviewer_act_again(clerk, item):
    reviewers = reviewers_of(item)
    approve(item=item, actor=reviewers[FIRST], now=NOW)
    return_item(item=item, actor=reviewers[SECOND], reason="数字不符", now=NOW)
    submit(item=item, actor=clerk, now=NOW)

    assert waiting(reviewers[FIRST]) == [item]


def test_the_first_review_is_that_of_the_office(clerk):
    office, other = (OfficeFactory(organ=clerk.person.organ) for _ in range(2))
    item = submitted(clerk, office=office)
    own, foreign = (
        account_with_role(Role.OFFICE_REVIEWER, item.organ, office=one)
        for one in (office, other)
    )

    assert (waiting(own), waiting(foreign)) == ([item], [])


def test_another_organ_sees_nothing(item):
    stranger = account_with_role(Role.OFFICE_REVIEWER, OrganFactory())

    assert waiting(stranger) == []
    assert waiting(reviewers_of(item)[FIRST]) == [item]


@pytest.mark.parametrize(
    ("first_on", "last_on", "found"),
    [("2026-03-01", "2026-03-05", 1), ("2026-03-03", "2026-03-05", 0)],
)
def test_a_stand_in_finds_it_during_his_time(item, first_on, last_on, found):
    principal = reviewers_of(item)[FIRST].person
    deputy = account_with_role(Role.CLERK, item.organ)
    StandIn.objects.create(
        principal=principal,
        deputy=deputy.person,
        level=FIRST,
        first_on=first_on,
        last_on=last_on,
    )

    assert len(waiting(deputy)) == found


def test_a_stand_in_does_not_find_what_his_principal_has_reviewed(item):
    principal = account_with_role(Role.OFFICE_REVIEWER, item.organ)
    principal.person.roles.create(organ=item.organ, role=Role.OGI_REVIEWER)
    deputy = account_with_role(Role.CLERK, item.organ)
    StandIn.objects.create(
        principal=principal.person,
        deputy=deputy.person,
        level=SECOND,
        first_on=DAY,
        last_on=DAY,
    )
    approve(item=item, actor=principal, now=NOW)

    assert (waiting(deputy), waiting(reviewers_of(item)[SECOND])) == ([], [item])


def test_what_came_back_waits_for_its_author(clerk, item):
    return_item(item=item, actor=reviewers_of(item)[FIRST], reason="数字不符", now=NOW)

    assert list(items_returned_to(clerk)) == [item]


def test_what_is_referred_waits_for_those_who_register_the_answer(item):
    refer(item=item, actor=reviewers_of(item)[FIRST], reason="是否涉密", now=NOW)
    officer = account_with_role(Role.OGI_OFFICER, item.organ)

    assert list(items_referred(officer)) == [item]


def test_an_account_without_person_finds_nothing(item):
    assert waiting(Account.objects.create_user("nobody")) == []
    assert waiting(Account.objects.create_superuser("root")) == [item]


@pytest.mark.parametrize("rows", [1, 3])
def test_finding_takes_as_many_queries_for_one_as_for_three(
    clerk, rows, django_assert_num_queries
):
    for _ in range(rows):
        submitted(clerk)
    account = account_with_role(Role.OFFICE_REVIEWER, clerk.person.organ)

    with django_assert_num_queries(4):
        assert len(waiting(account)) == rows
