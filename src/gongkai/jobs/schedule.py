"""What runs by the clock; an app declares its own in its ``tasks`` module.

A task is a job of the registry and the time at which it falls due. Times are those
of the wall here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.utils import timezone

_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)

IsWanted = Callable[[datetime], bool]


@dataclass(frozen=True)
class ScheduledTask:
    """A job that falls due every day at a time; every full hour without one.

    One with ``is_wanted`` is asked every minute instead, and is begun only when that
    says there is something to do: so no minute leaves a job that did nothing.
    """

    kind: str
    daily_at: time | None = None
    is_wanted: IsWanted | None = None

    @property
    def words(self) -> str:
        """When it runs, in words.

        >>> ScheduledTask("x", time(8)).words
        '每天 08:00'
        """
        if self.is_wanted:
            return "每分钟看一次"
        return f"每天 {self.daily_at:%H:%M}" if self.daily_at else "每小时"

    def last_due(self, now: datetime) -> datetime:
        """Return the latest moment, up to now, at which it should have begun."""
        here = timezone.localtime(now).replace(second=0, microsecond=0)
        if self.is_wanted:
            return here
        if self.daily_at is None:
            return here.replace(minute=0)
        due = here.replace(hour=self.daily_at.hour, minute=self.daily_at.minute)
        return due if due <= here else due - _DAY

    def next_due(self, now: datetime) -> datetime:
        """Return the moment after that."""
        return self.last_due(now) + self._pause

    @property
    def _pause(self) -> timedelta:
        if self.is_wanted:
            return _MINUTE
        return _DAY if self.daily_at else _HOUR


_tasks: dict[str, ScheduledTask] = {}


def runs_daily(kind: str, *, at: time) -> None:
    """Let a job of the registry run every day at a time."""
    _tasks[kind] = ScheduledTask(kind, at)


def runs_hourly(kind: str) -> None:
    """Let a job of the registry run every full hour."""
    _tasks[kind] = ScheduledTask(kind)


def runs_when_due(kind: str, *, is_wanted: IsWanted) -> None:
    """Let a job of the registry run in the minute in which there is work for it."""
    _tasks[kind] = ScheduledTask(kind, is_wanted=is_wanted)


def scheduled_tasks() -> list[ScheduledTask]:
    """Return all that runs by the clock, in the order of the day."""
    return sorted(
        _tasks.values(), key=lambda task: (task.daily_at or time.max, task.kind)
    )
