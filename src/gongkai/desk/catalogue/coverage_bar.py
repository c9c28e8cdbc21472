"""The states of a catalogue as one bar: a picture for an inline SVG."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gongkai.desk.registers.chips import Tone
from gongkai.statute.duties import DutyState

WIDTH, HEIGHT = 860, 34
_LABEL_ROOM = 26

#: What each state means for the day; the order is that of the page: 缺什么 first.
TONES: dict[DutyState, Tone] = {
    DutyState.EMPTY: Tone.OVERDUE,
    DutyState.OVERDUE: Tone.OVERDUE,
    DutyState.DUE: Tone.DUE,
    DutyState.MET: Tone.DONE,
    DutyState.NOT_APPLICABLE: Tone.PLAIN,
}


@dataclass(frozen=True)
class Share:
    """The part of the bar of one state; ``count`` is printed where there is room."""

    state: DutyState
    count: int
    x: float
    width: float

    @property
    def middle(self) -> float:
        """Where the number stands."""
        return round(self.x + self.width / 2, 1)

    @property
    def has_room(self) -> bool:
        """Whether the number fits."""
        return self.width >= _LABEL_ROOM


@dataclass(frozen=True)
class CoverageBar:
    """All states side by side."""

    shares: Sequence[Share]
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def words(self) -> str:
        """What the picture shows, for those who do not see it."""
        parts = (f"{share.state.label}{share.count}项" for share in self.shares)
        return "，".join(parts)


def bar_of(counts: Mapping[DutyState, int]) -> CoverageBar | None:
    """Return the bar of the counts, or None when there is nothing to show.

    >>> [share.width for share in bar_of({DutyState.EMPTY: 1, DutyState.MET: 3}).shares]
    [215.0, 645.0]
    """
    total = sum(counts.values())
    shares, left = [], 0.0
    for state in TONES:
        count = counts.get(state, 0)
        if count:
            width = round(WIDTH * count / total, 1)
            shares.append(Share(state, count, round(left, 1), width))
            left += width
    return CoverageBar(shares) if shares else None
