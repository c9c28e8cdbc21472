"""The days of a person's calendar: what is due on which day, for which case."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q

from gongkai.casework.models import DisclosureRequest, RecordCorrection
from gongkai.casework.permissions import REGISTER
from gongkai.casework.selectors.corrections import (
    corrections_ended_since,
    own_corrections,
)
from gongkai.casework.selectors.own_cases import own_cases, periods_of, roles_of
from gongkai.organs.permissions import organs_open_to
from gongkai.organs.roles import Action, Role
from gongkai.statute.clock import SubClock, SubClockState

#: Days of cases that ended so lately are called off; older ones are not told.
_CALLED_OFF_FOR = timedelta(days=30)
_OVER = (SubClockState.DONE, SubClockState.DONE_LATE, SubClockState.STOPPED)
_MOST_DAYS = 10_000


@dataclass(frozen=True)
class CalendarDay:
    """Something due on a day. ``key`` stays the same when the day moves."""

    key: str
    case: DisclosureRequest | RecordCorrection
    what: str
    day: date
    revision: int
    is_off: bool = False
    page: str = "case:page"


def calendar_days(account: Any, today: date) -> Iterator[CalendarDay]:
    """Yield the due days of the account's open cases, and the periods beside them."""
    for case, clocks in periods_of(own_cases(account), today):
        if case.due_on is not None:
            yield _day(case, "reply", "答复期限", case.due_on)
        for position, clock in enumerate(clocks):
            yield _period(case, position, clock)
    for case in _ended(account, today):
        yield _day(case, "reply", "答复期限", case.due_on, is_off=True)
    for correction in own_corrections(account).filter(due_on__isnull=False):
        yield _of_correction(correction)
    ended = corrections_ended_since(account, today - _CALLED_OFF_FOR)
    for correction in ended.filter(due_on__isnull=False):
        yield _of_correction(correction)


def _ended(account: Any, today: date) -> Any:
    officer = roles_of(account, Role.OGI_OFFICER).values("organ")
    visible = organs_open_to(account, REGISTER, Action.VIEW)
    return DisclosureRequest.objects.filter(
        Q(handler__account=account) | Q(organ__in=officer),
        organ__in=visible,
        closed_on__gte=today - _CALLED_OFF_FOR,
        due_on__isnull=False,
    ).select_related("organ")


def _period(case: DisclosureRequest, position: int, clock: SubClock) -> CalendarDay:
    key = f"{clock.kind.value}-{position}"
    is_off = clock.state in _OVER
    return _day(case, key, clock.kind.label, clock.due_on, is_off=is_off)


def _of_correction(correction: RecordCorrection) -> CalendarDay:
    since = (
        (correction.due_on or correction.received_on) - correction.received_on
    ).days
    return CalendarDay(
        f"correction-{correction.pk}",
        correction,
        "更正期限",
        correction.due_on or correction.received_on,
        correction.version * _MOST_DAYS + min(max(since, 0), _MOST_DAYS - 1),
        is_off=correction.ended_on is not None,
        page="correction:page",
    )


def _day(
    case: DisclosureRequest, key: str, what: str, day: Any, *, is_off: bool = False
) -> CalendarDay:
    """Return a day; its revision grows with every step, and when the day moves on.

    A day that comes nearer by a new calendar alone keeps the greater number.
    """
    since = (day - (case.submitted_on or case.received_on or day)).days
    revision = case.version * _MOST_DAYS + min(max(since, 0), _MOST_DAYS - 1)
    return CalendarDay(f"{case.pk}-{key}", case, what, day, revision, is_off)
