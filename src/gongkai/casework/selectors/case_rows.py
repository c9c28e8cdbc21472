"""Open requests as plain rows, for work on very many of them.

What a row and its steps mean is said in ``selectors.clock``, for rows and models
alike.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from django.db.models import QuerySet

from gongkai.casework.models import CaseStep, DisclosureRequest
from gongkai.casework.models.case_step import STEP_FIELDS

#: The fields of a stored step, in the order of ``STEP_FIELDS``.
StepRow = tuple[Any, ...]


class CaseRow(NamedTuple):
    """What the clock reads of a request, and the copies that lists show of it."""

    pk: int
    organ_id: int
    number: str
    channel: str
    submitted_on: date | None
    received_on: date | None
    closed_on: date | None
    outcome: str
    state: str
    due_on: date | None

    def __str__(self) -> str:
        return self.number

    @property
    def dates(self) -> tuple[object, ...]:
        """All that the clock reads of the row, beside the steps."""
        return (
            self.channel,
            self.submitted_on,
            self.received_on,
            self.closed_on,
            self.outcome,
        )


def case_rows(requests: QuerySet[DisclosureRequest]) -> list[CaseRow]:
    """Return the requests as rows, in the order that they are asked in."""
    return [CaseRow(*row) for row in requests.values_list(*CaseRow._fields)]


def step_rows(keys: Iterable[int]) -> dict[int, tuple[StepRow, ...]]:
    """Return the steps of requests by the request's key; without steps, no entry."""
    steps: dict[int, tuple[StepRow, ...]] = {}
    found = CaseStep.objects.filter(disclosure_request__in=list(keys))
    for key, *step in found.order_by("disclosure_request_id", "position").values_list(
        "disclosure_request_id", *STEP_FIELDS
    ):
        steps[key] = (*steps.get(key, ()), tuple(step))
    return steps
