"""Amended requests: whether one may come in, what the request says now, what waits."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from gongkai.casework.models import AmendedRequest, DisclosureRequest
from gongkai.casework.selectors.clock import clock_of
from gongkai.casework.selectors.worklist import organs_of
from gongkai.statute.clock import StepKind, SubClockKind
from gongkai.statute.errors import GongkaiError


@dataclass(frozen=True)
class AmendmentAsked:
    """The applicant's period to amend: its last day, and whether that is over."""

    due_on: date
    is_over: bool


def amendment_asked(
    disclosure_request: DisclosureRequest, today: date
) -> AmendmentAsked | None:
    """Return the period in which an amended request may come in, if one was asked for.

    It is None when none was asked for, when it came already, and when the case ended
    otherwise than by the lapse of this very period.
    """
    try:
        answer = clock_of(disclosure_request, as_of=today)
    except GongkaiError:
        return None
    may_come = any(step.kind is StepKind.AMENDED for step in answer.next_steps)
    periods = [
        clock.due_on
        for clock in answer.sub_clocks
        if clock.kind is SubClockKind.AMENDMENT
    ]
    if not may_come or not periods:
        return None
    return AmendmentAsked(periods[-1], today > periods[-1])


def amended_request_of(disclosure_request: DisclosureRequest) -> AmendedRequest | None:
    """Return what the applicant sent online to amend his request."""
    found = AmendedRequest.objects.filter(disclosure_request=disclosure_request)
    return found.select_related("step").first()


def wording_of(disclosure_request: DisclosureRequest) -> str:
    """Return what is asked for as it stands now: as amended, once that is taken in."""
    amended = amended_request_of(disclosure_request)
    if amended is None or amended.step_id is None:
        return disclosure_request.subject
    return amended.text


def amendments_to_confirm(account_or_organs: Any) -> QuerySet[AmendedRequest]:
    """Return the amended requests to which the organ has still to say something."""
    return (
        AmendedRequest.objects.filter(
            step=None,
            declined_on=None,
            disclosure_request__organ__in=organs_of(account_or_organs),
        )
        .select_related("disclosure_request__organ")
        .order_by("submitted_at")
    )
