"""One line of what waits on the home page."""

from dataclasses import dataclass

from gongkai.desk.registers.chips import Chip


@dataclass(frozen=True)
class Waiting:
    """One line of work: how much, of what, how urgent, and where it is."""

    count: int
    unit: str
    label: str
    detail: str
    url: str
    chip: Chip
