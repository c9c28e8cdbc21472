"""Who reads a notice, which names the applicant, and which ones wait for whom."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from gongkai.audit.models import AuditEntry
from gongkai.casework.models import Notice, NoticeApproval, NoticeStatus
from gongkai.casework.notices.acts import WRITING, journal_notice
from gongkai.casework.permissions import REGISTER
from gongkai.organs.models import Organ
from gongkai.organs.permissions import may, organs_open_to
from gongkai.organs.roles import Action


def may_read(account: Any, organ: Organ) -> bool:
    """Return whether the account may read the organ's notices.

    Who handles its cases, and who approves what leaves it.
    """
    if may(account, REGISTER, Action.CHANGE, organ):
        return True
    return may(account, REGISTER, Action.VIEW, organ) and may(
        account, REGISTER, Action.APPROVE, organ
    )


def journal_reading(*, notice: Notice, actor: Any, how: str = "查看文书") -> None:
    """Journal that a notice was read, or handed out, as reading the applicant is."""
    journal_notice(notice, how, actor)


def awaiting_approval_by(account: Any) -> QuerySet[Notice]:
    """Return the notices that the account may decide on now, the oldest first.

    Not those in which it had a hand, and not those that it approved in this round.
    """
    waiting = Notice.objects.filter(
        status=NoticeStatus.AWAITING_APPROVAL,
        disclosure_request__organ__in=organs_open_to(account, REGISTER, Action.APPROVE),
    ).exclude(made_by=account)
    mine = NoticeApproval.objects.filter(
        notice=OuterRef("pk"),
        round=OuterRef("round"),
        account=account,
        is_approved=True,
    )
    waiting = waiting.exclude(Exists(mine))
    return (
        waiting.exclude(pk__in=_written_by(account, waiting))
        .select_related("disclosure_request__organ")
        .defer("elements", "text")
        .order_by("dated_on", "pk")
    )


def _written_by(account: Any, notices: QuerySet[Notice]) -> set[int]:
    """Return which of the notices the account had a hand in, by the journal."""
    numbers = notices.values("disclosure_request__number")
    entries = AuditEntry.objects.filter(
        subject=REGISTER,
        subject_key__in=numbers,
        action__in=WRITING,
        actor=account,
    )
    return {
        detail["notice"]
        for detail in entries.values_list("detail", flat=True)
        if "notice" in detail
    }
