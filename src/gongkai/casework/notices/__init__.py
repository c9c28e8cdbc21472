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
    withdraw_notice,
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
from gongkai.casework.notices.kinds import kind_of, to_be_filled, worded_kind_of
from gongkai.casework.notices.reading import (
    awaiting_approval_by,
    journal_reading,
    may_read,
)
from gongkai.casework.notices.repeats import draft_repeat
from gongkai.casework.notices.superseding import is_revoked
from gongkai.casework.notices.wordings import (
    current_text,
    history_of_wording,
    reset_wording,
    set_wording,
    wording_in_force,
    wordings_in_force,
)

__all__ = [
    "approvals_in_force",
    "approve_notice",
    "awaiting_approval_by",
    "current_text",
    "draft_notice",
    "draft_repeat",
    "elements_of",
    "fill_notice",
    "finish_notice",
    "history_of_wording",
    "is_revoked",
    "journal_reading",
    "kind_of",
    "levels_of",
    "may_approve",
    "may_read",
    "missing",
    "notice_text",
    "record_delivery",
    "refusal_to_approve",
    "remedy_deadlines",
    "reset_wording",
    "send_notice",
    "set_wording",
    "to_be_filled",
    "withdraw_notice",
    "worded_kind_of",
    "wording_in_force",
    "wordings_in_force",
]
