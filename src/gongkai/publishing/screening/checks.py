"""The checks by name, and one pass of them over a text."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from gongkai.publishing.screening import (
    bank_cards,
    home_addresses,
    identity_numbers,
    phone_numbers,
    security_marks,
)
from gongkai.publishing.screening.hits import Hit

Finder = Callable[[str], Iterator[Hit]]


@dataclass(frozen=True)
class Check:
    """A check: its name, its words, and the function that finds."""

    name: str
    label: str
    find: Finder


CHECKS: tuple[Check, ...] = tuple(
    Check(module.NAME, module.LABEL, module.find)
    for module in (
        identity_numbers,
        phone_numbers,
        bank_cards,
        home_addresses,
        security_marks,
    )
)


def screen(text: str, checks: Iterable[Check] = CHECKS) -> list[Hit]:
    """Return what the checks find in a text, in its order.

    Of two hits on one passage the first check's stands: an identity number is not a
    bank card as well.

    >>> [hit.check for hit in screen("身份证号11010519491231002X，电话13900001234")]
    ['identity_number', 'mobile_number']
    """
    taken: list[Hit] = []
    for check in checks:
        for hit in check.find(text):
            if all(hit.end <= other.start or hit.start >= other.end for other in taken):
                taken.append(hit)
    return sorted(taken)
