"""Finding a request by what its applicant knows: number and query code."""

from gongkai.casework.models import DisclosureRequest, NumberSeries
from gongkai.casework.models.number_series import Register
from gongkai.casework.numbers import highest_number, next_free, number_of
from gongkai.casework.query_codes import is_same_hash, query_code_hash
from gongkai.organs.models import Organ


def next_number(organ: Organ, year: int) -> str:
    """Return the number that the organ's next request of the year would get."""
    series = NumberSeries.objects.filter(
        organ=organ, year=year, register=Register.REQUESTS
    ).first()
    last = highest_number(organ, year) if series is None else series.last
    return number_of(year, next_free(organ, year, last))


def by_query_code(number: str, code: str) -> DisclosureRequest | None:
    """Return the request that number and code open together, or None."""
    wanted = query_code_hash(number, code)
    for disclosure_request in DisclosureRequest.objects.filter(
        query_code_hash=wanted
    ).select_related("organ"):
        if is_same_hash(disclosure_request.query_code_hash, wanted):
            return disclosure_request
    return None
