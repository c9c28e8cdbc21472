"""待我审批的文书: what an account may approve now, and who reads a notice."""

import pytest

from factories.notices import (
    SEARCH,
    approved_notice,
    case_with_applicant,
    director_of,
    finished_notice,
    officer_of,
    organ_with_settings,
    today,
)
from factories.organs import OrganFactory, account_with_role
from gongkai.audit.models import AuditEntry
from gongkai.casework.notices import (
    approve_notice,
    awaiting_approval_by,
    draft_notice,
    fill_notice,
    finish_notice,
    journal_reading,
    may_read,
)
from gongkai.organs.roles import Role

pytestmark = pytest.mark.django_db


def test_notice_waits_for_those_who_may_approve():
    notice = finished_notice()
    organ = notice.disclosure_request.organ
    waiting = {
        role: list(awaiting_approval_by(account_with_role(role, organ)))
        for role in Role
    }

    assert {role for role, found in waiting.items() if found == [notice]} == {
        Role.OGI_REVIEWER,
        Role.RELEASE_REVIEWER,
        Role.DIRECTOR,
        Role.OGI_OFFICER,
    }


def test_notice_does_not_wait_for_a_hand_that_wrote_it():
    case = case_with_applicant()
    drafter, filler = officer_of(case.organ), officer_of(case.organ)
    notice = draft_notice(disclosure_request=case, kind="none", actor=drafter)
    fill_notice(notice=notice, elements=SEARCH, actor=filler)
    finish_notice(notice=notice, dated_on=today(), actor=None)

    waiting = [list(awaiting_approval_by(who)) for who in (drafter, filler)]

    assert waiting == [[], []]


def test_notice_does_not_wait_for_who_approved_it_in_this_round():
    notice = finished_notice(
        case_with_applicant(organ_with_settings(approval_levels=2))
    )
    organ = notice.disclosure_request.organ
    first, second = director_of(organ), director_of(organ)
    approve_notice(notice=notice, is_approved=True, actor=first)

    assert list(awaiting_approval_by(first)) == []
    assert list(awaiting_approval_by(second)) == [notice]
    approve_notice(notice=notice, is_approved=False, reason="不全", actor=second)
    finish_notice(notice=notice, dated_on=today(), actor=None)
    assert list(awaiting_approval_by(first)) == [notice]


def test_notice_of_another_organ_and_an_approved_one_do_not_wait():
    finished_notice()
    done = approved_notice(case_with_applicant(organ_with_settings()))

    assert not awaiting_approval_by(director_of(OrganFactory())).exists()
    assert not awaiting_approval_by(director_of(done.disclosure_request.organ)).exists()


@pytest.mark.parametrize(
    ("role", "reads"),
    [
        (Role.CLERK, False),
        (Role.OGI_REVIEWER, True),
        (Role.RELEASE_REVIEWER, True),
        (Role.OGI_OFFICER, True),
        (Role.DIRECTOR, True),
        (Role.SUPERVISOR, False),
        (Role.AUDITOR, False),
    ],
)
def test_who_handles_or_approves_reads_notices(role, reads):
    organ = OrganFactory()

    assert may_read(account_with_role(role, organ), organ) is reads


def test_reading_is_journaled_without_any_name():
    notice = finished_notice()
    director = director_of(notice.disclosure_request.organ)

    journal_reading(notice=notice, actor=director)

    entry = AuditEntry.objects.get(action="查看文书")
    assert (entry.actor, entry.subject_key) == (
        director,
        notice.disclosure_request.number,
    )
    assert entry.detail == {
        "notice": notice.pk,
        "title": "政府信息公开告知书（政府信息不存在）",
    }
