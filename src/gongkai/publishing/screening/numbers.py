"""Where digits stand in a text: the one pass that all checks of numbers share.

Digits are rare in a Chinese text. One scan finds their runs; the checks look at the
runs only, never at the prose between them.
"""

import re
from collections.abc import Iterator

#: What may stand between two digits of one number: a blank, a hyphen, a table's cell.
SEPARATOR = r"[ \t\u3000-]"
_RUN = re.compile(rf"[0-9](?:{SEPARATOR}?[0-9Xx])+")
_WIDE = re.compile("[\uff10-\uff19\uff38\uff58\uff0d]")
_NARROW = {
    **{0xFF10 + digit: str(digit) for digit in range(10)},
    0xFF38: "X",
    0xFF58: "x",
    0xFF0D: "-",
}
_LETTERS = re.compile(r"[^0-9Xx]")


def narrowed(text: str) -> str:
    """Return the text with full-width digits as plain ones, each at its place.

    >>> narrowed("电话\uff11\uff13\uff19")
    '电话139'
    """
    return text.translate(_NARROW) if _WIDE.search(text) else text


def runs(text: str, shortest: int) -> Iterator[re.Match[str]]:
    """Yield the runs of at least so many characters of digits and separators."""
    return (run for run in _RUN.finditer(text) if run.end() - run.start() >= shortest)


def found_in_runs(
    pattern: re.Pattern[str], text: str, shortest: int
) -> Iterator[re.Match[str]]:
    """Yield what a pattern finds inside the runs of a text."""
    for run in runs(text, shortest):
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
    """Return where the line of a passage begins and ends."""
    stop = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, len(text) if stop < 0 else stop
