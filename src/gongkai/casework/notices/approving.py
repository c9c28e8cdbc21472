"""Approval of a notice before it goes out: levels of an organ, different people."""

from typing import Any

from django.db import transaction

from gongkai.casework.models import Notice, NoticeApproval, NoticeStatus
from gongkai.casework.notices.acts import (
    has_written,
    journal_notice,
    refresh_like,
    settings_of,
)
from gongkai.casework.notices.numbering import UNNUMBERED, give_number, void_number
from gongkai.casework.permissions import REGISTER, require
from gongkai.casework.services.locking import locked_notice
from gongkai.organs.permissions import may
from gongkai.organs.roles import Action
from gongkai.statute.errors import GongkaiError


@transaction.atomic
def approve_notice(
    *, notice: Notice, is_approved: bool, reason: str = "", actor: Any
) -> Notice:
    """Approve a notice at the next level, or return it with a reason.

    After the last level it gets its number. A returned notice is a draft again, and
    its approvals begin anew. Raises ``GongkaiError`` for who wrote it, who has
    approved it already, and who may not.
    """
    stored = locked_notice(notice, NoticeStatus.AWAITING_APPROVAL)
    if refusal := refusal_to_approve(actor, stored):
        raise GongkaiError(refusal)
    if not is_approved and not reason.strip():
        raise GongkaiError("退回文书要写明理由，起草人才知道怎样修改。请补上。")
    level = len(approvals_in_force(stored)) + 1
    NoticeApproval.objects.create(
        notice=stored,
        round=stored.round,
        level=level,
        account=actor,
        is_approved=is_approved,
        reason=reason.strip(),
    )
    journal_notice(
        stored, "批准文书" if is_approved else "退回文书", actor, level=level
    )
    if is_approved:
        settle(stored)
    else:
        _draft_again(stored)
    return refresh_like(notice, stored)


@transaction.atomic
def withdraw_notice(*, notice: Notice, reason: str, actor: Any) -> Notice:
    """Take a notice back before it goes out (退回起草), with a reason.

    It is a draft again and is approved anew; the approvals so far stay as history. A
    number that it had is void: the register keeps it with the reason, and nobody gets
    it again. Who may write notices or approve them may do this.
    """
    stored = locked_notice(
        notice, NoticeStatus.AWAITING_APPROVAL, NoticeStatus.APPROVED
    )
    organ = stored.disclosure_request.organ
    if not may(actor, REGISTER, Action.APPROVE, organ):
        require(actor, Action.CHANGE, organ)
    if not reason.strip():
        raise GongkaiError("退回起草要写明理由，作废的文号也凭它说明。请补上。")
    if stored.step_id:
        raise GongkaiError(
            "这份文书的办理步骤已经登记，不能退回起草。请先撤销那一步，再退回。"
        )
    journal_notice(stored, "退回起草", actor, reason=reason.strip())
    void_number(stored, reason.strip())
    _draft_again(stored)
    return refresh_like(notice, stored)


def may_approve(account: Any, notice: Notice) -> bool:
    """Return whether the account may decide on the notice as it stands."""
    is_waiting = notice.status == NoticeStatus.AWAITING_APPROVAL
    return is_waiting and not refusal_to_approve(account, notice)


def refusal_to_approve(account: Any, notice: Notice) -> str:
    """Return why the account may not decide on the notice; empty if it may."""
    organ = notice.disclosure_request.organ
    if not may(account, REGISTER, Action.APPROVE, organ):
        return "您没有审批本机关文书的权限，请交二审、三审、机关负责人或者公开专员。"
    if has_written(account, notice):
        return "起草或者修改过这份文书的人不能自己审批，请交另一位同事。"
    if account.pk in {each.account_id for each in approvals_in_force(notice)}:
        return "您已经批准过这份文书，下一级请交另一位同事。"
    return ""


def approvals_in_force(notice: Notice) -> list[NoticeApproval]:
    """Return the approvals since the notice was last made final."""
    return list(notice.approvals.filter(round=notice.round, is_approved=True))


def levels_of(notice: Notice) -> int:
    """Return how many people have to approve a notice of this kind."""
    if notice.kind in UNNUMBERED:
        return 0
    return settings_of(notice.disclosure_request).approval_levels


def settle(notice: Notice) -> None:
    """Make the notice approved, with its number, once every level has approved."""
    if len(approvals_in_force(notice)) < levels_of(notice):
        return
    if notice.kind not in UNNUMBERED:
        notice.number = give_number(notice, settings_of(notice.disclosure_request))
    notice.status = NoticeStatus.APPROVED
    notice.save(update_fields=["number", "status"])
    journal_notice(notice, "文书编号", None)


def _draft_again(notice: Notice) -> None:
    """Begin a new round: a draft, without number or approvals."""
    notice.status, notice.number = NoticeStatus.DRAFT, ""
    notice.round += 1
    notice.save(update_fields=["status", "number", "round"])
