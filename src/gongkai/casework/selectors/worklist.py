"""What has to be done, soonest first, from the stored copies alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Count, Q, QuerySet

from gongkai.casework.models import DisclosureRequest
from gongkai.casework.permissions import REGISTER
from gongkai.organs.models import Organ
from gongkai.organs.permissions import organs_open_to
from gongkai.organs.roles import Action
from gongkai.statute.clock import ClockState

_SUNDAY = 6
_WAITING = (
    ClockState.AWAITING_AMENDMENT.value,
    ClockState.CONSULTING.value,
    ClockState.AWAITING_REASONS.value,
    ClockState.AWAITING_FEE.value,
)

Requests = QuerySet[DisclosureRequest]


@dataclass(frozen=True)
class Worklist:
    """The open requests of some organs, each in one list, none left out."""

    overdue: Requests
    due_today: Requests
    this_week: Requests
    waiting_for_others: Requests
    to_confirm: Requests
    later: Requests


def worklist(account_or_organs: Any, today: date) -> Worklist:
    """Return what an account may see of open requests, or what some organs have.

    Every list can be narrowed further: ``.filter(handler=…)``, ``.filter(office=…)``.
    """
    requests = open_requests(account_or_organs)
    lists = {
        name: requests.filter(condition)
        for name, condition in list_conditions(today).items()
    }
    lists["to_confirm"] = lists["to_confirm"].order_by("submitted_on", "pk")
    return Worklist(**lists)


def list_conditions(today: date) -> dict[str, Q]:
    """Return what puts an open request into each list, by the list's name."""
    sunday = today + timedelta(days=_SUNDAY - today.weekday())
    received = Q(received_on__isnull=False)
    waiting = Q(state__in=_WAITING)
    far = received & (Q(due_on__gt=sunday) | Q(due_on__isnull=True))
    return {
        "overdue": received & Q(due_on__lt=today),
        "due_today": received & Q(due_on=today),
        "this_week": received & Q(due_on__gt=today, due_on__lte=sunday),
        "waiting_for_others": far & waiting,
        "to_confirm": Q(received_on__isnull=True),
        "later": far & ~waiting,
    }


def list_counts(requests: Requests, today: date) -> dict[str, int]:
    """Return how many of the open requests stand in each list, in one query."""
    counts: dict[str, int] = requests.order_by().aggregate(**_counting(today))
    return counts


def counts_by_organ(requests: Requests, today: date) -> list[dict[str, int]]:
    """Return the same for each organ that has any (``organ``), in one query.

    Those with most overdue stand first. It reads an index alone
    (``request_open_by_organ``), whatever the number of requests.
    """
    groups: Any = requests.order_by().values("organ").annotate(**_counting(today))
    return list(groups.order_by("-overdue", "-due_today", "-this_week", "organ"))


def _counting(today: date) -> dict[str, Count]:
    return {
        name: Count("organ", filter=condition)
        for name, condition in list_conditions(today).items()
    }


def open_requests(account_or_organs: Any) -> Requests:
    """Return the open requests, those due first at the top."""
    return (
        DisclosureRequest.objects.filter(
            closed_on__isnull=True, organ__in=organs_of(account_or_organs)
        )
        .select_related("organ", "office", "handler")
        .order_by("due_on", "pk")
    )


def organs_of(account_or_organs: Any) -> QuerySet[Organ] | Iterable[Organ]:
    """Return the organs whose requests an account may see, or those given."""
    if isinstance(account_or_organs, AbstractBaseUser):
        return organs_open_to(account_or_organs, REGISTER, Action.VIEW)
    if isinstance(account_or_organs, Organ):
        return [account_or_organs]
    organs: Iterable[Organ] = account_or_organs
    return organs
