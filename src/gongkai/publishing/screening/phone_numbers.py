"""Mobile telephone numbers of persons; an office's own numbers are no hits."""

import re
from collections.abc import Iterator

from gongkai.publishing.screening.hits import Hit
from gongkai.publishing.screening.masking import mask

NAME = "mobile_number"
LABEL = "手机号"
ADVICE = "个人的手机号遮蔽或者删去；办公用的，写明理由后保留。"

_MOBILE = re.compile(
    r"(?<![0-9A-Za-z.])(?:\+?86[- ]?)?1[3-9][0-9](?:[- ]?[0-9]{4}){2}(?![0-9A-Za-z])"
)


def find(text: str) -> Iterator[Hit]:
    """Yield mobile numbers, with or without spaces, hyphens and +86."""
    for found in _MOBILE.finditer(text):
        shown = mask(found[0], head=3, tail=2)
        yield Hit(found.start(), found.end(), NAME, found[0], shown, ADVICE)
