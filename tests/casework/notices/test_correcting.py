"""A notice that is wrong: taken back before it goes out, or revoked by another."""

from datetime import date

import pytest

from factories.notices import (
    SEARCH,
    add_step,
    approved_notice,
    case_with_applicant,
    director_of,
    finished_notice,
    officer_of,
    organ_with_settings,
    today,
)
from factories.organs import account_with_role
from gongkai.audit.models import AuditEntry
from gongkai.casework.models import NoticeNumber, NoticeStatus
from gongkai.casework.notices import (
    approve_notice,
    draft_notice,
    fill_notice,
    finish_notice,
    is_revoked,
    notice_text,
    send_notice,
    withdraw_notice,
)
from gongkai.casework.services import record_step, undo_last_step
from gongkai.organs.roles import Role
from gongkai.statute.clock import Step, StepKind
from gongkai.statute.errors import GongkaiError

pytestmark = pytest.mark.django_db

WRONG = "检索范围写错了"


def withdraw(notice, reason=WRONG, actor=None):
    actor = actor or officer_of(notice.disclosure_request.organ)
    return withdraw_notice(notice=notice, reason=reason, actor=actor)


def sent_notice(case=None):
    notice = approved_notice(case, today())
    send_notice(notice=notice, way="post", sent_on=today(), actor=None)
    return notice


def revoking(notice, reason=WRONG):
    """Return a draft that takes the notice back."""
    return draft_notice(
        disclosure_request=notice.disclosure_request,
        kind="none",
        supersedes=notice,
        supersede_reason=reason,
        actor=None,
    )


def let_out(notice):
    """Fill, finish, approve and send a draft."""
    fill_notice(notice=notice, elements=SEARCH, actor=None)
    finish_notice(notice=notice, dated_on=today(), actor=None)
    director = director_of(notice.disclosure_request.organ)
    approve_notice(notice=notice, is_approved=True, actor=director)
    send_notice(notice=notice, way="post", sent_on=today(), actor=None)
    return notice


def test_withdrawn_notice_is_a_draft_whose_approvals_are_history():
    notice = approved_notice()

    withdraw(notice)

    notice.refresh_from_db()
    assert (notice.status, notice.number) == (NoticeStatus.DRAFT, "")
    assert [each.is_approved for each in notice.approvals.all()] == [True]


def test_withdrawn_notice_is_approved_anew_by_the_same_person():
    notice = approved_notice()
    director = notice.approvals.get().account
    withdraw(notice)

    finish_notice(notice=notice, dated_on=today(), actor=None)
    approve_notice(notice=notice, is_approved=True, actor=director)

    assert notice.status == NoticeStatus.APPROVED


def test_number_once_given_is_not_used_again_and_says_why():
    notice = approved_notice()
    first = notice.number
    withdraw(notice)
    organ = notice.disclosure_request.organ

    another = approved_notice(case_with_applicant(organ))

    assert another.number == first.replace("〕1号", "〕2号")
    void = NoticeNumber.objects.get(number=first)
    assert (void.notice, void.void_reason) == (notice, WRONG)
    assert void.voided_at is not None


def test_notice_that_waits_for_approval_is_withdrawn_too():
    notice = finished_notice()

    withdraw(notice)

    assert notice.status == NoticeStatus.DRAFT
    assert not NoticeNumber.objects.exists()


def test_withdrawal_wants_a_reason():
    with pytest.raises(GongkaiError, match="退回起草要写明理由"):
        withdraw(approved_notice(), reason=" ")


def test_what_went_out_is_not_withdrawn():
    with pytest.raises(GongkaiError, match="已送出"):
        withdraw(sent_notice())


def test_notice_whose_step_is_recorded_is_not_withdrawn():
    notice = approved_notice()
    notice.step = add_step(notice.disclosure_request, "decided", today())
    notice.save()

    with pytest.raises(GongkaiError, match="请先撤销那一步"):
        withdraw(notice)


@pytest.mark.parametrize("role", [Role.CLERK, Role.SUPERVISOR, Role.AUDITOR])
def test_who_only_looks_on_withdraws_nothing(role):
    notice = approved_notice()
    account = account_with_role(role, notice.disclosure_request.organ)

    with pytest.raises(GongkaiError, match="权限"):
        withdraw(notice, actor=account)


def test_withdrawal_is_journaled_with_its_reason():
    notice = approved_notice()
    number = notice.number

    withdraw(notice)

    entry = AuditEntry.objects.get(action="退回起草")
    assert entry.detail["reason"] == WRONG
    assert entry.detail["document_number"] == number


def test_new_notice_says_which_one_it_revokes_and_why():
    wrong = sent_notice()

    new = let_out(revoking(wrong))

    day = f"{today().year}年{today().month}月{today().day}日"
    assert notice_text(new).paragraphs[-1] == (
        f"本机关作出的《政府信息公开告知书（政府信息不存在）》（{wrong.number}，{day}）"
        f"同时撤销，以本告知书为准。撤销的理由：{WRONG}。"
    )
    assert is_revoked(wrong)
    assert new.number != wrong.number


def test_draft_revokes_nothing_yet():
    wrong = sent_notice()

    revoking(wrong)

    assert not is_revoked(wrong)


def test_notice_is_revoked_only_once():
    wrong = sent_notice()
    revoking(wrong)

    with pytest.raises(GongkaiError, match="已经起草了撤销这份文书的文书"):
        revoking(wrong)


def test_notice_that_did_not_go_out_is_not_revoked():
    with pytest.raises(GongkaiError, match="退回起草修改即可"):
        revoking(approved_notice())


def test_notice_is_not_revoked_without_a_reason():
    with pytest.raises(GongkaiError, match="要写明理由"):
        revoking(sent_notice(), reason=" ")


def test_notice_of_another_case_is_not_revoked():
    wrong = sent_notice()

    with pytest.raises(GongkaiError, match="只能撤销本案的文书"):
        draft_notice(
            disclosure_request=case_with_applicant(organ_with_settings()),
            kind="none",
            supersedes=wrong,
            supersede_reason=WRONG,
            actor=None,
        )


def test_reply_is_recorded_anew_once_its_notice_is_revoked():
    received = date(2021, 6, 1)
    case = case_with_applicant(channel="in_person", submitted_on=received)
    wrong = sent_notice(case)
    reply = Step(StepKind.DECIDED, today(), outcome="unavailable.not_held")
    record_step(disclosure_request=case, step=reply, notice=wrong, actor=None)

    with pytest.raises(GongkaiError, match="请另发文书撤销它"):
        undo_last_step(disclosure_request=case, reason=WRONG, actor=None)
    let_out(revoking(wrong))
    undo_last_step(disclosure_request=case, reason=WRONG, actor=None)

    assert (case.outcome, case.closed_on) == ("", None)
