"""Finding a correction for an account, and refusing what its roles do not allow."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from gongkai.casework.models import RecordCorrection
from gongkai.casework.permissions import CORRECTIONS
from gongkai.desk.registers.furniture import HOME
from gongkai.organs.permissions import may, organs_open_to
from gongkai.organs.roles import Action


def correction_for(request: HttpRequest, pk: int, action: Action) -> RecordCorrection:
    """Return the correction; one of another organ is not there for the account."""
    if not may(request.user, CORRECTIONS, action, None):
        raise PermissionDenied
    visible = organs_open_to(request.user, CORRECTIONS, Action.VIEW)
    corrections = RecordCorrection.objects.select_related(
        "organ", "handler", "disclosure_request"
    )
    found: RecordCorrection = get_object_or_404(corrections, pk=pk, organ__in=visible)
    if not may(request.user, CORRECTIONS, action, found.organ):
        raise PermissionDenied
    return found


def trail(*steps: tuple[str, str]) -> list[dict[str, Any]]:
    """Return the breadcrumbs below the register: address and label."""
    listing = {"url": reverse("recordcorrection:index"), "label": "信息更正"}
    return [HOME, listing, *({"url": url, "label": label} for url, label in steps)]
