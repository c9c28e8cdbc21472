"""A remedy's row and steps as ``statute.remedies`` takes them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from gongkai.statute.remedies import ActAgain, Course, DueKind, Procedure, Unit
from gongkai.statute.remedy_results import RemedyResult, RemedyRoute

if TYPE_CHECKING:
    from gongkai.remedies.models.remedy_case import RemedyCase
    from gongkai.remedies.models.remedy_step import RemedyStep

#: The stored days, by what they are copies of.
COPIES = {
    "reply_due_on": DueKind.REPLY,
    "decision_due_on": DueKind.DECISION,
    "act_again_due_on": DueKind.ACT_AGAIN,
}


def course_of(remedy: "RemedyCase") -> Course | None:
    """Return the course; None while route or acceptance are not filled in."""
    if not (remedy.route and remedy.accepted_on):
        return None
    again = remedy.act_again_number
    return Course(
        route=RemedyRoute(remedy.route),
        accepted_on=remedy.accepted_on,
        procedure=Procedure(remedy.procedure) if remedy.procedure else None,
        copy_received_on=remedy.copy_received_on,
        replied_on=remedy.replied_on,
        concluded_on=remedy.concluded_on,
        result=RemedyResult(remedy.result) if remedy.result else None,
        served_on=remedy.served_on,
        act_again=ActAgain(again, Unit(remedy.act_again_unit)) if again else None,
        acted_again_on=remedy.acted_again_on,
        steps=tuple(step.as_step() for step in _steps(remedy)),
    )


def _steps(remedy: "RemedyCase") -> Iterable["RemedyStep"]:
    return remedy.steps.all() if remedy.pk else ()
