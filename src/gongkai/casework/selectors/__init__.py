"""What can be asked of requests; the front door to the modules beside it."""

from gongkai.casework.selectors.amendments import (
    AmendmentAsked,
    amended_request_of,
    amendment_asked,
    amendments_to_confirm,
    wording_of,
)
from gongkai.casework.selectors.clock import clock_of, clock_settings_of
from gongkai.casework.selectors.corrections import open_corrections
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
from gongkai.casework.selectors.narrowing import (
    MINE,
    NOBODY,
    count_of,
    of_handler,
    of_office,
    offices_with_counts,
    people_with_counts,
)
from gongkai.casework.selectors.numbers import by_query_code, next_number
from gongkai.casework.selectors.similar import (
    Similar,
    cases_of_letter,
    joined_with,
    may_be_split,
    similar_requests,
    worth_publishing,
)
from gongkai.casework.selectors.worklist import (
    Worklist,
    counts_by_organ,
    list_conditions,
    list_counts,
    open_requests,
    worklist,
)

__all__ = [
    "CONCLUDED",
    "MINE",
    "NOBODY",
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
    "count_of",
    "counts_by_organ",
    "decision_of",
    "fee_standing",
    "fees_of_year",
    "joined_with",
    "list_conditions",
    "list_counts",
    "may_be_split",
    "next_number",
    "of_handler",
    "of_office",
    "offices_with_counts",
    "open_corrections",
    "open_requests",
    "people_with_counts",
    "request_groups",
    "requests_in_cell",
    "requests_with_fee",
    "similar_requests",
    "wording_of",
    "worklist",
    "worth_publishing",
]
