"""Resident identity numbers (公民身份号码), by GB 11643-1999."""

import re
from collections.abc import Iterator
from datetime import date

from gongkai.publishing.screening.hits import Hit
from gongkai.publishing.screening.masking import mask
from gongkai.publishing.screening.numbers import (
    SEPARATOR,
    digits_of,
    found_in_runs,
    is_called,
    is_over_cells,
)

NAME = "identity_number"
LABEL = "身份证号"
ADVICE = "遮蔽出生日期和末四位，或者整个删去。"

_GAP = f"{SEPARATOR}?"
# Digits that may be set apart, also one in each cell of a form; no digit around.
_CANDIDATE = re.compile(
    rf"(?<![0-9A-Za-z])[1-8](?:{_GAP}[0-9]){{5}}{_GAP}"
    rf"(?:1{_GAP}[89]|2{_GAP}0)(?:{_GAP}[0-9]){{9}}{_GAP}[0-9Xx](?![0-9A-Za-z])"
    r"|(?<![0-9A-Za-z])[1-8][0-9]{7}[01][0-9][0-3][0-9]{4}(?![0-9A-Za-z])"
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"
_WORDS = ("身份证", "公民身份号码", "证件号", "证号")
_HEAD = 6
_OLD_LENGTH = 15


def find(text: str) -> Iterator[Hit]:
    """Yield identity numbers with a right check digit and a day of birth that exists.

    A number whose check digit is wrong, or an old one of fifteen digits, is a hit
    only beside words that call it an identity number; one that goes over cells of a
    table always needs its check digit.
    """
    for found in found_in_runs(_CANDIDATE, text):
        number = digits_of(found[0])
        called = not is_over_cells(found[0]) and _is_called_so(text, found.start())
        if len(number) == _OLD_LENGTH:
            is_one = called and _is_day("19" + number[6:12])
        else:
            is_one = called or has_check_digit(number)
        if is_one:
            yield _hit(found)


def has_check_digit(number: str) -> bool:
    """Return whether an 18-character number is one by its day and check digit.

    >>> has_check_digit("11010519491231002X")
    True
    """
    total = sum(
        int(digit) * weight for digit, weight in zip(number[:17], _WEIGHTS, strict=True)
    )
    return _is_day(number[6:14]) and _CHECK[total % 11] == number[17]


def _hit(found: re.Match[str]) -> Hit:
    shown = mask(found[0], head=_HEAD)
    return Hit(found.start(), found.end(), NAME, found[0], shown, ADVICE)


def _is_day(digits: str) -> bool:
    try:
        date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return False
    return True


def _is_called_so(text: str, start: int) -> bool:
    return is_called(text, start, _WORDS)
