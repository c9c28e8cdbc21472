"""Running numbers for each organ and year: ``2026-0001``.

Those of corrections have a series of their own: ``GZ2026-0001``.
"""

import re
from typing import Any

from gongkai.casework.models import DisclosureRequest, NumberSeries, RecordCorrection
from gongkai.casework.models.number_series import Register
from gongkai.organs.models import Organ

_MODELS: dict[Register, tuple[Any, str]] = {
    Register.REQUESTS: (DisclosureRequest, ""),
    Register.CORRECTIONS: (RecordCorrection, "GZ"),
}


def take_number(organ: Organ, year: int, register: Register = Register.REQUESTS) -> str:
    """Use up the organ's next number; call it inside the act's transaction.

    Until that ends, the series is locked: nobody else gets a number of the organ.
    """
    series, _ = NumberSeries.objects.select_for_update().get_or_create(
        organ=organ,
        year=year,
        register=register,
        defaults={"last": highest_number(organ, year, register)},
    )
    series.last = next_free(organ, year, series.last, register)
    series.save(update_fields=["last"])
    return number_of(year, series.last, register)


def number_of(year: int, running: int, register: Register = Register.REQUESTS) -> str:
    """Return a number as people write it.

    >>> number_of(2026, 1), number_of(2026, 1, Register.CORRECTIONS)
    ('2026-0001', 'GZ2026-0001')
    """
    _, prefix = _MODELS[register]
    return f"{prefix}{year}-{running:04d}"


def next_free(
    organ: Organ, year: int, last: int, register: Register = Register.REQUESTS
) -> int:
    """Return the first running number after ``last`` that no import has taken."""
    model, _ = _MODELS[register]
    running = last + 1
    records = model.objects.filter(organ=organ)
    while records.filter(number=number_of(year, running, register)).exists():
        running += 1
    return running


def highest_number(
    organ: Organ, year: int, register: Register = Register.REQUESTS
) -> int:
    """Return the highest running number among the organ's records of the year."""
    model, prefix = _MODELS[register]
    form = re.compile(rf"{prefix}{year}-(\d{{4,9}})")
    numbers = model.objects.filter(
        organ=organ, number__startswith=f"{prefix}{year}-"
    ).values_list("number", flat=True)
    found = (form.fullmatch(number) for number in numbers.iterator())
    return max((int(match[1]) for match in found if match), default=0)
