"""Where digits stand in a text: the one pass that all checks of numbers share.

Digits are rare in a Chinese text. One scan finds their runs; the checks look at the
runs only, never at the prose between them.
"""

import re
from collections.abc import Iterator

#: What may stand between two digits of one number: a blank, a hyphen, a table's cell.
SEPARATOR = r"[ \t\u3000-]"
#: Digits and what separates them, as long as the shortest number (a mobile one).
_RUN = re.compile(r"[0-9][0-9Xx \t\u3000-]{10,}")
_WIDE = re.compile("[\uff10-\uff19\uff38\uff58\uff0d]")
_NARROW = {
    **{0xFF10 + digit: str(digit) for digit in range(10)},
    0xFF38: "X",
    0xFF58: "x",
    0xFF0D: "-",
}
#: How far a line goes on either side, so that a text without breaks is read once.
_REACH = 500
_LETTERS = re.compile(r"[^0-9Xx]")


def narrowed(text: str) -> str:
    """Return the text with full-width digits as plain ones, each at its place.

    >>> narrowed("电话\uff11\uff13\uff19")
    '电话139'
    """
    return text.translate(_NARROW) if _WIDE.search(text) else text


def found_in_runs(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield what a pattern finds inside the long runs of digits of a text."""
    for run in _RUN.finditer(text):
        yield from pattern.finditer(text, max(0, run.start() - 4), run.end() + 1)


def digits_of(number: str) -> str:
    """Return a number without its separators, its X as a capital.

    >>> digits_of("110105 19491231 002x")
    '11010519491231002X'
    """
    return _LETTERS.sub("", number).upper()


def is_called(text: str, start: int, words: tuple[str, ...], near: int = 24) -> bool:
    """Return whether one of the words stands close before a place."""
    before = text[max(0, start - near) : start]
    return any(word in before for word in words)


def is_over_cells(number: str) -> bool:
    """Return whether a number goes over cells of a table."""
    return "\t" in number


def line_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the line of a passage begins and ends, no further than its reach."""
    edge = max(0, start - _REACH)
    begun = text.rfind("\n", edge, start)
    stop = text.find("\n", end, end + _REACH)
    return (
        edge if begun < 0 else begun + 1,
        min(len(text), end + _REACH) if stop < 0 else stop,
    )
