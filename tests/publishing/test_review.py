"""Three persons, one trail: the services of the review."""

from datetime import UTC, date, datetime

import pytest

from factories.organs import OfficeFactory, OrganFactory, account_with_role
from factories.publishing import ItemFactory, draft_of, reviewers_of
from gongkai.audit.models import AuditEntry
from gongkai.organs.models import RoleAssignment
from gongkai.organs.roles import Role
from gongkai.publishing.models import (
    Item,
    ItemRevision,
    ReviewSettings,
    StandIn,
)
from gongkai.publishing.permissions import may_review
from gongkai.publishing.selectors import review_rules_for, standing_of
from gongkai.publishing.services import (
    approve,
    clear,
    recall,
    refer,
    return_item,
    save_item,
    submit,
)
from gongkai.statute.errors import GongkaiError
from gongkai.statute.review import ReviewLevel, ReviewState

pytestmark = pytest.mark.django_db

FIRST, SECOND, THIRD = ReviewLevel
NOW = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
DAY = date(2026, 3, 2)


@pytest.fixture
def clerk():
    return account_with_role(Role.CLERK, OrganFactory())


@pytest.fixture
def item(clerk):
    """An item under review."""
    made = draft_of(clerk)
    submit(item=made, actor=clerk, now=NOW)
    return made


def test_submission_keeps_the_content_and_waits_for_the_first_level(clerk):
    draft = draft_of(clerk)

    entry = submit(item=draft, actor=clerk, now=NOW)

    assert (draft.review_state, draft.review_level) == ("under_review", FIRST)
    assert ItemRevision.objects.get().content == entry.content
    assert AuditEntry.objects.first().action == "提交审核"


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"title": ""}, "缺少标题，请补上。"),
        ({"body": " "}, "没有正文也没有附件"),
    ],
)
def test_an_item_that_is_not_whole_is_not_submitted(clerk, fields, message):
    draft = draft_of(clerk)
    for name, value in fields.items():
        setattr(draft, name, value)
    draft.save()

    with pytest.raises(GongkaiError, match=message):
        submit(item=draft, actor=clerk, now=NOW)

    assert draft.review_entries.count() == 0


def test_an_open_finding_stops_the_submission(clerk):
    draft = draft_of(clerk)
    Item.objects.filter(pk=draft.pk).update(summary="请联系13900001234。")

    with pytest.raises(GongkaiError, match="内容检查还有1处没有处理"):
        submit(item=draft, actor=clerk, now=NOW)

    assert draft.findings.get().check_name == "mobile_number"


def test_each_level_hands_on_to_the_next(item):
    reviewers = reviewers_of(item)

    approve(item=item, actor=reviewers[FIRST], now=NOW)
    assert item.review_level == SECOND
    approve(item=item, actor=reviewers[SECOND], now=NOW)
    assert item.review_level == THIRD


def test_one_person_in_all_roles_cannot_pass_two_levels(item):
    account = account_with_role(Role.OFFICE_REVIEWER, item.organ)
    for role in (Role.OGI_REVIEWER, Role.RELEASE_REVIEWER):
        RoleAssignment.objects.create(
            person=account.person, organ=item.organ, role=role
        )
    approve(item=item, actor=account, now=NOW)

    with pytest.raises(GongkaiError, match="您已经作了一审，不能再作二审"):
        approve(item=item, actor=account, now=NOW)

    assert item.review_entries.count() == 2


def test_who_wrote_a_part_does_not_review(clerk, item):
    helper = account_with_role(Role.OFFICE_REVIEWER, item.organ)
    ItemRevision.objects.create(item=item, content="c", values={}, account=helper)

    with pytest.raises(GongkaiError, match="您已经起草了这条信息"):
        approve(item=item, actor=helper, now=NOW)


def test_a_reviewer_of_another_level_is_refused(item):
    with pytest.raises(GongkaiError, match=r"您没有.*一审权限"):
        approve(item=item, actor=reviewers_of(item)[THIRD], now=NOW)


def test_the_head_of_another_office_does_not_review_the_item(clerk):
    organ = clerk.person.organ
    reviewer = account_with_role(
        Role.OFFICE_REVIEWER, organ, office=OfficeFactory(organ=organ)
    )
    own = draft_of(clerk, office=reviewer.person.office)
    other = draft_of(clerk, office=OfficeFactory(organ=organ))

    assert may_review(reviewer, own, FIRST, DAY)
    assert not may_review(reviewer, other, FIRST, DAY)


def test_a_return_keeps_reason_and_marks_and_the_review_begins_anew(clerk, item):
    reviewer = reviewers_of(item)[FIRST]

    entry = return_item(
        item=item, actor=reviewer, reason="数字与附件不符", marks=["64条 "], now=NOW
    )

    assert (entry.reason, entry.marks) == ("数字与附件不符", ["64条"])
    assert item.review_state == ReviewState.RETURNED
    submit(item=item, actor=clerk, now=NOW)
    assert item.review_level == FIRST


def test_the_author_recalls_and_changes(clerk, item):
    recall(item=item, actor=clerk, now=NOW)
    item.body = "改过的正文。"

    save_item(item=item, actor=clerk)

    assert standing_of(item).state is ReviewState.DRAFT


def test_what_is_under_review_is_not_changed(clerk, item):
    item.body = "改过的正文。"

    with pytest.raises(GongkaiError, match="正在审核，不能修改"):
        save_item(item=item, actor=clerk)


def test_a_doubt_is_referred_and_cleared(item):
    reviewer = reviewers_of(item)[FIRST]

    refer(item=item, actor=reviewer, reason="涉及考务安排", now=NOW)
    assert item.review_state == ReviewState.REFERRED
    officer = account_with_role(Role.OGI_OFFICER, item.organ)
    clear(item=item, actor=officer, reason="保密局复函1号", now=NOW)
    assert (item.review_state, item.review_level) == ("under_review", FIRST)


def test_two_reviewers_at_once_make_one_approval(item):
    first, second = (
        account_with_role(Role.OFFICE_REVIEWER, item.organ) for _ in range(2)
    )
    seen = item.version
    approve(item=item, actor=first, version=seen, now=NOW)

    with pytest.raises(GongkaiError, match="另一位同事刚刚改过"):
        approve(item=item, actor=second, version=seen, now=NOW)


def test_a_stand_in_reviews_in_his_principals_place_for_the_time(item):
    principal = reviewers_of(item)[FIRST].person
    deputy = account_with_role(Role.CLERK, item.organ)
    StandIn.objects.create(
        principal=principal,
        deputy=deputy.person,
        level=FIRST,
        first_on=DAY,
        last_on=DAY,
    )

    assert may_review(deputy, item, FIRST, DAY)
    assert not may_review(deputy, item, FIRST, date(2026, 3, 3))
    entry = approve(item=item, actor=deputy, now=NOW)
    assert entry.instead_of == principal


def test_the_nearest_setting_of_levels_counts():
    county = OrganFactory()
    item = ItemFactory(organ=OrganFactory(parent=county))
    assert review_rules_for(item).levels == (FIRST, SECOND, THIRD)

    ReviewSettings.objects.create(organ=county, levels="3")
    assert review_rules_for(item).levels == (THIRD,)

    ReviewSettings.objects.create(organ=item.organ, category=item.category, levels="23")
    assert review_rules_for(item).levels == (SECOND, THIRD)


def test_a_change_of_a_draft_counts_the_version_and_sets_the_limit(clerk):
    draft = draft_of(clerk, formed_on=date(2025, 4, 22))

    save_item(item=draft, actor=clerk, version=draft.version)

    assert (draft.version, draft.due_on) == (1, date(2025, 5, 22))
