import pytest

from factories.notices import (
    SEARCH,
    case_with_applicant,
    director_of,
    finished_notice,
    officer_of,
    organ_with_settings,
    today,
)
from factories.organs import OrganFactory, account_with_role
from gongkai.casework.models import NoticeStatus
from gongkai.casework.notices import (
    approve_notice,
    draft_notice,
    fill_notice,
    finish_notice,
    may_approve,
)
from gongkai.organs.roles import Role
from gongkai.statute.errors import GongkaiError

pytestmark = pytest.mark.django_db


def test_approved_notice_gets_its_number():
    notice = finished_notice()
    assert (notice.status, notice.number) == (NoticeStatus.AWAITING_APPROVAL, "")

    director = director_of(notice.disclosure_request.organ)
    approve_notice(notice=notice, is_approved=True, reason="", actor=director)

    notice.refresh_from_db()
    assert notice.status == NoticeStatus.APPROVED
    assert notice.number == f"云教公开告〔{today().year}〕1号"


def test_organ_without_levels_needs_nobody():
    case = case_with_applicant(organ_with_settings(approval_levels=0))

    assert finished_notice(case).status == NoticeStatus.APPROVED


def test_two_levels_are_two_people():
    case = case_with_applicant(organ_with_settings(approval_levels=2))
    notice = finished_notice(case)
    first, second = director_of(case.organ), director_of(case.organ)

    approve_notice(notice=notice, is_approved=True, reason="", actor=first)
    assert notice.status == NoticeStatus.AWAITING_APPROVAL
    with pytest.raises(GongkaiError, match="您已经批准过这份文书"):
        approve_notice(notice=notice, is_approved=True, reason="", actor=first)
    approve_notice(notice=notice, is_approved=True, reason="", actor=second)

    assert notice.status == NoticeStatus.APPROVED
    assert [each.level for each in notice.approvals.all()] == [1, 2]


@pytest.mark.parametrize("hand", ["drafted", "filled", "finished"])
def test_who_had_a_hand_in_a_notice_does_not_approve_it(hand):
    case = case_with_applicant()
    writer = officer_of(case.organ)
    actors = dict.fromkeys(("drafted", "filled", "finished")) | {hand: writer}
    notice = draft_notice(disclosure_request=case, kind="none", actor=actors["drafted"])
    fill_notice(notice=notice, elements=SEARCH, actor=actors["filled"])
    finish_notice(notice=notice, dated_on=today(), actor=actors["finished"])

    assert not may_approve(writer, notice)
    with pytest.raises(GongkaiError, match="不能自己审批"):
        approve_notice(notice=notice, is_approved=True, reason="", actor=writer)


def test_returned_notice_is_a_draft_and_begins_anew():
    case = case_with_applicant(organ_with_settings(approval_levels=2))
    notice = finished_notice(case)
    first, second = director_of(case.organ), director_of(case.organ)
    approve_notice(notice=notice, is_approved=True, reason="", actor=first)

    approve_notice(
        notice=notice, is_approved=False, reason="检索范围不全", actor=second
    )
    assert (notice.status, notice.number) == (NoticeStatus.DRAFT, "")
    finish_notice(notice=notice, dated_on=today(), actor=None)
    approve_notice(notice=notice, is_approved=True, reason="", actor=first)

    assert notice.status == NoticeStatus.AWAITING_APPROVAL
    assert [each.reason for each in notice.approvals.all()] == ["", "检索范围不全", ""]


def test_notice_is_not_returned_without_a_reason():
    notice = finished_notice()
    director = director_of(notice.disclosure_request.organ)

    with pytest.raises(GongkaiError, match="退回文书要写明理由"):
        approve_notice(notice=notice, is_approved=False, reason=" ", actor=director)

    assert not notice.approvals.exists()


@pytest.mark.parametrize(
    ("role", "is_allowed"),
    [
        (Role.CLERK, False),
        (Role.OGI_REVIEWER, True),
        (Role.RELEASE_REVIEWER, True),
        (Role.DIRECTOR, True),
        (Role.OGI_OFFICER, True),
        (Role.SUPERVISOR, False),
        (Role.AUDITOR, False),
        (Role.ADMINISTRATOR, False),
    ],
)
def test_who_lets_things_out_of_the_organ_approves(role, is_allowed):
    notice = finished_notice()
    account = account_with_role(role, notice.disclosure_request.organ)

    assert may_approve(account, notice) is is_allowed


def test_director_of_another_organ_does_not_approve():
    notice = finished_notice()

    with pytest.raises(GongkaiError, match="没有审批本机关文书的权限"):
        approve_notice(
            notice=notice,
            is_approved=True,
            reason="",
            actor=director_of(OrganFactory()),
        )
