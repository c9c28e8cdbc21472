"""What the clock answers: state and due day at once, the account on demand."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from gongkai.statute.clock.course import Course
from gongkai.statute.clock.ledger import ReasoningLine, account_of
from gongkai.statute.clock.next_steps import NextStep, steps_from
from gongkai.statute.clock.states import ClockState
from gongkai.statute.clock.steps import StepKind
from gongkai.statute.clock.sub_clocks import SubClock, sub_clocks_of
from gongkai.statute.outcomes import Outcome


@dataclass(frozen=True)
class ClockAnswer:
    """How a case stands on ``as_of``.

    ``due_on`` is None while the receipt is unconfirmed or the clock stands still.
    ``remaining_working_days`` are those after ``as_of`` up to the due day; negative
    when it has passed, None when there is no due day or the case has ended.
    ``limit_working_days`` is what the reasoning adds up to; None for a deferred reply,
    whose last day is a date. The account is worked out when it is asked for: a list
    of a million cases needs none.
    """

    as_of: date
    state: ClockState
    received_on: date | None
    due_on: date | None
    remaining_working_days: int | None
    limit_working_days: int | None
    decided_late: bool
    ended_on: date | None
    outcome: Outcome | None
    provisional: bool
    warnings: tuple[str, ...]
    _course: Course = field(repr=False, compare=False)

    @property
    def is_overdue(self) -> bool:
        """Whether the reply is still owed though its last day has passed."""
        return self.state is ClockState.OVERDUE

    @cached_property
    def reasoning(self) -> tuple[ReasoningLine, ...]:
        """The ledger, day range by day range."""
        return account_of(self._course, self._last_day, self.due_on)

    @cached_property
    def sub_clocks(self) -> tuple[SubClock, ...]:
        """The periods of everyone concerned."""
        return sub_clocks_of(self._course, self._last_day)

    @cached_property
    def next_steps(self) -> tuple[NextStep, ...]:
        """What may lawfully be done on ``as_of``."""
        return self._steps[0]

    @cached_property
    def refused(self) -> Mapping[StepKind, str]:
        """Why each of the other steps may not be taken on ``as_of``."""
        return self._steps[1]

    @cached_property
    def _steps(self) -> tuple[tuple[NextStep, ...], dict[StepKind, str]]:
        return steps_from(self._course, self.as_of)

    @property
    def _last_day(self) -> date:
        return self.as_of if self.ended_on is None else self.ended_on
