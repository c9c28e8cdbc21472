"""The remedies of a request, as the page of its case and the worklist show them."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from gongkai.casework.models import DisclosureRequest
from gongkai.desk.registers.chips import Chip
from gongkai.desk.remedies.chips import due_chip, remedy_chip
from gongkai.organs.permissions import may
from gongkai.organs.roles import Action
from gongkai.remedies.models import RemedyCase
from gongkai.remedies.models.course import course_of
from gongkai.remedies.selectors import REGISTER, acts_again
from gongkai.statute.clock import ClockState
from gongkai.statute.errors import GongkaiError
from gongkai.statute.remedies import next_due

_MOST = 20


@dataclass(frozen=True)
class RemedyLine:
    """A remedy in a list of few: its state, and what comes next."""

    remedy: RemedyCase
    url: str
    chip: Chip
    due: Chip | None
    next: str


def remedies_on(case: DisclosureRequest, account: Any) -> dict[str, Any]:
    """Return what the case page shows: its remedies, and the way to register one.

    There is one against a decision, and against a reply that did not come in time.
    """
    remedies = case.remedies.select_related("organ").prefetch_related("steps")
    is_ripe = case.closed_on is not None or case.state in _ATTACKABLE
    return {
        "remedies": [_line(one) for one in remedies.order_by("accepted_on", "pk")],
        "remedy_url": _filing_url(case)
        if is_ripe and may(account, REGISTER, Action.ADD, case.organ)
        else "",
    }


_ATTACKABLE = {
    ClockState.OVERDUE.value,
    ClockState.DECIDED.value,
    ClockState.DELIVERED.value,
}


def replies_anew(account: Any) -> list[RemedyLine]:
    """Return the remedies after which a request waits for a new reply."""
    return [_line(one) for one in acts_again(account)[:_MOST]]


def _line(remedy: RemedyCase) -> RemedyLine:
    url = reverse("remedycase:inspect", args=[remedy.pk])
    return RemedyLine(remedy, url, remedy_chip(remedy), due_chip(remedy), _next(remedy))


def _next(remedy: RemedyCase) -> str:
    course = course_of(remedy)
    try:
        due = None if course is None else next_due(remedy.dues(), course)
    except GongkaiError as error:
        return error.message
    if due is None:
        return ""
    return f"{due.kind.whose}{due.kind.label}，到{due.deadline.due_on}"


def _filing_url(case: DisclosureRequest) -> str:
    query = urlencode({"organ": case.organ.code, "request": case.pk})
    return f"{reverse('remedycase:add')}?{query}"
