"""A case as the clock of the law sees it, from its stored steps.

A row without steps, as an import or a simple ledger leaves it, is read as the steps
that its dates imply: received, perhaps answered.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from gongkai.casework.models import CaseworkSettings, DisclosureRequest
from gongkai.casework.selectors.case_rows import CaseRow
from gongkai.organs.calendar import working_days
from gongkai.organs.models import Organ
from gongkai.statute.calendar import WorkingDays
from gongkai.statute.clock import (
    Channel,
    ClockAnswer,
    ClockSettings,
    Receipt,
    Step,
    StepKind,
    evaluate,
)
from gongkai.statute.clock.acts.receipt import needs_confirmation
from gongkai.statute.errors import CalendarError, GongkaiError

ENDINGS = frozenset(
    {
        StepKind.AMENDMENT_LAPSED,
        StepKind.FEE_LAPSED,
        StepKind.WITHDRAWN,
        StepKind.DECIDED,
    }
)
_SIGNED = frozenset({Channel.IN_PERSON, Channel.POST_SIGNED})


def clock_of(disclosure_request: DisclosureRequest, *, as_of: date) -> ClockAnswer:
    """Return how the case stands on ``as_of``, by its organ's readings.

    Steps after ``as_of`` are not yet known to it. A period that runs into a year
    without a holiday notice is reckoned by weekends and says so (``provisional``):
    a case is not held up by a calendar (docs/interpretations/0002).
    """
    settings = clock_settings_of(disclosure_request.organ)
    history = history_of(disclosure_request, settings)
    return answer_to(
        receipt_of(disclosure_request),
        [step for step in history if step.on <= as_of],
        as_of=as_of,
        settings=settings,
    )


def answer_to(
    receipt: Receipt,
    steps: Sequence[Step],
    *,
    as_of: date,
    settings: ClockSettings,
    calendar: WorkingDays | None = None,
) -> ClockAnswer:
    """Evaluate a history; without a holiday notice by weekends, and say so."""
    calendar = calendar or working_days()
    try:
        return evaluate(
            receipt, steps, as_of=as_of, calendar=calendar, settings=settings
        )
    except CalendarError:
        if settings.provisional:
            raise
    by_weekends = replace(settings, provisional=True)
    return evaluate(
        receipt, steps, as_of=as_of, calendar=calendar, settings=by_weekends
    )


def clock_settings_of(organ: Organ) -> ClockSettings:
    """Return the readings that the organ chose, or the defaults."""
    chosen = CaseworkSettings.objects.filter(organ=organ).first()
    return ClockSettings() if chosen is None else chosen.clock_settings()


def receipt_of(disclosure_request: DisclosureRequest | CaseRow) -> Receipt:
    """Return the day on which the request reached the organ, and how.

    Where both sides have to confirm (条例第三十一条), that is the day of submission,
    and the day of receipt is a step.
    """
    channel = Channel(disclosure_request.channel)
    submitted_on, received_on = (
        disclosure_request.submitted_on,
        disclosure_request.received_on,
    )
    on = (channel not in _SIGNED and submitted_on) or received_on or submitted_on
    if on is None:
        raise GongkaiError(
            f"申请{disclosure_request}没有收到日期，算不出期限。请补登收到日期。"
        )
    return Receipt(on, channel)


def history_of(
    disclosure_request: DisclosureRequest, settings: ClockSettings
) -> list[Step]:
    """Return the steps of the case, with those that only its dates tell."""
    return implied_history(
        disclosure_request, stored_steps(disclosure_request), settings
    )


def stored_steps(disclosure_request: DisclosureRequest) -> list[Step]:
    """Return the steps that were recorded; a row not saved yet has none."""
    if disclosure_request.pk is None:
        return []
    stored = sorted(disclosure_request.steps.all(), key=lambda step: step.position)
    return [step.as_step() for step in stored]


def implied_history(
    disclosure_request: DisclosureRequest | CaseRow,
    steps: list[Step],
    settings: ClockSettings,
) -> list[Step]:
    """Return the steps with the receipt and the end that the row's dates imply."""
    return [
        *_implied_receipt(disclosure_request, steps, settings),
        *_with_implied_end(disclosure_request, steps),
    ]


def has_ended(steps: Iterable[Step]) -> bool:
    """Return whether the last word of the steps is an ending."""
    ended = False
    for step in steps:
        if step.kind in ENDINGS:
            ended = True
        elif step.kind is StepKind.AMENDED:
            ended = False
    return ended


def _implied_receipt(
    disclosure_request: DisclosureRequest | CaseRow,
    steps: list[Step],
    settings: ClockSettings,
) -> list[Step]:
    """Return the confirmation that a day of receipt without a step implies."""
    received_on = disclosure_request.received_on
    if received_on is None or any(
        step.kind is StepKind.RECEIPT_CONFIRMED for step in steps
    ):
        return []
    if not needs_confirmation(receipt_of(disclosure_request), settings):
        return []
    return [Step(StepKind.RECEIPT_CONFIRMED, received_on)]


def _with_implied_end(
    disclosure_request: DisclosureRequest | CaseRow, steps: list[Step]
) -> list[Step]:
    """Return the steps with the reply that an outcome without a step implies."""
    closed_on = disclosure_request.closed_on
    if closed_on is None or has_ended(steps):
        return steps
    end = Step(StepKind.DECIDED, closed_on, outcome=disclosure_request.outcome)
    after = [step for step in steps if step.kind is StepKind.DELIVERED]
    return [step for step in steps if step not in after] + [end, *after]
