"""The open requests that a person answers for, and what runs beside them."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from gongkai.casework.models import CaseworkSettings, DisclosureRequest
from gongkai.casework.permissions import REGISTER
from gongkai.casework.selectors.clock import answer_to, history_of, receipt_of
from gongkai.casework.selectors.worklist import open_requests
from gongkai.organs.calendar import working_days
from gongkai.organs.models import RoleAssignment
from gongkai.organs.permissions import organs_open_to
from gongkai.organs.roles import Action, Role
from gongkai.statute.clock import ClockSettings, SubClock
from gongkai.statute.errors import GongkaiError

Requests = QuerySet[DisclosureRequest]


def own_cases(account: Any) -> Requests:
    """Return what the account handles, and all of the organs whose officer it is.

    A role counts here in the organ where it is held and not below: there others
    answer for the cases. What an account may not see is never its own.
    """
    officer = roles_of(account, Role.OGI_OFFICER).values("organ")
    visible = open_requests(organs_open_to(account, REGISTER, Action.VIEW))
    return visible.filter(Q(handler__account=account) | Q(organ__in=officer))


def overdue_below(account: Any, today: date) -> Requests:
    """Return the overdue requests of which the account is told as a head.

    The head of the organ (机关负责人) is told of all, the head of an office
    (股室负责人) of those of his office.
    """
    director = roles_of(account, Role.DIRECTOR).values("organ")
    head = roles_of(account, Role.OFFICE_REVIEWER).values("person__office")
    overdue = DisclosureRequest.objects.filter(
        closed_on__isnull=True, received_on__isnull=False, due_on__lt=today
    )
    silent = CaseworkSettings.objects.filter(tells_heads=False).values("organ")
    mine = Q(organ__in=director) | Q(office__in=head)
    return overdue.filter(mine).exclude(organ__in=silent).order_by("due_on", "pk")


def roles_of(account: Any, role: Role) -> QuerySet[RoleAssignment]:
    """Return where the account holds a role."""
    return RoleAssignment.objects.filter(
        role=role, person__account=account, person__is_active=True
    )


def periods_of(
    requests: Requests, today: date
) -> Iterator[tuple[DisclosureRequest, tuple[SubClock, ...]]]:
    """Yield each request with the periods beside its own; none where none are known."""
    calendar = working_days()
    rows = list(requests.prefetch_related("steps"))
    chosen = CaseworkSettings.objects.filter(organ__in={row.organ_id for row in rows})
    settings = {each.organ_id: each.clock_settings() for each in chosen}
    for row in rows:
        readings = settings.get(row.organ_id, ClockSettings())
        try:
            steps = [one for one in history_of(row, readings) if one.on <= today]
            answer = answer_to(
                receipt_of(row),
                steps,
                as_of=today,
                settings=readings,
                calendar=calendar,
            )
        except GongkaiError:
            yield row, ()
        else:
            yield row, answer.sub_clocks
