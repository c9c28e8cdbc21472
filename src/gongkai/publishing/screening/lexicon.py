"""Wordings that the organ does not want to see: its own list (错敏词库)."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from gongkai.publishing.screening.hits import Hit

NAME = "lexicon"
LABEL = "错敏词"


@dataclass(frozen=True)
class LexiconEntry:
    """A wording, what to write instead, and whether it stops a submission."""

    word: str
    suggestion: str = ""
    is_blocking: bool = False


def lexicon_check(
    entries: Iterable[LexiconEntry],
) -> Callable[[str], Iterator[Hit]]:
    """Return a check for the words, the longest that fits first.

    A suggestion that holds the word itself is no hit where it stands already whole.

    >>> check = lexicon_check([LexiconEntry("按排", "安排")])
    >>> [hit.advice for hit in check("按排值班")]
    ['建议写作“安排”。']
    """
    by_word = {entry.word: entry for entry in entries if entry.word}
    words = sorted(by_word, key=len, reverse=True)

    def find(text: str) -> Iterator[Hit]:
        # Looking a word up in a text is quick; trying all words at each place is not.
        present = [word for word in words if word in text]
        pattern = re.compile("|".join(map(re.escape, present))) if present else None
        for found in pattern.finditer(text) if pattern else ():
            entry = by_word[found[0]]
            if not _stands_right(text, found.start(), entry):
                yield _hit(found, entry)

    return find


def _hit(found: re.Match[str], entry: LexiconEntry) -> Hit:
    advice = (
        f"建议写作“{entry.suggestion}”。"
        if entry.suggestion
        else "词库提示慎用，请核对。"
    )
    return Hit(
        found.start(),
        found.end(),
        NAME,
        found[0],
        found[0],
        advice,
        is_blocking=entry.is_blocking,
    )


def _stands_right(text: str, start: int, entry: LexiconEntry) -> bool:
    """Say whether the word is but a part of its own suggestion here."""
    at = entry.suggestion.find(entry.word)
    if at < 0:
        return False
    return text.startswith(entry.suggestion, start - at) if start >= at else False
