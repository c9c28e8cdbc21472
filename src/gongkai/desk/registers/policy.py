"""The one permission policy of the desk: what an account may do on a register.

It asks ``gongkai.organs.permissions``; lists, exports, views, edits, deletions and
choices all go through it, so that a record of another organ is never seen.
"""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Model, Q, QuerySet
from wagtail.permission_policies.base import BasePermissionPolicy

from gongkai.audit.models import AuditEntry
from gongkai.organs.models import Organ, RoleAssignment
from gongkai.organs.permissions import may, organs_open_to
from gongkai.organs.roles import Action, Role, allowed


class RegisterPolicy(BasePermissionPolicy):
    """Wagtail's questions about a register, answered by the table of roles."""

    def __init__(self, model: type[Model]) -> None:
        super().__init__(model)
        self.register: str = model._meta.label_lower  # noqa: SLF001

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Return whether there is any organ where the account may do it."""
        return may(user, self.register, Action(action), None)

    def user_has_permission_for_instance(
        self, user: Any, action: str, instance: Model
    ) -> bool:
        """Return whether the account may do it on this record."""
        organ = organ_of(instance)
        if organ is None:
            return bool(user.is_active and user.is_superuser)
        return may(user, self.register, Action(action), organ)

    def instances_user_has_any_permission_for(
        self, user: Any, actions: Iterable[str]
    ) -> QuerySet[Any]:
        """Return the records on which the account may do one of these."""
        records = self.model._default_manager.all()  # noqa: SLF001
        if user.is_active and user.is_superuser:
            return records
        reach = Q(pk__in=[])
        for action in actions:
            organs = organs_open_to(user, self.register, Action(action))
            reach |= _belonging_to(self.model, organs)
        return records.filter(reach)

    def users_with_any_permission(self, actions: Iterable[str]) -> QuerySet[Any]:
        """Return the accounts that may do one of these somewhere."""
        roles = [
            role
            for role in Role
            if any(allowed(role, self.register, Action(action)) for action in actions)
        ]
        people = RoleAssignment.objects.filter(
            role__in=roles, person__is_active=True, person__account__isnull=False
        )
        return get_user_model().objects.filter(
            Q(is_superuser=True) | Q(pk__in=people.values("person__account")),
            is_active=True,
        )


def organ_of(record: Model) -> Organ | None:
    """Return the organ that a record belongs to."""
    if isinstance(record, Organ):
        return record
    if isinstance(record, AuditEntry):
        return Organ.objects.filter(code=record.organ_code).first()
    return getattr(record, "organ", None)


def _belonging_to(model: type[Model], organs: QuerySet[Organ]) -> Q:
    if model is Organ:
        return Q(pk__in=organs.values("pk"))
    if model is AuditEntry:
        return Q(organ_code__in=organs.values("code"))
    return Q(organ__in=organs.values("pk"))
