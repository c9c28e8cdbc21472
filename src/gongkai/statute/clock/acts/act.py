"""What a kind of step needs before it, and what it does to the course of a case."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from gongkai.statute.clock.course import Course
from gongkai.statute.clock.errors import ClockError
from gongkai.statute.clock.steps import Step, StepKind


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why something cannot be done, with what to do instead; by which article."""

    text: str
    article: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """What to say of a step that may be taken, and until when it may.

    ``needs`` names what the step must state besides its day.
    """

    text: str
    article: str
    by: date | None = None
    needs: tuple[str, ...] = ()


def never(_course: Course, _day: date) -> None:
    """Object to nothing."""


@dataclass(frozen=True, slots=True)
class Act:
    """One kind of step.

    ``refusal`` says why it is impossible on a day; ``caution`` why it is kept as a
    fact, with a warning, though the law gives it no or another effect; ``apply``
    changes the course and may still refuse what the step states; ``offer`` tells an
    officer about it.
    """

    kind: StepKind
    apply: Callable[[Course, Step], None]
    offer: Callable[[Course, date], Offer]
    refusal: Callable[[Course, date], Refusal | None] = field(default=never)
    caution: Callable[[Course, date], str | None] = field(default=never)


def refuse(text: str, article: str = "") -> ClockError:
    """Return the error for something that a step states wrongly."""
    return ClockError(text, article=article)


def standstill(course: Course) -> Refusal | None:
    """Refuse what makes no sense while the clock waits for the applicant."""
    if course.waits_for_amendment:
        return Refusal("正在等待申请人补正，期限中止。请先登记补正结果。", "30")
    if course.waits_for_fee:
        return Refusal("正在等待申请人缴费，期限中止。请先登记缴费结果。", "42")
    return None


def letter_reached(step: Step) -> date:
    """Return when the letter arrived; it cannot arrive before it is sent."""
    if step.reached_on < step.on:
        raise refuse(
            f"对方收到的日期{step.reached_on}早于发出的日期{step.on}。请核对这两个日期。"
        )
    return step.reached_on
