"""Registering a correction; turning a request into one."""

import secrets
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from gongkai.casework.corrections import receive_correction, turn_into_correction
from gongkai.casework.models import RecordCorrection
from gongkai.casework.permissions import CORRECTIONS
from gongkai.desk.casework.access import case_for
from gongkai.desk.casework.choosing import ask_for_organ, organ_in_address
from gongkai.desk.casework.trail import trail as case_trail
from gongkai.desk.corrections.access import trail
from gongkai.desk.corrections.forms import ReceiveForm, TurnForm
from gongkai.organs.models import Organ
from gongkai.organs.permissions import may, organs_open_to
from gongkai.organs.roles import Action
from gongkai.statute.errors import GongkaiError

_MADE = "correction_registered"
_TITLE = "登记更正"


def register(request: HttpRequest) -> HttpResponse:
    """Show the form for an organ; register the correction, once for each form."""
    organs = organs_open_to(request.user, CORRECTIONS, Action.ADD)
    if not organs.exists():
        raise PermissionDenied
    organ = organ_in_address(request, organs)
    if organ is None:
        return ask_for_organ(request, organs, _TITLE)
    form = ReceiveForm(request.POST or None, request.FILES or None, organ=organ)
    key = request.POST.get("form_key", "")
    made = request.session.get(_MADE, {})
    if key and made.get("key") == key:
        return redirect("correction:page", made["correction"])
    if request.method == "POST" and form.is_valid():
        new = _receive(form, organ, request.user)
        if new is not None:
            request.session[_MADE] = {"key": key, "correction": new.pk}
            messages.success(request, f"已登记更正{new.number}。")
            return redirect("correction:page", new.pk)
    context = {
        "page_title": _TITLE,
        "breadcrumbs_items": trail(("", _TITLE)),
        "organ": organ,
        "form": form,
        "form_key": key or secrets.token_hex(8),
        "cancel_url": reverse("recordcorrection:index"),
    }
    return render(request, "desk/corrections/register.html", context)


def turn(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Turn a request that asks for a correction into one."""
    case = case_for(request, case_pk, Action.CHANGE)
    if not may(request.user, CORRECTIONS, Action.ADD, case.organ):
        raise PermissionDenied
    form = TurnForm(request.POST or None, initial={"version": case.version})
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            new = turn_into_correction(
                disclosure_request=case,
                asked=form.asked(),
                reason=data["reason"],
                on=data["on"],
                actor=request.user,
                version=data["version"],
            )
        except GongkaiError as error:
            form.add_error(None, error.message)
        else:
            messages.success(
                request, f"申请{case.number}已办结，转为更正{new.number}办理。"
            )
            return redirect("correction:page", new.pk)
    page = reverse("case:page", args=[case.pk])
    context = {
        "page_title": f"转为更正 · {case.number}",
        "breadcrumbs_items": case_trail((page, case.number), ("", "转为更正")),
        "case": case,
        "form": form,
        "cancel_url": page,
    }
    return render(request, "desk/corrections/turn.html", context)


def _receive(form: ReceiveForm, organ: Organ, actor: Any) -> RecordCorrection | None:
    data = form.cleaned_data
    try:
        return receive_correction(
            organ=organ,
            person_kind=data["applicant_kind"],
            channel=data["channel"],
            received_on=data["received_on"],
            asked=form.asked(),
            person=form.person(),
            files=data["evidence_files"] or (),
            handler=data["handler"],
            actor=actor,
        )
    except GongkaiError as error:
        form.add_error(None, error.message)
        return None
