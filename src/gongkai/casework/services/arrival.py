"""What the arrival of a notice means for its case."""

from datetime import date
from typing import Any

from django.db import transaction

from gongkai.casework.models import CaseStep
from gongkai.casework.services.steps import record_letter_received, record_step
from gongkai.statute.clock import ClockError, Step, StepKind

#: Letters from whose arrival somebody's period runs.
_PERIOD_RUNS = {
    StepKind.AMENDMENT_REQUESTED,
    StepKind.THIRD_PARTY_CONSULTED,
    StepKind.OTHER_ORGAN_CONSULTED,
    StepKind.EXTENDED,
    StepKind.REASONS_REQUESTED,
    StepKind.DELAYED,
    StepKind.FEE_NOTIFIED,
}


def record_arrival(
    *, case_step: CaseStep, received_on: date, actor: Any, today: date | None = None
) -> str:
    """Take the day on which a step's notice arrived into the case, the first one only.

    A reply becomes delivered; of another letter the period runs from that day.
    Returns why the clock cannot take it, or nothing: that a letter arrived is a fact
    all the same, and its proof is kept by the caller.
    """
    kind = StepKind(case_step.kind)
    how = {"actor": actor, "today": today}
    try:
        with transaction.atomic():
            if kind is StepKind.DECIDED and not _is_delivered(case_step):
                record_step(
                    disclosure_request=case_step.disclosure_request,
                    step=Step(StepKind.DELIVERED, received_on),
                    **how,
                )
            elif kind in _PERIOD_RUNS and case_step.received_on is None:
                record_letter_received(
                    case_step=case_step, received_on=received_on, **how
                )
    except ClockError as error:
        return error.message
    return ""


def _is_delivered(case_step: CaseStep) -> bool:
    steps = CaseStep.objects.filter(
        disclosure_request=case_step.disclosure_request_id,
        kind=StepKind.DELIVERED.value,
    )
    return steps.exists()
