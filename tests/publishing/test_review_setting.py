"""How many levels, who sets them, and an item that nobody could review."""

import pytest

from factories.catalogue import CategoryFactory
from factories.organs import OrganFactory, account_with_role
from factories.publishing import ItemFactory, draft_of, reviewers_of
from gongkai.organs.models import RoleAssignment
from gongkai.organs.roles import Role
from gongkai.publishing.models import ReviewSettings
from gongkai.publishing.selectors import review_rules_for, reviewers_in, standing_of
from gongkai.publishing.services import approve, set_review, submit, unset_review
from gongkai.statute.errors import GongkaiError
from gongkai.statute.review import ReviewLevel

pytestmark = pytest.mark.django_db

FIRST, SECOND, THIRD = ReviewLevel


@pytest.fixture
def clerk():
    return account_with_role(Role.CLERK, OrganFactory())


@pytest.fixture
def officer(clerk):
    return account_with_role(Role.OGI_OFFICER, clerk.person.organ)


def set_levels(officer, levels, category=None):
    return set_review(
        organ=officer.person.organ,
        category=category,
        levels=levels,
        resumes_at_return=False,
        actor=officer,
    )


def test_a_setting_is_written_once_and_then_changed(officer):
    set_levels(officer, "23")
    set_levels(officer, "3")

    assert [one.levels for one in ReviewSettings.objects.all()] == ["3"]


def test_a_category_goes_before_the_organ(officer):
    category = CategoryFactory(organ=officer.person.organ)
    set_levels(officer, "123")
    setting = set_levels(officer, "3", category)
    item = ItemFactory(organ=officer.person.organ, category=category)

    before = review_rules_for(item).levels
    unset_review(setting=setting, actor=officer)

    assert (before, review_rules_for(item).levels) == ((THIRD,), tuple(ReviewLevel))


def test_a_clerk_sets_nothing(clerk):
    with pytest.raises(GongkaiError, match=r"没有改.*审核设置的权限"):
        set_levels(clerk, "3")


def test_a_category_of_another_organ_is_refused(officer):
    with pytest.raises(GongkaiError, match="请另选目录"):
        set_levels(officer, "3", CategoryFactory())


def test_a_new_setting_leaves_a_running_review_alone(clerk, officer):
    item = draft_of(clerk)
    submit(item=item, actor=clerk)
    approve(item=item, actor=reviewers_of(item)[FIRST])

    set_levels(officer, "3")

    assert standing_of(item).level is SECOND


def test_an_item_that_nobody_could_review_is_not_submitted(clerk):
    draft = draft_of(clerk)
    RoleAssignment.objects.filter(role=Role.OGI_REVIEWER).delete()

    with pytest.raises(GongkaiError, match="没有能作二审的人"):
        submit(item=draft, actor=clerk)

    assert draft.review_entries.count() == 0


def test_one_person_with_all_roles_is_not_enough(clerk):
    draft = draft_of(clerk)
    one = RoleAssignment.objects.get(role=Role.OFFICE_REVIEWER).person
    others = (Role.OGI_REVIEWER, Role.RELEASE_REVIEWER)
    RoleAssignment.objects.filter(role__in=others).update(person=one)

    with pytest.raises(GongkaiError, match="没有能作二审的人"):
        submit(item=draft, actor=clerk)


def test_reviewers_above_count_for_the_organs_below(clerk):
    parent = OrganFactory()
    organ = OrganFactory(parent=parent)
    leader = account_with_role(Role.RELEASE_REVIEWER, parent).person

    assert reviewers_in(organ)[THIRD] == [leader]
