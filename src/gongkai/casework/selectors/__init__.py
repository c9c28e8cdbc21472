"""What can be asked of requests; the front door to the modules beside it."""

from gongkai.casework.selectors.clock import clock_of, clock_settings_of
from gongkai.casework.selectors.counting import (
    CONCLUDED,
    TOTAL,
    request_groups,
    requests_in_cell,
    requests_with_fee,
)
from gongkai.casework.selectors.numbers import by_query_code, next_number

__all__ = [
    "CONCLUDED",
    "TOTAL",
    "by_query_code",
    "clock_of",
    "clock_settings_of",
    "next_number",
    "request_groups",
    "requests_in_cell",
    "requests_with_fee",
]
