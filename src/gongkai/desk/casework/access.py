"""Finding a case for an account, and refusing what its roles do not allow."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from gongkai.casework.models import DisclosureRequest
from gongkai.casework.permissions import REGISTER
from gongkai.organs.permissions import may, organs_open_to
from gongkai.organs.roles import Action


def case_for(request: HttpRequest, pk: int, action: Action) -> DisclosureRequest:
    """Return the case; one of another organ is not there for the account."""
    if not may(request.user, REGISTER, action, None):
        raise PermissionDenied
    visible = organs_open_to(request.user, REGISTER, Action.VIEW)
    cases = DisclosureRequest.objects.select_related("organ", "office", "handler")
    case: DisclosureRequest = get_object_or_404(cases, pk=pk, organ__in=visible)
    if not may_do(request.user, action, case):
        raise PermissionDenied
    return case


def may_do(account: Any, action: Action, case: DisclosureRequest) -> bool:
    """Return whether the account may do it on this case."""
    return may(account, REGISTER, action, case.organ)
