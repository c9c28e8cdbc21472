"""The checks by name, and one pass of them over a text."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from gongkai.publishing.screening import (
    bank_cards,
    home_addresses,
    identity_numbers,
    person_names,
    phone_numbers,
    security_marks,
)
from gongkai.publishing.screening.hits import Hit
from gongkai.publishing.screening.numbers import narrowed

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
        person_names,
        security_marks,
    )
)


def screen(text: str, checks: Iterable[Check] = CHECKS) -> list[Hit]:
    """Return what the checks find in a text, in its order.

    Of two hits on one passage the first check's stands: an identity number is not a
    bank card as well. Full-width digits count as digits.

    >>> [hit.check for hit in screen("身份证号11010519491231002X，电话13900001234")]
    ['identity_number', 'mobile_number']
    """
    read = narrowed(text)
    taken: list[Hit] = []
    for check in checks:
        taken = _merged(taken, sorted(check.find(read)))
    if read is text:
        return taken
    return [replace(hit, text=text[hit.start : hit.end]) for hit in taken]


def _merged(taken: list[Hit], found: list[Hit]) -> list[Hit]:
    """Put found hits between those taken, but for what they overlap; in one pass."""
    if not found:
        return taken
    merged: list[Hit] = []
    at = 0
    for hit in found:
        while at < len(taken) and taken[at].end <= hit.start:
            merged.append(taken[at])
            at += 1
        free = at == len(taken) or taken[at].start >= hit.end
        if free and (not merged or merged[-1].end <= hit.start):
            merged.append(hit)
    return merged + taken[at:]
