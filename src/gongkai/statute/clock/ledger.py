"""The account of a due day: what was counted, what was not, and by which article.

The lines follow one another without a gap from the day the request came in, and the
counted numbers add up to the limit. Days of a period that began anew are not counted.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from gongkai.statute.calendar import DayStatus
from gongkai.statute.clock.acts.receipt import needs_confirmation
from gongkai.statute.clock.course import Consultation, Course, Stretch
from gongkai.statute.clock.limits import Limit
from gongkai.statute.clock.steps import StepKind
from gongkai.statute.clock.words import cite, in_full

_ONE_DAY = timedelta(days=1)
_WEEKEND = "周末休息"
_PAYMENT = "《政府信息公开信息处理费管理办法》第七条"


@dataclass(frozen=True, slots=True)
class ReasoningLine:
    """Days in a row that one article treats alike; ``counted`` are working days."""

    article: str
    first: date
    last: date
    counted: int
    text: str


def account_of(
    course: Course, day: date, due_on: date | None
) -> tuple[ReasoningLine, ...]:
    """Return the account up to the due day, or up to ``day`` while there is none."""
    lines = [_receipt(course, day)]
    if course.zero_on is None:
        return tuple(lines)
    lines += _restarts(course)
    if course.delayed is not None and course.delayed_until is not None:
        told_on = max(course.delayed.on, course.zero_on)
        lines += _counting(course, day, course.zero_on, told_on)
        lines += _delay(told_on, course.delayed_until)
        return tuple(lines)
    lines += _counting(course, day, course.zero_on, due_on or day)
    return tuple(lines)


def _receipt(course: Course, day: date) -> ReasoningLine:
    receipt = course.receipt
    article = cite(receipt.channel.article)
    if course.received_on is None:
        text = (
            f"{receipt.channel.label}，尚未与申请人确认，收到之日没有确定，期限未起算。"
        )
        return ReasoningLine(article, receipt.on, day, 0, text)
    zero_on = course.restarts[0].old_zero if course.restarts else course.received_on
    text = (
        f"{receipt.channel.label}，{_received(course, zero_on)}收到申请之日，当日不计。"
    )
    return ReasoningLine(article, receipt.on, zero_on, 0, text)


def _received(course: Course, zero_on: date) -> str:
    """Return what happened on which day that it is the day of receipt."""
    day, confirmed = course.receipt.on, ""
    if course.confirmed_on and needs_confirmation(course.receipt, course.settings):
        day, confirmed = course.confirmed_on, "双方确认，该日"
    if day == zero_on:
        return f"{in_full(day)}{confirmed}为"
    return f"{in_full(day)}{confirmed}是休息日，按本机关设置以{in_full(zero_on)}为"


def _restarts(course: Course) -> Iterator[ReasoningLine]:
    for restart in course.restarts:
        if restart.new_zero <= restart.old_zero:
            continue
        used = course.count(restart.old_zero, restart.new_zero)
        first, last = restart.old_zero + _ONE_DAY, restart.new_zero
        if restart.kind is StepKind.AMENDED:
            article, why = cite("30"), "收到补正的申请"
        else:
            article, why = _PAYMENT, "费用缴清"
        text = (
            f"{in_full(last)}{why}，答复期限自该日重新计算，"
            f"此前经过的{used}个工作日不计。"
        )
        yield ReasoningLine(article, first, last, 0, text)


def _delay(told_on: date, until: date) -> Iterator[ReasoningLine]:
    yield ReasoningLine(
        cite("35"),
        told_on + _ONE_DAY,
        until,
        0,
        f"{in_full(told_on)}确定延迟答复期限并告知申请人，以{in_full(until)}为到期日。",
    )


def _counting(
    course: Course, day: date, zero_on: date, end: date
) -> Iterator[ReasoningLine]:
    """Walk from day zero to ``end``, in and out of what is not counted."""
    reached = zero_on
    counted = 0
    for stretch in _uncounted(course, day, end):
        start, until = max(stretch.after, reached), min(stretch.until, end)
        if until <= start:
            continue
        yield from _counted(course, counted, reached, start)
        counted += course.count(reached, start)
        yield _pause(course, stretch, start, until, day)
        reached = until
    yield from _counted(course, counted, reached, end)


def _uncounted(course: Course, day: date, end: date) -> list[Stretch]:
    """Return all that is not counted, with what is still waited for up to ``end``."""
    waiting = [
        Stretch(course.pause_begins_after(each.step), end, each)
        for each in course.open_consultations(day)
        if each.pauses and course.delayed_until is None
    ]
    if course.due_on(day) is not None:
        waiting.clear()
    if course.waits_for_amendment:
        waiting.append(Stretch(course.known_amendment.step.on, end))
    if course.waits_for_fee:
        waiting.append(Stretch(course.known_fee.step.on, end))
    return sorted([*course.stretches(day), *waiting], key=lambda each: each.after)


def _counted(
    course: Course, before: int, after: date, until: date
) -> Iterator[ReasoningLine]:
    """Yield counted days, the reply's limit first and then the extension."""
    base = course.rules.reply.working_days
    left = base - before
    if left > 0 and course.count(after, until) > left:
        turn = course.add(after, left)
        yield from _split(course, course.rules.reply, after, turn)
        yield from _extended(course, turn, until)
    elif left > 0:
        yield from _split(course, course.rules.reply, after, until)
    else:
        yield from _extended(course, after, until)


def _extended(course: Course, after: date, until: date) -> Iterator[ReasoningLine]:
    """Yield the days of the extension; the first line says when it was told."""
    lines = _split(course, course.rules.extension, after, until)
    for line in lines:
        if course.extended is not None and line.counted:
            told = f"{in_full(course.extended.on)}告知延长。"
            yield replace(line, text=line.text + told)
            break
        yield line
    yield from lines


def _split(
    course: Course, limit: Limit, after: date, until: date
) -> Iterator[ReasoningLine]:
    """Yield the days after ``after``, holidays on lines of their own."""
    run: list[DayStatus] = []
    for offset in range(1, (until - after).days + 1):
        status = course.calendar.explain(
            after + _ONE_DAY * offset, provisional=course.settings.provisional
        )
        if run and _is_holiday(run[-1]) != _is_holiday(status):
            yield _line(limit, run)
            run = []
        run.append(status)
    if run:
        yield _line(limit, run)


def _is_holiday(status: DayStatus) -> str:
    """Return the notice of a holiday; working days and weekends go by the limit."""
    rests = not status.is_working and not status.reason.startswith(_WEEKEND)
    return status.reason if rests else ""


def _line(limit: Limit, run: list[DayStatus]) -> ReasoningLine:
    first, last = run[0], run[-1]
    if _is_holiday(first):
        text = f"{first.reason}，不计。"
        return ReasoningLine(first.source, first.day, last.day, 0, text)
    counted = sum(status.is_working for status in run)
    text = f"{limit.label}期限，计{counted}个工作日" if counted else "周末不计"
    made_up = [
        f"{status.day.month}月{status.day.day}日{status.reason}，计入"
        for status in run
        if status.is_working and status.reason.endswith("调休上班")
    ]
    return ReasoningLine(
        limit.citation,
        first.day,
        last.day,
        counted,
        "；".join([text, *made_up]) + "。",
    )


def _pause(
    course: Course, stretch: Stretch, after: date, until: date, day: date
) -> ReasoningLine:
    spent = course.count(after, until)
    article, why = _why(course, stretch, day)
    return ReasoningLine(
        article, after + _ONE_DAY, until, 0, f"{why}，{spent}个工作日不计。"
    )


def _why(course: Course, stretch: Stretch, day: date) -> tuple[str, str]:
    if stretch.consultation is not None:
        return cite("33(3)"), _of_consultation(stretch.consultation, day)
    if course.waits_for_amendment:
        return cite("30"), "已告知补正，等待申请人补正，期限中止"
    if course.waits_for_fee:
        return course.rules.payment.citation, "已通知收费，等待申请人缴费，期限中止"
    return _PAYMENT, "等待缴费的时间"


def _of_consultation(consultation: Consultation, day: date) -> str:
    who = "第三方" if consultation.is_of_third_party else "其他机关"
    who = consultation.step.party or who
    begun = f"{in_full(consultation.step.on)}发函征求{who}意见"
    if consultation.is_open(day):
        return f"{begun}，尚未答复，期限中止"
    replied_on = consultation.replied_on
    if replied_on is not None and replied_on <= consultation.ends_on:
        return f"{begun}，{in_full(replied_on)}收到意见"
    return f"{begun}，到{in_full(consultation.ends_on)}期满没有意见"
