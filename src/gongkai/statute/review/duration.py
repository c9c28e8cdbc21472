"""How long a stage of the review took, in working time."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from gongkai.statute.calendar import WorkingDays

_HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class StageTime:
    """Working days from one day to another; within a day, the hours by the clock.

    The first day is day zero, as for the limits of the Regulation
    (docs/interpretations/0001-day-zero.md).
    """

    working_days: int
    hours: int
    is_same_day: bool

    @property
    def text(self) -> str:
        """The time as officers say it."""
        if self.working_days:
            return f"{self.working_days}个工作日"
        if not self.is_same_day:
            return "休息日内"
        return f"当天，{self.hours}小时" if self.hours else "当天，不到1小时"


def stage_time(began: datetime, ended: datetime, calendar: WorkingDays) -> StageTime:
    """Return how long it took; both moments in the time of the place.

    A year without a notice is counted by weekends.

    >>> days = WorkingDays.load(2024)
    >>> stage_time(datetime(2024, 9, 30, 9), datetime(2024, 10, 8, 9), days).text
    '1个工作日'
    """
    first, last = began.date(), ended.date()
    if last <= first:
        return StageTime(0, max(0, (ended - began) // _HOUR), is_same_day=True)
    return StageTime(
        calendar.count(first, last, provisional=True), 0, is_same_day=False
    )
