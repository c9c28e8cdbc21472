"""The legal acts on a request. Each checks, writes and journals, or does nothing."""

from gongkai.casework.applicants import ApplicantData
from gongkai.casework.services.amendments import (
    confirm_amendment,
    decline_amendment,
    submit_amendment,
)
from gongkai.casework.services.arrival import record_arrival
from gongkai.casework.services.copies import refresh
from gongkai.casework.services.fees import (
    decide_fee,
    record_fee_payment,
    refund_fee,
    undo_fee_payment,
)
from gongkai.casework.services.imported import (
    RowProblem,
    settle_rows,
    settle_steps,
)
from gongkai.casework.services.ledger import close, keep_row, register
from gongkai.casework.services.letters import split_letter
from gongkai.casework.services.recomputation import Recomputation, recompute_open
from gongkai.casework.services.registration import (
    issue_query_code,
    register_request,
    reissue_code_of_form,
    submit_online,
)
from gongkai.casework.services.sent_forms import (
    FormSentBeforeError,
    release_form,
    take_form,
)
from gongkai.casework.services.steps import (
    record_letter_received,
    record_step,
    undo_last_step,
)

__all__ = [
    "ApplicantData",
    "FormSentBeforeError",
    "Recomputation",
    "RowProblem",
    "close",
    "confirm_amendment",
    "decide_fee",
    "decline_amendment",
    "issue_query_code",
    "keep_row",
    "recompute_open",
    "record_arrival",
    "record_fee_payment",
    "record_letter_received",
    "record_step",
    "refresh",
    "refund_fee",
    "register",
    "register_request",
    "reissue_code_of_form",
    "release_form",
    "settle_rows",
    "settle_steps",
    "split_letter",
    "submit_amendment",
    "submit_online",
    "take_form",
    "undo_fee_payment",
    "undo_last_step",
]
