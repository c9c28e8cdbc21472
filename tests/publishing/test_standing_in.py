"""Naming and ending a stand-in: who may, for whom, and what is refused."""

from datetime import date

import pytest

from factories.organs import OrganFactory, PersonFactory, account_with_role
from gongkai.audit.models import AuditEntry
from gongkai.organs.roles import Role
from gongkai.publishing.models import StandIn
from gongkai.publishing.services import end_stand_in, name_stand_in
from gongkai.statute.errors import GongkaiError
from gongkai.statute.review import ReviewLevel

pytestmark = pytest.mark.django_db

FIRST, SECOND, _ = ReviewLevel
DAY = date(2026, 3, 4)


@pytest.fixture
def organ():
    return OrganFactory()


@pytest.fixture
def principal(organ):
    return account_with_role(Role.OFFICE_REVIEWER, organ, name="周正")


@pytest.fixture
def deputy(organ):
    return account_with_role(Role.CLERK, organ, name="林晓")


def of(principal, deputy, level=FIRST, first_on=DAY, last_on=date(2026, 3, 6)):
    return StandIn(
        principal=principal.person,
        deputy=deputy.person,
        level=level,
        first_on=first_on,
        last_on=last_on,
    )


def named(principal, deputy, actor=None, **fields):
    stand_in = of(principal, deputy, **fields)
    name_stand_in(stand_in=stand_in, actor=actor or principal, today=DAY)
    return stand_in


def test_a_reviewer_names_his_own_deputy_and_it_is_journaled(principal, deputy):
    stand_in = named(principal, deputy)

    entry = AuditEntry.objects.first()
    assert (entry.action, entry.subject) == ("登记", "publishing.standin")
    assert entry.organ_code == stand_in.principal.organ.code


@pytest.mark.parametrize("role", [Role.OGI_OFFICER, Role.ADMINISTRATOR])
def test_the_officer_and_the_administrator_name_one_for_others(
    organ, principal, deputy, role
):
    named(principal, deputy, actor=account_with_role(role, organ))

    assert StandIn.objects.count() == 1


def test_nobody_else_names_one(principal, deputy):
    with pytest.raises(GongkaiError, match="只能委托别人代理自己"):
        named(principal, deputy, actor=deputy)


def test_a_level_that_one_does_not_hold_is_not_given_away(principal, deputy):
    with pytest.raises(GongkaiError, match="周正没有二审权限"):
        named(principal, deputy, level=SECOND)


def test_a_deputy_needs_an_account(organ, principal):
    stand_in = StandIn(
        principal=principal.person,
        deputy=PersonFactory(organ=organ, account=None, name="韩梅"),
        level=FIRST,
        first_on=DAY,
        last_on=DAY,
    )

    with pytest.raises(GongkaiError, match="韩梅不在岗或者没有账号"):
        name_stand_in(stand_in=stand_in, actor=principal, today=DAY)


def test_a_deputy_sees_the_organs_items(principal):
    stranger = account_with_role(Role.CLERK, OrganFactory(), name="韩梅")

    with pytest.raises(GongkaiError, match="韩梅看不到"):
        named(principal, stranger)


@pytest.mark.parametrize(
    ("first_on", "last_on", "message"),
    [
        ("2026-03-01", "2026-03-03", "代理期止已经过了"),
        ("2026-03-08", "2026-03-05", "代理期止早于期起"),
        ("2026-03-06", "2026-03-09", "已由林晓代理周正"),
    ],
)
def test_a_time_that_does_not_fit_is_refused(
    principal, deputy, first_on, last_on, message
):
    named(principal, deputy)
    dates = {
        "first_on": date.fromisoformat(first_on),
        "last_on": date.fromisoformat(last_on),
    }

    with pytest.raises(GongkaiError, match=message):
        named(principal, deputy, **dates)


def test_a_deputy_who_reviews_another_level_is_warned_of(organ, principal):
    reviewer = account_with_role(Role.OGI_REVIEWER, organ, name="韩梅")

    warnings = name_stand_in(
        stand_in=of(principal, reviewer), actor=principal, today=DAY
    )

    assert warnings == [
        "韩梅本人有二审权限：同一条信息他只能审一级，代理审了，就要另一位同事审那一级。"
    ]


def test_an_early_end_keeps_the_days_that_were(principal, deputy):
    stand_in = named(principal, deputy)

    end_stand_in(stand_in=stand_in, actor=principal, today=date(2026, 3, 6))

    assert StandIn.objects.get().last_on == date(2026, 3, 5)


def test_what_has_not_begun_is_taken_back(principal, deputy):
    stand_in = named(principal, deputy)

    end_stand_in(stand_in=stand_in, actor=principal, today=DAY)

    assert StandIn.objects.count() == 0


def test_what_is_over_is_not_ended_again(principal, deputy):
    stand_in = named(principal, deputy)

    with pytest.raises(GongkaiError, match="已经结束"):
        end_stand_in(stand_in=stand_in, actor=principal, today=date(2026, 3, 9))
