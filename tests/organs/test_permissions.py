import pytest
from django.contrib.auth.models import AnonymousUser

from factories.organs import AccountFactory, OrganFactory, account_with_role
from gongkai.organs.backends import DESK_ACCESS
from gongkai.organs.models import Person, RoleAssignment
from gongkai.organs.permissions import may, organs_open_to
from gongkai.organs.roles import MATRIX, REGISTERS, Action, Role, allowed

pytestmark = pytest.mark.django_db

ITEMS = "publishing.item"


@pytest.fixture
def county():
    """A county with two departments, and another county."""
    top = OrganFactory(code="YX")
    return {
        "top": top,
        "education": OrganFactory(code="YXJYJ", parent=top),
        "health": OrganFactory(code="YXWJW", parent=top),
        "other": OrganFactory(code="YXB"),
    }


def test_a_role_reaches_its_organ_and_those_below(county):
    account = account_with_role(Role.SUPERVISOR, county["top"])

    organs = organs_open_to(account, ITEMS, Action.VIEW)

    assert set(organs) == {county["top"], county["education"], county["health"]}


def test_a_role_reaches_neither_above_nor_beside(county):
    account = account_with_role(Role.OGI_OFFICER, county["education"])

    assert list(organs_open_to(account, ITEMS, Action.CHANGE)) == [county["education"]]
    assert may(account, ITEMS, Action.CHANGE, county["education"])
    assert not may(account, ITEMS, Action.CHANGE, county["top"])
    assert not may(account, ITEMS, Action.CHANGE, county["health"])


def test_a_code_that_begins_like_another_is_not_below_it(county):
    OrganFactory(code="YX1")
    account = account_with_role(Role.AUDITOR, county["top"])

    codes = {organ.code for organ in organs_open_to(account, ITEMS, Action.VIEW)}

    assert codes == {"YX", "YXJYJ", "YXWJW"}


def test_each_role_of_a_person_counts_where_it_is_held(county):
    account = account_with_role(Role.CLERK, county["education"])
    RoleAssignment.objects.create(
        person=account.person, organ=county["health"], role=Role.AUDITOR
    )

    assert list(organs_open_to(account, ITEMS, Action.ADD)) == [county["education"]]
    assert set(organs_open_to(account, ITEMS, Action.VIEW)) == {
        county["education"],
        county["health"],
    }


def test_without_an_organ_may_asks_for_any(county):
    account = account_with_role(Role.CLERK, county["education"])

    assert may(account, ITEMS, Action.ADD, None)
    assert not may(account, ITEMS, Action.DELETE, None)


@pytest.mark.parametrize("account", [AnonymousUser(), AccountFactory.build()])
def test_who_holds_no_role_may_nothing(account, county):
    if not account.is_anonymous:
        account.save()

    assert not organs_open_to(account, ITEMS, Action.VIEW).exists()
    assert not may(account, ITEMS, Action.VIEW, county["top"])


def test_who_has_left_may_nothing(county):
    account = account_with_role(Role.OGI_OFFICER, county["top"], is_active=False)

    assert not may(account, ITEMS, Action.VIEW, county["top"])
    assert not account.has_perm(DESK_ACCESS)


def test_a_closed_account_may_nothing(county):
    account = account_with_role(Role.OGI_OFFICER, county["top"])
    account.is_active = False
    account.save()

    assert not may(account, ITEMS, Action.VIEW, county["top"])
    assert not organs_open_to(account, ITEMS, Action.VIEW).exists()


def test_a_superuser_may_everything_everywhere(county):
    account = AccountFactory(is_superuser=True)

    assert organs_open_to(account, "nobodys.register", Action.DELETE).count() == 4
    assert may(account, ITEMS, Action.DELETE, county["other"])


def test_roles_are_read_once_for_each_account(county, django_assert_num_queries):
    account = account_with_role(Role.OGI_OFFICER, county["top"])

    with django_assert_num_queries(1):
        for organ in (county["top"], county["education"], county["other"]):
            may(account, ITEMS, Action.VIEW, organ)


def test_a_person_with_a_role_comes_in_to_the_desk(county):
    account = account_with_role(Role.CLERK, county["education"])

    assert account.has_perm(DESK_ACCESS)


def test_a_person_without_a_role_stays_outside(county):
    account = AccountFactory()
    Person.objects.create(organ=county["top"], number="R1", name="林", account=account)

    assert not account.has_perm(DESK_ACCESS)
    assert not account.has_perm("publishing.delete_item")


@pytest.mark.parametrize("role", Role)
def test_every_role_has_a_label_and_a_row_of_known_registers(role):
    assert role.label
    assert set(MATRIX[role]) <= set(REGISTERS)


def test_only_reviewers_officers_and_directors_publish():
    publishers = {role for role in Role if allowed(role, ITEMS, Action.PUBLISH)}

    assert publishers == {Role.RELEASE_REVIEWER, Role.OGI_OFFICER, Role.DIRECTOR}


def test_a_register_that_the_table_does_not_name_is_nobodys():
    assert not any(allowed(role, "a.b", Action.VIEW) for role in Role)
