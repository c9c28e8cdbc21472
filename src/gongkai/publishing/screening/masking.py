"""What a number looks like when it may be seen."""

from collections.abc import Iterable

from gongkai.publishing.screening.hits import Hit

_STAR = "*"
_SHORT = 4


def mask(text: str, *, head: int = 0, tail: int = 0) -> str:
    """Return the text with its middle letters and digits replaced by stars.

    Spaces and hyphens stay, so that the shape of a number is still seen.

    >>> mask("138 0013 8000", head=3, tail=2)
    '138 **** **00'
    """
    places = [at for at, sign in enumerate(text) if sign.isalnum()]
    if len(places) <= max(head + tail, _SHORT):
        head, tail = min(head, 1), 0
    hidden = set(places[head : len(places) - tail])
    return "".join(_STAR if at in hidden else sign for at, sign in enumerate(text))


def masked_text(text: str, hits: Iterable[Hit]) -> str:
    """Return the text with every hit's passage replaced by what may be seen.

    >>> from gongkai.publishing.screening import screen
    >>> text = "联系电话：13900001234。"
    >>> masked_text(text, screen(text))
    '联系电话：139******34。'
    """
    parts: list[str] = []
    at = 0
    for hit in sorted(hits):
        if hit.start < at:
            continue
        parts += [text[at : hit.start], hit.shown]
        at = hit.end
    return "".join([*parts, text[at:]])
