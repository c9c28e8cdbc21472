"""The bars of twelve months, measured for an inline SVG."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 600, 150
_TOP, _FOOT = 18, 22
_STEP = WIDTH / 12
_BAR = 26


@dataclass(frozen=True)
class Bar:
    """One month: its bar and the two lines of text above and below it."""

    month: int
    count: float
    x: float
    y: float
    width: float
    height: float
    middle: float


@dataclass(frozen=True)
class BarChart:
    """Twelve bars on a common base."""

    bars: Sequence[Bar]
    width: int = WIDTH
    height: int = HEIGHT
    base: int = HEIGHT - _FOOT
    foot: int = HEIGHT - 6


def chart_of(counts: Sequence[float]) -> BarChart:
    """Return the chart of twelve counts; the highest fills the height.

    >>> [bar.height for bar in chart_of([2, 1] + [0] * 10).bars[:3]]
    [110.0, 55.0, 0.0]
    """
    most = max(counts, default=0) or 1
    room = HEIGHT - _TOP - _FOOT
    bars = []
    for place, count in enumerate(counts):
        height = round(room * count / most, 1)
        left = round(place * _STEP + (_STEP - _BAR) / 2, 1)
        bars.append(
            Bar(
                place + 1,
                count,
                left,
                HEIGHT - _FOOT - height,
                _BAR,
                height,
                round(left + _BAR / 2, 1),
            )
        )
    return BarChart(bars)
