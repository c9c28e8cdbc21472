"""Running numbers of requests: ``2026-0001``, for each organ and year."""

import re

from gongkai.casework.models import DisclosureRequest, NumberSeries
from gongkai.organs.models import Organ


def take_number(organ: Organ, year: int) -> str:
    """Use up the organ's next number; call it inside the act's transaction.

    Until that ends, the series is locked: nobody else gets a number of the organ.
    """
    series, _ = NumberSeries.objects.select_for_update().get_or_create(
        organ=organ, year=year, defaults={"last": highest_number(organ, year)}
    )
    series.last = next_free(organ, year, series.last)
    series.save(update_fields=["last"])
    return number_of(year, series.last)


def number_of(year: int, running: int) -> str:
    """Return a number as people write it.

    >>> number_of(2026, 1)
    '2026-0001'
    """
    return f"{year}-{running:04d}"


def next_free(organ: Organ, year: int, last: int) -> int:
    """Return the first running number after ``last`` that no import has taken."""
    running = last + 1
    requests = DisclosureRequest.objects.filter(organ=organ)
    while requests.filter(number=number_of(year, running)).exists():
        running += 1
    return running


def highest_number(organ: Organ, year: int) -> int:
    """Return the highest running number among the organ's requests of the year."""
    form = re.compile(rf"{year}-(\d{{4,9}})")
    numbers = DisclosureRequest.objects.filter(
        organ=organ, number__startswith=f"{year}-"
    ).values_list("number", flat=True)
    found = (form.fullmatch(number) for number in numbers.iterator())
    return max((int(match[1]) for match in found if match), default=0)
