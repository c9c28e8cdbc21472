from typing import Any

from django.contrib.auth.backends import BaseBackend

DESK_ACCESS = "wagtailadmin.access_admin"


class RoleBackend(BaseBackend):
    """Lets every account whose person holds a role in to the desk."""

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:  # noqa: ARG002
        if perm != DESK_ACCESS or not user_obj.is_active:
            return False
        person = getattr(user_obj, "person", None)
        return person is not None and person.is_active and person.roles.exists()
