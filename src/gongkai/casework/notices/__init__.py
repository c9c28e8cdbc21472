"""Notices (告知书) of a case: drafted, made final, approved, sent, proved.

What a notice must say is ``gongkai.statute.notices``; how it looks on paper is
``gongkai.exchange.notices``. Names of people stand in sealed fields only.
"""

from gongkai.casework.notices.approving import (
    approvals_in_force,
    approve_notice,
    levels_of,
    may_approve,
    refusal_to_approve,
)
from gongkai.casework.notices.delivering import (
    record_delivery,
    remedy_deadlines,
    send_notice,
)
from gongkai.casework.notices.drafting import (
    draft_notice,
    elements_of,
    fill_notice,
    finish_notice,
    missing,
    notice_text,
)
from gongkai.casework.notices.kinds import kind_of, to_be_filled

__all__ = [
    "approvals_in_force",
    "approve_notice",
    "draft_notice",
    "elements_of",
    "fill_notice",
    "finish_notice",
    "kind_of",
    "levels_of",
    "may_approve",
    "missing",
    "notice_text",
    "record_delivery",
    "refusal_to_approve",
    "remedy_deadlines",
    "send_notice",
    "to_be_filled",
]
