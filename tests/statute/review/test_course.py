"""三审三校: who may do what, when, and where an item then stands."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.statute.errors import StatuteError
from gongkai.statute.review import (
    ReviewAct,
    ReviewError,
    ReviewLevel,
    ReviewRules,
    ReviewState,
    ReviewStep,
    refusal_of,
    review_standing,
)

DAY = date(2026, 3, 2)
FIRST, SECOND, THIRD = ReviewLevel
AUTHOR = "林晓"


def submitted(by=AUTHOR, content="v1"):
    return ReviewStep(ReviewAct.SUBMITTED, by, DAY, content)


def act(kind, by, level=None, content="v1", reason="", instead_of=""):
    return ReviewStep(
        ReviewAct(kind), by, DAY, content, level, instead_of=instead_of, reason=reason
    )


def approved(by, level, content="v1", instead_of=""):
    return act("approved", by, level, content, instead_of=instead_of)


def returned(by, level):
    return act("returned", by, level, reason="数字与附件不符")


def after(*steps, rules=None):
    return review_standing(steps, rules or ReviewRules(), [AUTHOR])


def test_nothing_submitted_is_a_draft():
    assert after().state is ReviewState.DRAFT


def test_a_submitted_item_waits_for_the_first_level():
    standing = after(submitted())

    assert (standing.state, standing.level) == (ReviewState.UNDER_REVIEW, FIRST)


def test_three_persons_bring_an_item_to_approval():
    standing = after(
        submitted(),
        approved("周敏", FIRST),
        approved("何涛", SECOND),
        approved("罗静", THIRD),
    )

    assert (standing.state, standing.level) == (ReviewState.APPROVED, None)


def test_an_organ_with_one_level_is_done_after_one():
    standing = after(
        submitted(), approved("罗静", THIRD), rules=ReviewRules(levels=(THIRD,))
    )

    assert standing.state is ReviewState.APPROVED


@pytest.mark.parametrize(
    ("steps", "refusal"),
    [
        (
            [submitted(), approved(AUTHOR, FIRST)],
            "您已经提交了这条信息，不能再作一审。请由另一位有权限的同事审核。",
        ),
        (
            [submitted(by="何涛"), approved(AUTHOR, FIRST)],
            "您已经起草了这条信息，不能再作一审。请由另一位有权限的同事审核。",
        ),
        (
            [submitted(), approved("周敏", FIRST), approved("周敏", SECOND)],
            "您已经作了一审，不能再作二审。请由另一位有权限的同事审核。",
        ),
        (
            [
                submitted(),
                approved("周敏", FIRST, instead_of="何涛"),
                approved("罗静", SECOND, instead_of="何涛"),
            ],
            "您代理的同事已经作了一审，不能再作二审。请由另一位有权限的同事审核。",
        ),
        (
            [submitted(), approved("何涛", SECOND)],
            "这条信息现在等待一审。请由有一审权限的同事办理。",
        ),
        (
            [submitted(), approved("周敏", FIRST, content="v2")],
            "送审以后内容改动过，您看到的不是送审稿。请退回，由起草人重新提交。",
        ),
        (
            [approved("周敏", FIRST)],
            "这条信息现在是“起草中”，没有等待审核。请刷新页面。",
        ),
        (
            [submitted(), act("returned", "周敏", FIRST)],
            "退回修改要写明理由。请填写。",
        ),
        ([submitted(), submitted()], "这条信息已在审核中。要修改，请先撤回送审。"),
        ([act("recalled", AUTHOR)], "这条信息不在审核中，不用撤回。"),
        (
            [submitted(), act("recalled", "周敏")],
            "送审由起草人、提交人撤回。要退给他修改，请用“退回修改”。",
        ),
        (
            [submitted(), act("cleared", "何涛", reason="保密局复函")],
            "这条信息没有报请保密确认，不用登记确认结果。",
        ),
        (
            [
                submitted(),
                act("referred", "周敏", FIRST, reason="涉及考务"),
                approved("周敏", FIRST),
            ],
            "这条信息正在报请保密确认，登记确认结果后再审。",
        ),
    ],
)
def test_what_breaks_the_rules_is_refused_with_the_reason(steps, refusal):
    with pytest.raises(ReviewError) as refused:
        after(*steps)

    assert (refused.value.message, refused.value.article) == (refusal, "17")


def test_a_returned_item_begins_anew_and_the_same_reviewers_may_act_again():
    standing = after(
        submitted(),
        approved("周敏", FIRST),
        returned("何涛", SECOND),
        submitted(content="v2"),
    )

    assert (standing.level, standing.round) == (FIRST, 2)
    assert refusal_of(standing, approved("周敏", FIRST, content="v2")) == ""


def test_an_organ_may_go_on_at_the_level_that_returned():
    standing = after(
        submitted(),
        approved("周敏", FIRST),
        returned("何涛", SECOND),
        submitted(content="v2"),
        rules=ReviewRules(resumes_at_return=True),
    )

    assert standing.level is SECOND
    assert refusal_of(standing, approved("何涛", SECOND, content="v2")) == ""
    assert refusal_of(standing, approved("周敏", SECOND, content="v2")) != ""


def test_a_recalled_item_is_a_draft_again():
    standing = after(submitted(), act("recalled", AUTHOR))

    assert (standing.state, standing.level) == (ReviewState.DRAFT, None)


def test_an_approved_item_that_was_changed_is_submitted_again():
    rules = ReviewRules(levels=(THIRD,))

    standing = after(
        submitted(), approved("罗静", THIRD), submitted(content="v2"), rules=rules
    )

    assert (standing.state, standing.level) == (ReviewState.UNDER_REVIEW, THIRD)


def test_a_referral_waits_for_the_secrecy_authority_and_then_goes_on():
    referral = act("referred", "周敏", FIRST, reason="涉及考务安排")
    asked = after(submitted(), referral)
    answered = after(
        submitted(), referral, act("cleared", "周敏", reason="保密局复函1号")
    )

    assert asked.state is ReviewState.REFERRED
    assert (answered.state, answered.level) == (ReviewState.UNDER_REVIEW, FIRST)


def test_what_is_referred_can_be_returned():
    standing = after(
        submitted(),
        act("referred", "周敏", FIRST, reason="涉及考务安排"),
        returned("周敏", FIRST),
    )

    assert standing.state is ReviewState.RETURNED


@pytest.mark.parametrize("levels", [(), (SECOND, FIRST), (FIRST, FIRST)])
def test_levels_out_of_order_are_refused(levels):
    with pytest.raises(StatuteError):
        ReviewRules(levels=levels)


@pytest.mark.parametrize("level", ReviewLevel)
def test_each_level_asks_something(level):
    assert level.question


PEOPLE = st.sampled_from([AUTHOR, "周敏", "何涛", "罗静"])
ACTS = st.builds(
    ReviewStep,
    act=st.sampled_from(ReviewAct),
    by=PEOPLE,
    on=st.just(DAY),
    content=st.sampled_from(["v1", "v2"]),
    level=st.none() | st.sampled_from(ReviewLevel),
    instead_of=st.just("") | PEOPLE,
    reason=st.sampled_from(["", "理由"]),
)


@given(st.lists(ACTS, max_size=40), st.booleans())
def test_whatever_is_tried_an_approved_item_was_seen_by_three_others(tried, resumes):
    rules = ReviewRules(resumes_at_return=resumes)
    taken = []
    for step in tried:
        standing = review_standing(taken, rules, [AUTHOR])
        if not refusal_of(standing, step):
            taken.append(step)
        standing = review_standing(taken, rules, [AUTHOR])
        if standing.state is ReviewState.APPROVED:
            assert _last_approvers(taken).isdisjoint({AUTHOR})
            assert len(_last_approvers(taken)) == len(ReviewLevel)


def _last_approvers(taken):
    """Who approved each level last."""
    found = {}
    for step in taken:
        if step.act is ReviewAct.APPROVED:
            found[step.level] = step.by
    return set(found.values())


@pytest.mark.parametrize("kind", [*ReviewAct, *ReviewState])
def test_acts_and_states_have_officers_words(kind):
    assert kind.label


def test_a_round_goes_by_the_rules_of_its_submission():
    only_third = ReviewRules((THIRD,))
    steps = [
        ReviewStep(ReviewAct.SUBMITTED, AUTHOR, DAY, "v1", rules=only_third),
        approved("赵明", THIRD),
    ]

    assert review_standing(steps, ReviewRules()).state is ReviewState.APPROVED
