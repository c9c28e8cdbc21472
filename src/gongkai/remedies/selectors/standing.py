"""How a remedy stands: what is due, and what an officer should be told."""

from dataclasses import dataclass
from datetime import date

from gongkai.casework.models import DisclosureRequest, Notice, NoticeStatus
from gongkai.casework.notices import notice_text
from gongkai.casework.notices.kinds import grounds_of
from gongkai.organs.calendar import working_days
from gongkai.remedies.models import RemedyCase
from gongkai.remedies.models.course import course_of
from gongkai.statute.errors import GongkaiError
from gongkai.statute.outcomes import Outcome
from gongkai.statute.remedies import (
    AttackedAct,
    CourseStepKind,
    Due,
    Prior,
    next_due,
    open_steps,
    remedy_warnings,
)


@dataclass(frozen=True)
class Standing:
    """The remedy on one day; ``problem`` says why nothing can be worked out."""

    dues: tuple[Due, ...] = ()
    next: Due | None = None
    warnings: tuple[str, ...] = ()
    offered: tuple[CourseStepKind, ...] = ()
    problem: str = ""


def standing_of(remedy: RemedyCase, today: date) -> Standing:
    """Return how the remedy stands. Reads the notice; not for lists."""
    course = course_of(remedy)
    if course is None:
        return Standing()
    try:
        dues = remedy.dues()
    except GongkaiError as error:
        return Standing(problem=error.message)
    warnings = remedy_warnings(
        course,
        dues,
        applied_on=remedy.applied_on,
        act=act_of(remedy),
        prior=_prior_of(remedy),
        today=today,
        calendar=working_days(),
    )
    is_over = course.concluded_on is not None
    offered = (
        () if is_over else open_steps(course.route, course.procedure, course.steps)
    )
    return Standing(dues, next_due(dues, course), warnings, offered)


def act_of(remedy: RemedyCase) -> AttackedAct:
    """Return what the remedy is directed against, as far as it is known here."""
    if remedy.decision is not None:
        return _by_notice(remedy.decision)
    request = remedy.disclosure_request
    if request is None:
        return AttackedAct()
    if not request.outcome:
        return AttackedAct(due_on=request.due_on)
    return _by_ledger(request)


def _by_notice(notice: Notice) -> AttackedAct:
    arrived = notice.deliveries.exclude(received_on=None).order_by("received_on")
    first = arrived.first()
    return AttackedAct(
        outcome=Outcome(notice.outcome) if notice.outcome else None,
        grounds=grounds_of(notice.ground),
        decided_on=notice.dated_on,
        known_on=first.received_on if first else None,
        is_told=_tells_remedy(notice),
    )


def _by_ledger(request: DisclosureRequest) -> AttackedAct:
    """Return the act of a case without notices; when it arrived is not known."""
    return AttackedAct(outcome=Outcome(request.outcome), decided_on=request.closed_on)


def _tells_remedy(notice: Notice) -> bool:
    """Return whether the notice as it went out tells the remedies."""
    if notice.status == NoticeStatus.DRAFT:
        return True
    try:
        return bool(notice_text(notice).remedy)
    except GongkaiError:
        return True


def _prior_of(remedy: RemedyCase) -> Prior | None:
    prior = remedy.prior
    if prior is None:
        return None
    return Prior(prior.served_on, prior.decision_due_on)
