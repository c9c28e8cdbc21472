"""Mobile telephone numbers of persons; an office's own numbers are no hits."""

import re
from collections.abc import Iterator

from gongkai.publishing.screening.hits import Hit
from gongkai.publishing.screening.masking import mask
from gongkai.publishing.screening.numbers import (
    found_in_runs,
    is_called,
    is_over_cells,
)

NAME = "mobile_number"
LABEL = "手机号"
ADVICE = "个人的手机号遮蔽或者删去；办公用的，写明理由后保留。"

# In groups, or one digit in each cell of a form.
_MOBILE = re.compile(
    r"(?<![0-9A-Za-z.])(?:(?:\+?86[- ]?)?1[3-9][0-9](?:[- \t\u3000]?[0-9]{4}){2}"
    r"|1\t[3-9](?:\t[0-9]){9}(?!\t[0-9]))(?![0-9A-Za-z])"
)
_WORDS = ("手机", "电话", "联系", "号码")


def find(text: str) -> Iterator[Hit]:
    """Yield mobile numbers, with or without spaces, hyphens and +86.

    One that goes over cells of a table is a hit beside words that call it a number to
    ring: three columns of figures look the same.
    """
    for found in found_in_runs(_MOBILE, text):
        split = is_over_cells(found[0])
        if split and not is_called(text, found.start(), _WORDS):
            continue
        shown = mask(found[0], head=3, tail=2)
        yield Hit(found.start(), found.end(), NAME, found[0], shown, ADVICE)
