"""Approval of a notice before it goes out: levels of an organ, different people."""

from typing import Any

from django.db import transaction

from gongkai.casework.models import Notice, NoticeApproval, NoticeStatus
from gongkai.casework.notices.acts import (
    has_written,
    journal,
    locked,
    refresh_like,
    settings_of,
)
from gongkai.casework.notices.numbering import UNNUMBERED, next_document_number
from gongkai.casework.permissions import REGISTER
from gongkai.organs.permissions import may
from gongkai.organs.roles import Action
from gongkai.statute.errors import GongkaiError

#: Who lets things out of an organ, by the role table, approves its notices too.
_OUTWARD = "publishing.item"


@transaction.atomic
def approve_notice(
    *, notice: Notice, is_approved: bool, reason: str = "", actor: Any
) -> Notice:
    """Approve a notice at the next level, or return it with a reason.

    After the last level it gets its number. A returned notice is a draft again, and
    its approvals begin anew. Raises ``GongkaiError`` for who wrote it, who has
    approved it already, and who may not.
    """
    stored = locked(notice, NoticeStatus.AWAITING_APPROVAL)
    if refusal := refusal_to_approve(actor, stored):
        raise GongkaiError(refusal)
    if not is_approved and not reason.strip():
        raise GongkaiError("退回文书要写明理由，起草人才知道怎样修改。请补上。")
    level = len(approvals_in_force(stored)) + 1
    NoticeApproval.objects.create(
        notice=stored,
        level=level,
        account=actor,
        is_approved=is_approved,
        reason=reason.strip(),
    )
    journal(stored, "批准文书" if is_approved else "退回文书", actor, level=level)
    if is_approved:
        settle(stored)
    else:
        stored.status = NoticeStatus.DRAFT
        stored.save(update_fields=["status"])
    return refresh_like(notice, stored)


def may_approve(account: Any, notice: Notice) -> bool:
    """Return whether the account may decide on the notice as it stands."""
    is_waiting = notice.status == NoticeStatus.AWAITING_APPROVAL
    return is_waiting and not refusal_to_approve(account, notice)


def refusal_to_approve(account: Any, notice: Notice) -> str:
    """Return why the account may not decide on the notice; empty if it may."""
    organ = notice.disclosure_request.organ
    if not (
        may(account, REGISTER, Action.VIEW, organ)
        and may(account, _OUTWARD, Action.PUBLISH, organ)
    ):
        return "您没有审批本机关文书的权限，请交三审、机关负责人或者公开专员。"
    if has_written(account, notice):
        return "起草或者修改过这份文书的人不能自己审批，请交另一位同事。"
    if account.pk in {each.account_id for each in approvals_in_force(notice)}:
        return "您已经批准过这份文书，下一级请交另一位同事。"
    return ""


def approvals_in_force(notice: Notice) -> list[NoticeApproval]:
    """Return the approvals since the notice was last made final."""
    approvals: list[NoticeApproval] = []
    for each in notice.approvals.order_by("pk"):
        approvals = [*approvals, each] if each.is_approved else []
    return approvals


def levels_of(notice: Notice) -> int:
    """Return how many people have to approve a notice of this kind."""
    if notice.kind in UNNUMBERED:
        return 0
    return settings_of(notice.disclosure_request).approval_levels


def settle(notice: Notice) -> None:
    """Make the notice approved, with its number, once every level has approved."""
    if len(approvals_in_force(notice)) < levels_of(notice):
        return
    case = notice.disclosure_request
    if notice.kind not in UNNUMBERED and notice.dated_on:
        word = settings_of(case).organ_word
        number = next_document_number(case.organ, word, notice.dated_on)
        notice.number = str(number)
    notice.status = NoticeStatus.APPROVED
    notice.save(update_fields=["number", "status"])
    journal(notice, "文书编号", None)
