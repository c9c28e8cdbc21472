"""What can be asked of requests; the front door to the modules beside it."""

from gongkai.casework.selectors.amendments import (
    AmendmentAsked,
    amended_request_of,
    amendment_asked,
    amendments_to_confirm,
    wording_of,
)
from gongkai.casework.selectors.clock import clock_of, clock_settings_of
from gongkai.casework.selectors.counting import (
    CONCLUDED,
    TOTAL,
    request_groups,
    requests_in_cell,
)
from gongkai.casework.selectors.fees import (
    FeeStanding,
    account_of,
    decision_of,
    fee_standing,
    fees_of_year,
    requests_with_fee,
)
from gongkai.casework.selectors.numbers import by_query_code, next_number
from gongkai.casework.selectors.similar import (
    Similar,
    cases_of_letter,
    similar_requests,
    worth_publishing,
)
from gongkai.casework.selectors.worklist import Worklist, open_requests, worklist

__all__ = [
    "CONCLUDED",
    "TOTAL",
    "AmendmentAsked",
    "FeeStanding",
    "Similar",
    "Worklist",
    "account_of",
    "amended_request_of",
    "amendment_asked",
    "amendments_to_confirm",
    "by_query_code",
    "cases_of_letter",
    "clock_of",
    "clock_settings_of",
    "decision_of",
    "fee_standing",
    "fees_of_year",
    "next_number",
    "open_requests",
    "request_groups",
    "requests_in_cell",
    "requests_with_fee",
    "similar_requests",
    "wording_of",
    "worklist",
    "worth_publishing",
]
