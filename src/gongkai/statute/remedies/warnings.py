"""What an officer should be told about a remedy: order, lateness, consequences.

行政复议法第二十条、第二十三条、第七十条; 行政诉讼法第三十四条第二款、第四十五条、
第四十六条; 法释〔2018〕1号第六十四条、第六十六条. A warning forbids nothing: whether a
case is taken is for the reconsideration organ or the court to say.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from gongkai.statute.calendar import WorkingDays
from gongkai.statute.errors import StatuteError
from gongkai.statute.outcomes import Outcome
from gongkai.statute.remedies.course import Course, Due, DueKind
from gongkai.statute.remedies.deadlines import deadline
from gongkai.statute.remedies.rule import direct_suit_warning
from gongkai.statute.remedy_results import RemedyRoute


@dataclass(frozen=True)
class AttackedAct:
    """What the remedy is directed against; a reply, or that none came.

    ``known_on`` is when the applicant got the reply. ``due_on`` is the last day of
    the reply's period where none was made.
    """

    outcome: Outcome | None = None
    grounds: tuple[str, ...] = ()
    decided_on: date | None = None
    known_on: date | None = None
    is_told: bool = True
    due_on: date | None = None


@dataclass(frozen=True)
class Prior:
    """The reconsideration before a suit."""

    served_on: date | None
    decision_due_on: date | None


def remedy_warnings(
    course: Course,
    dues: Iterable[Due],
    *,
    applied_on: date | None,
    act: AttackedAct,
    prior: Prior | None,
    today: date,
    calendar: WorkingDays,
) -> tuple[str, ...]:
    """Return the warnings, none where there is nothing to tell."""
    begun_on = applied_on or course.accepted_on
    found = [
        *_order(course, act, prior),
        *_filed_late(course, act, prior, begun_on, calendar),
        *_our_own(course, dues, today),
    ]
    return tuple(found)


def _order(course: Course, act: AttackedAct, prior: Prior | None) -> Iterator[str]:
    if course.route is RemedyRoute.LITIGATION_AFTER_RECONSIDERATION and prior is None:
        yield "复议后起诉的案件还没有关联复议案件，请在“先前的复议案件”中填写。"
    is_direct = course.route is RemedyRoute.LITIGATION_DIRECT
    if not (is_direct and act.outcome and act.decided_on):
        return
    try:
        warning = direct_suit_warning(act.outcome, act.grounds, act.decided_on)
    except StatuteError:
        return  # the ground is not known: nothing can be said of the order
    if warning:
        yield warning


def _filed_late(
    course: Course,
    act: AttackedAct,
    prior: Prior | None,
    begun_on: date,
    calendar: WorkingDays,
) -> Iterator[str]:
    found = _limit(course, act, prior)
    if found is None or found[1] > begun_on:
        return
    key, start = found
    try:
        limit = deadline(key, start, calendar, provisional=True)
    except StatuteError:
        return  # the law of that day is not held
    if not limit.includes(begun_on):
        word = "申请复议" if course.is_reconsideration else "起诉"
        yield (
            f"{word}日期{begun_on}超过{limit.period.label}的期限{limit.due_on}："
            f"{limit.text}请在答复中说明。"
        )


def _limit(
    course: Course, act: AttackedAct, prior: Prior | None
) -> tuple[str, date] | None:
    """Return the period in which the remedy had to be taken, and its first day."""
    if course.route is RemedyRoute.LITIGATION_AFTER_RECONSIDERATION:
        start = prior and (prior.served_on or prior.decision_due_on)
        return ("litigation.after_reconsideration", start) if start else None
    if act.known_on:
        return _key(course, is_told=act.is_told), act.known_on
    if act.due_on and not course.is_reconsideration:
        return "litigation.inaction", act.due_on
    return None


def _key(course: Course, *, is_told: bool) -> str:
    if course.is_reconsideration:
        return "reconsideration.apply" if is_told else "reconsideration.apply_untold"
    return "litigation.direct" if is_told else "litigation.untold"


def _our_own(course: Course, dues: Iterable[Due], today: date) -> Iterator[str]:
    for due in dues:
        is_missed = due.is_late or (
            due.met_on is None and not due.deadline.includes(today)
        )
        if not is_missed or not due.kind.is_ours:
            continue
        if due.kind is DueKind.ACT_AGAIN:
            yield _ACT_AGAIN.format(due.deadline.due_on)
        elif course.is_reconsideration:
            yield _NO_REPLY.format(due.deadline.due_on)
        else:
            yield _NO_DEFENCE.format(due.deadline.due_on)


_NO_REPLY = (
    "没有在{}前提出书面答复、提交证据和依据的，视为该行政行为没有证据、依据，"
    "复议机关将决定撤销、确认违法或者限期履行（《行政复议法》第七十条）。"
)
_NO_DEFENCE = (
    "没有在{}前向法院提交证据的，无正当理由视为没有相应证据"
    "（《行政诉讼法》第三十四条第二款）。"
)
_ACT_AGAIN = (
    "没有在{}前重新答复。应当履行决定、判决，拖延履行的将被责令限期履行、约谈、"
    "通报批评或者罚款（《行政复议法》第七十七条第二款、《行政诉讼法》第九十六条）。"
)
