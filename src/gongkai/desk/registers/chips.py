"""State as a chip: a word, a colour and a shape, never a colour alone."""

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """What a state means for the officer's day."""

    DONE = "done"
    WAITING = "waiting"
    DUE = "due"
    OVERDUE = "overdue"
    PLAIN = "plain"

    @property
    def shape(self) -> str:
        """The mark that stands before the word."""
        return _SHAPES[self]


_SHAPES = {
    Tone.DONE: "✓",
    Tone.WAITING: "◐",
    Tone.DUE: "▲",
    Tone.OVERDUE: "■",
    Tone.PLAIN: "○",
}


@dataclass(frozen=True)
class Chip:
    """A state in a list or on a record's page."""

    word: str
    tone: Tone = Tone.PLAIN

    def __str__(self) -> str:
        return self.word
