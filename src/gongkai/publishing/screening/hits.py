from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Hit:
    """A passage that a check found: where, what, and what to do.

    ``shown`` is the passage as it may be seen on a screen: with its digits masked.
    """

    start: int
    end: int
    check: str
    text: str
    shown: str
    advice: str
    is_blocking: bool = True
