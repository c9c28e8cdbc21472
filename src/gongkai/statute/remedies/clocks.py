"""The clocks of a reconsideration and of a lawsuit, seen from the organ.

行政复议法第四十八条、第五十三条、第五十四条、第六十二条: OGI cases may take the
simplified procedure; without a written reply and evidence in time the act counts as
having none (第七十条).
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from gongkai.statute.calendar import WorkingDays
from gongkai.statute.errors import StatuteError
from gongkai.statute.remedies.deadlines import Deadline, deadline, last_day
from gongkai.statute.remedies.periods import Period, period_on


class Procedure(StrEnum):
    """The procedure that the reconsideration organ tells."""

    SIMPLIFIED = "simplified"
    ORDINARY = "ordinary"

    @property
    def label(self) -> str:
        """The words of the law."""
        return "简易程序" if self is Procedure.SIMPLIFIED else "普通程序"


@dataclass(frozen=True)
class ReconsiderationClock:
    """What is due in a reconsideration; the reply only after the copy came."""

    copy: Deadline
    reply: Deadline | None
    decision: Deadline

    @property
    def deadlines(self) -> tuple[Deadline, ...]:
        """The deadlines that run, in their order."""
        reply = () if self.reply is None else (self.reply,)
        return (self.copy, *reply, self.decision)


def reconsideration_clock(
    procedure: Procedure,
    *,
    accepted_on: date,
    calendar: WorkingDays,
    copy_received_on: date | None = None,
    extended_days: int = 0,
    provisional: bool = False,
) -> ReconsiderationClock:
    """Return the clock of a reconsideration that was accepted on ``accepted_on``.

    ``extended_days`` calendar days, in the ordinary procedure only. Raises
    ``StatuteError`` for an impossible history or a case accepted before 2024.

    >>> clock = reconsideration_clock(
    ...     Procedure.SIMPLIFIED, accepted_on=date(2025, 3, 3),
    ...     copy_received_on=date(2025, 3, 6), calendar=WorkingDays.load_all())
    >>> [str(each.due_on) for each in clock.deadlines]
    ['2025-03-06', '2025-03-13', '2025-04-02']
    """
    stem = f"reconsideration.{procedure}"
    reply = None
    if copy_received_on is not None:
        _check_copy(copy_received_on, accepted_on)
        reply = deadline(
            f"{stem}.reply", copy_received_on, calendar, provisional=provisional
        )
    decide = _extended(procedure, accepted_on, extended_days)
    return ReconsiderationClock(
        deadline(f"{stem}.copy", accepted_on, calendar, provisional=provisional),
        reply,
        last_day(decide, accepted_on, calendar, provisional),
    )


def lawsuit_after(
    *,
    decision_served_on: date | None,
    decision_due_on: date,
    calendar: WorkingDays,
    provisional: bool = False,
) -> Deadline:
    """Return the last day to sue after a reconsideration.

    From the receipt of the decision, or from the end of its period if none was made
    (行政诉讼法第四十五条, 行政复议法第三十四条).
    """
    return deadline(
        "litigation.after_reconsideration",
        decision_served_on or decision_due_on,
        calendar,
        provisional=provisional,
    )


def _check_copy(copy_received_on: date, accepted_on: date) -> None:
    if copy_received_on < accepted_on:
        raise StatuteError(
            f"收到副本的日期{copy_received_on}早于受理日期{accepted_on}。请核对两个日期。",
            article="《行政复议法》第四十八条",
        )


def _extended(procedure: Procedure, accepted_on: date, days: int) -> Period:
    decide = period_on(f"reconsideration.{procedure}.decide", accepted_on)
    if not days:
        return decide
    if procedure is Procedure.SIMPLIFIED:
        raise StatuteError(
            "简易程序的复议期限不能延长。需要延长的，应先转为普通程序。",
            article=decide.article,
        )
    most = period_on("reconsideration.ordinary.extend", accepted_on)
    if not 0 < days <= most.number:
        raise StatuteError(
            f"复议期限延长应为1至{most.number}日，现为{days}日。请改正后再算。",
            article=most.article,
        )
    return replace(decide, number=decide.number + days)
