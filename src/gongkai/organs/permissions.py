"""One permission policy for every register: by the organ tree and the role table.

A person sees the records of the organs at and under the organ where he holds a
role, and acts only by the role's permissions (``roles.MATRIX``).
"""

from typing import Any

from django.db.models import Q, QuerySet

from gongkai.organs.models import Organ, RoleAssignment
from gongkai.organs.roles import Action, Role, allowed


def organs_open_to(account: Any, register: str, action: Action) -> QuerySet[Organ]:
    """Return the organs on whose ``register`` the account may do ``action``."""
    if not account.is_authenticated or not account.is_active:
        return Organ.objects.none()
    if account.is_superuser:
        return Organ.objects.all()
    reach = Q()
    for assignment in _assignments(account):
        if allowed(Role(assignment.role), register, action):
            reach |= Q(path__startswith=assignment.organ.path)
    return Organ.objects.filter(reach) if reach else Organ.objects.none()


def may(account: Any, register: str, action: Action, organ: Organ | None) -> bool:
    """Return whether the account may do ``action`` on a record of ``organ``.

    Without an organ: whether there is any organ where it may.
    """
    if not account.is_authenticated or not account.is_active:
        return False
    if account.is_superuser:
        return True
    return any(
        allowed(Role(assignment.role), register, action)
        and (organ is None or organ.path.startswith(assignment.organ.path))
        for assignment in _assignments(account)
    )


def _assignments(account: Any) -> list[RoleAssignment]:
    """Return the account's roles, read once for each request."""
    cached: list[RoleAssignment] | None = getattr(account, "_role_assignments", None)
    if cached is None:
        cached = list(
            RoleAssignment.objects.filter(
                person__account=account, person__is_active=True
            ).select_related("organ")
        )
        account._role_assignments = cached  # noqa: SLF001
    return cached
