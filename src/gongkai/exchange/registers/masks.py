"""What tells of a person, as it leaves in a table for somebody who may not know it.

A masked value that comes back says nothing: what is stored stays.
"""

from dataclasses import dataclass

MASKED = "**"


@dataclass(frozen=True)
class Mask:
    """How many letters of a value are shown, at its beginning and at its end.

    >>> Mask(1).over("林小满"), Mask(0, 4).over("13800002345"), Mask(1).over("林")
    ('林**', '**2345', '**')
    """

    head: int = 0
    tail: int = 0

    def over(self, text: str) -> str:
        """Return the masked text; its length is not told. Nothing stays nothing."""
        if not text:
            return ""
        if len(text) <= self.head + self.tail:
            return MASKED
        return text[: self.head] + MASKED + text[len(text) - self.tail :]


def is_masked(text: str) -> bool:
    """Return whether the text is what a mask left of another.

    >>> is_masked("林**"), is_masked("林小满")
    (True, False)
    """
    return MASKED in text
