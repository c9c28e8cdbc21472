"""The copies of the clock's answer that lists and table three read."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from django.db import transaction

from gongkai.casework.models import DisclosureRequest
from gongkai.casework.selectors.clock import (
    answer_to,
    clock_settings_of,
    history_of,
    receipt_of,
)
from gongkai.casework.services.locking import locked
from gongkai.organs.calendar import working_days
from gongkai.statute.calendar import WorkingDays
from gongkai.statute.clock import ClockSettings, Receipt, Step, StepKind

#: Steps whose first day the register shows.
DATED_BY = {
    StepKind.AMENDMENT_REQUESTED: "amendment_noticed_on",
    StepKind.THIRD_PARTY_CONSULTED: "consulted_on",
    StepKind.FEE_NOTIFIED: "fee_noticed_on",
}


class Copies(NamedTuple):
    """What a row keeps of the clock's answer, by its own names."""

    state: str
    due_on: date | None
    received_on: date | None
    closed_on: date | None
    outcome: str


COPIES = (*Copies._fields, *DATED_BY.values())


@transaction.atomic
def refresh(disclosure_request: DisclosureRequest, today: date) -> DisclosureRequest:
    """Work out the copies anew as of ``today`` and save them."""
    stored = locked(disclosure_request)
    settings = clock_settings_of(stored.organ)
    put_copies(stored, history_of(stored, settings), today, settings)
    stored.save(update_fields=[*COPIES, "updated_at"])
    disclosure_request.refresh_from_db(fields=list(COPIES))
    return disclosure_request


def put_copies(
    disclosure_request: DisclosureRequest,
    steps: Sequence[Step],
    today: date,
    settings: ClockSettings,
    calendar: WorkingDays | None = None,
) -> None:
    """Set the copies from the history, unsaved; ``ClockError`` if it is impossible.

    Who has many requests gives the calendar; it is one query otherwise.
    """
    receipt = receipt_of(disclosure_request)
    copies = copies_of(receipt, steps, today, settings, calendar or working_days())
    for field, value in copies._asdict().items():
        setattr(disclosure_request, field, value)
    for kind, field in DATED_BY.items():
        if days := [step.on for step in steps if step.kind is kind]:
            setattr(disclosure_request, field, days[0])


def copies_of(
    receipt: Receipt,
    steps: Sequence[Step],
    today: date,
    settings: ClockSettings,
    calendar: WorkingDays,
) -> Copies:
    """Return the copies of a history; ``ClockError`` if it is impossible.

    The day of receipt that counts is the first: an amendment lets the clock begin
    anew, but the request stays one of the year in which it first came
    (docs/interpretations/0040-year-of-an-amended-request.md).
    """
    answer = answer_to(
        receipt, steps, as_of=today, settings=settings, calendar=calendar
    )
    received_on = answer.received_on
    if any(step.kind is StepKind.AMENDED for step in steps):
        before = _before_amendment(steps)
        received_on = answer_to(
            receipt, before, as_of=today, settings=settings, calendar=calendar
        ).received_on
    return Copies(
        answer.state.value,
        answer.due_on,
        received_on,
        answer.ended_on,
        answer.outcome.value if answer.outcome else "",
    )


def _before_amendment(steps: Sequence[Step]) -> list[Step]:
    kinds = [step.kind for step in steps]
    return list(steps[: kinds.index(StepKind.AMENDED)])
