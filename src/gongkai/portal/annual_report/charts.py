"""A small picture of a year: one bar for each month, drawn on the server."""

from collections.abc import Mapping
from dataclasses import dataclass

WIDTH, HEIGHT = 396, 150
_STEP, _BAR = 33, 17
_TOP, _BASE = 22, 122


@dataclass(frozen=True)
class Bar:
    """A month's bar in the coordinates of the picture."""

    month: int
    value: int
    x: float
    y: float
    height: float

    @property
    def middle(self) -> float:
        return self.x + _BAR / 2

    @property
    def label_y(self) -> float:
        return round(self.y - 6, 1)


@dataclass(frozen=True)
class MonthChart:
    """The bars of a year and what they add up to."""

    bars: tuple[Bar, ...]
    total: int
    width: int = WIDTH
    height: int = HEIGHT
    bar_width: int = _BAR
    base: int = _BASE
    month_y: int = _BASE + 20

    @property
    def highest(self) -> Bar:
        """Return the month with the most; the first of equals."""
        return max(self.bars, key=lambda bar: bar.value)


def month_chart(counts: Mapping[int, int]) -> MonthChart:
    """Lay out the twelve months; the highest bar fills the picture."""
    most = max(counts.values(), default=0)
    return MonthChart(
        bars=tuple(_bar(month, counts.get(month, 0), most) for month in range(1, 13)),
        total=sum(counts.values()),
    )


def _bar(month: int, value: int, most: int) -> Bar:
    height = round((_BASE - _TOP) * value / most, 1) if most else 0.0
    x = (month - 1) * _STEP + (_STEP - _BAR) / 2
    return Bar(month, value, x, _BASE - height, height)
