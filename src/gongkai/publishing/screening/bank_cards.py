"""Bank card numbers, by length, issuer and the Luhn digit (ISO/IEC 7812-1)."""

import re
from collections.abc import Iterator

from gongkai.publishing.screening.hits import Hit
from gongkai.publishing.screening.masking import mask
from gongkai.publishing.screening.numbers import digits_of, found_in_runs

NAME = "bank_card"
LABEL = "银行卡号"
ADVICE = "个人账号遮蔽或者删去；单位对公账户写明理由后保留。"

# Cards of Chinese banks begin with 62 or, of older ones, with 4, 5 and 9.
_CANDIDATE = re.compile(
    r"(?<![0-9A-Za-z.])(?:62|4[0-9]|5[1-5]|9[0-9])[0-9]{2}"
    r"(?:[ -]?[0-9]{4}){3}(?:[ -]?[0-9]{1,3})?(?![0-9A-Za-z])"
)
_LENGTHS = range(16, 20)
_NINE = 9


def find(text: str) -> Iterator[Hit]:
    """Yield numbers of 16 to 19 digits whose last digit is the Luhn digit."""
    for found in found_in_runs(_CANDIDATE, text):
        digits = digits_of(found[0])
        if len(digits) in _LENGTHS and has_luhn_digit(digits):
            shown = mask(found[0], head=4, tail=4)
            yield Hit(found.start(), found.end(), NAME, found[0], shown, ADVICE)


def has_luhn_digit(digits: str) -> bool:
    """Return whether the digits, weighed 1-2-1-2 from the right, sum to tens.

    >>> has_luhn_digit("79927398713")
    True
    """
    total = 0
    for at, digit in enumerate(reversed(digits)):
        value = int(digit) << (at & 1)
        total += value - _NINE if value > _NINE else value
    return total % 10 == 0
