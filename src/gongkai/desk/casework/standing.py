"""How a case stands, in the words of its page and of the lists."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from gongkai.casework.models import CaseStep, DisclosureRequest
from gongkai.desk.registers.chips import Chip, Tone
from gongkai.statute.clock import (
    ClockAnswer,
    ClockState,
    StepKind,
    SubClock,
    SubClockKind,
    SubClockState,
)
from gongkai.statute.outcomes import Outcome

SOON = 3
_WAITING = {
    ClockState.AWAITING_AMENDMENT,
    ClockState.CONSULTING,
    ClockState.AWAITING_REASONS,
    ClockState.AWAITING_FEE,
}


def in_words(day: date) -> str:
    """Return a date as text has it.

    >>> in_words(date(2024, 10, 30))
    '2024年10月30日'
    """
    return f"{day.year}年{day.month}月{day.day}日"


def remaining_words(remaining: int, due_on: date) -> str:
    """Return how much is left.

    >>> remaining_words(7, date(2024, 10, 30))
    '剩 7 个工作日 · 10月30日'
    """
    day = f"{due_on.month}月{due_on.day}日"
    if remaining < 0:
        return f"已超 {-remaining} 个工作日 · {day}"
    if remaining == 0:
        return f"今天到期 · {day}"
    return f"剩 {remaining} 个工作日 · {day}"


def urgency(remaining: int | None) -> Tone:
    """Return the tone of what is left."""
    if remaining is None:
        return Tone.WAITING
    if remaining < 0:
        return Tone.OVERDUE
    return Tone.DUE if remaining <= SOON else Tone.PLAIN


def state_chip(state: str, outcome: str = "") -> Chip:
    """Return a state as a chip; an ended case shows how it ended."""
    if outcome:
        return Chip(Outcome(outcome).label, Tone.DONE)
    found = ClockState(state)
    if found is ClockState.OVERDUE:
        return Chip(found.label, Tone.OVERDUE)
    if found in _WAITING or found is ClockState.SUBMITTED:
        return Chip(found.label, Tone.WAITING)
    return Chip(found.label, Tone.PLAIN if found.is_open else Tone.DONE)


@dataclass(frozen=True)
class Countdown:
    """What stands at the head of a case."""

    words: str
    detail: str
    tone: Tone


def countdown_of(answer: ClockAnswer) -> Countdown:
    """Return how long there is, or why nothing is counted."""
    if not answer.state.is_open:
        return _ended(answer)
    if answer.due_on is None or answer.remaining_working_days is None:
        return Countdown(answer.state.label, _STANDSTILL[answer.state], Tone.WAITING)
    remaining = answer.remaining_working_days
    words = remaining_words(remaining, answer.due_on)
    detail = f"答复期限到{in_words(answer.due_on)}"
    if answer.limit_working_days is not None:
        detail += f"，共{answer.limit_working_days}个工作日"
    return Countdown(words, detail + "。", urgency(remaining))


_STANDSTILL = {
    ClockState.SUBMITTED: "尚未与申请人确认收到，答复期限没有起算。",
    ClockState.AWAITING_AMENDMENT: "答复期限中止，收到补正之日起重新计算。",
    ClockState.AWAITING_FEE: "答复期限中止，缴清费用后恢复计算。",
    ClockState.REGISTERED: "答复期限没有起算。",
    ClockState.CONSULTING: "征求意见所需时间不计入答复期限。",
    ClockState.AWAITING_REASONS: "等待申请人说明理由。",
    ClockState.OVERDUE: "答复期限已经届满。",
}


def _ended(answer: ClockAnswer) -> Countdown:
    day = "" if answer.ended_on is None else in_words(answer.ended_on)
    outcome = "" if answer.outcome is None else answer.outcome.label
    due = "" if answer.due_on is None else f"，期限到{in_words(answer.due_on)}"
    if answer.decided_late:
        return Countdown(f"逾期答复 · {outcome}", f"{day}答复{due}。", Tone.OVERDUE)
    return Countdown(
        f"{answer.state.label} · {outcome}", f"{day}办结{due}。", Tone.DONE
    )


@dataclass(frozen=True)
class Clock:
    """A period of someone's, as the case page shows it."""

    label: str
    party: str
    due_on: date
    article: str
    chip: Chip


_CLOCK_TONES = {
    SubClockState.RUNNING: Tone.WAITING,
    SubClockState.DONE: Tone.DONE,
    SubClockState.DONE_LATE: Tone.OVERDUE,
    SubClockState.EXPIRED: Tone.DUE,
    SubClockState.STOPPED: Tone.PLAIN,
}


_UNUSED = {SubClockState.EXPIRED, SubClockState.STOPPED}


def clocks_of(clocks: Sequence[SubClock]) -> list[Clock]:
    """Return the sub-clocks for the page; the unused chance to ask is no news."""
    return [
        Clock(
            clock.kind.label,
            clock.party,
            clock.due_on,
            clock.article,
            Chip(clock.state.label, _CLOCK_TONES[clock.state]),
        )
        for clock in clocks
        if clock.kind is not SubClockKind.AMENDMENT_NOTICE or clock.state not in _UNUSED
    ]


@dataclass(frozen=True)
class TimelineEntry:
    """A step of the case as its page tells it."""

    on: date
    label: str
    facts: Sequence[tuple[str, str]]
    note: str
    recorded_by: str
    recorded_at: Any
    notice: Any = None


def timeline_of(disclosure_request: DisclosureRequest) -> list[TimelineEntry]:
    """Return the steps, the newest first."""
    steps = disclosure_request.steps.select_related("recorded_by", "notice")
    return [_entry(step) for step in steps.order_by("-position")]


def _entry(step: CaseStep) -> TimelineEntry:
    account = step.recorded_by
    return TimelineEntry(
        step.on,
        StepKind(step.kind).label,
        _facts(step),
        step.note,
        _recorded_by(step, account),
        step.recorded_at,
        getattr(step, "notice", None),
    )


def _recorded_by(step: CaseStep, account: Any) -> str:
    """Return who recorded the step; what the applicant did himself says so."""
    if account is not None:
        return account.get_full_name() or str(account)
    return "申请人（网上）" if step.kind == StepKind.WITHDRAWN else "系统"


def _facts(step: CaseStep) -> list[tuple[str, str]]:
    days = (
        ("对方收到", step.received_on),
        ("最后日期", step.respond_by),
        ("延至", step.until),
    )
    facts = [(label, in_words(day)) for label, day in days if day is not None]
    if step.party:
        facts.insert(0, ("对象", step.party))
    if step.working_days:
        facts.append(("延长", f"{step.working_days} 个工作日"))
    if step.outcome:
        facts.append(("结果", Outcome(step.outcome).label))
    if step.secrecy_referral:
        facts.append(("事由", "报请保密确认"))
    return facts
