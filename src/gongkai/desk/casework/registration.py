"""Registering a request that came by counter, post, fax or e-mail."""

import secrets
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from gongkai.casework.models import DisclosureRequest
from gongkai.casework.permissions import REGISTER
from gongkai.casework.services import register_request
from gongkai.desk.casework.alike import alike_to
from gongkai.desk.casework.choosing import ask_for_organ, organ_in_address
from gongkai.desk.casework.registration_form import RegistrationForm
from gongkai.desk.casework.trail import trail
from gongkai.organs.models import Organ
from gongkai.organs.permissions import organs_open_to
from gongkai.organs.roles import Action
from gongkai.statute.errors import GongkaiError

_MADE = "case_registered"


def register(request: HttpRequest) -> HttpResponse:
    """Show the form for an organ; register each matter of the letter as a case."""
    organs = organs_open_to(request.user, REGISTER, Action.ADD)
    if not organs.exists():
        raise PermissionDenied
    organ = organ_in_address(request, organs)
    if organ is None:
        return ask_for_organ(request, organs, "登记申请")
    is_trial = request.POST.get("act") == "preview"
    form = (
        RegistrationForm(initial=request.POST.dict(), organ=organ)
        if is_trial
        else RegistrationForm(request.POST or None, request.FILES or None, organ=organ)
    )
    key = request.POST.get("form_key", "")
    if made := _made_before(request, key):
        return redirect("case:page", made)
    if request.method == "POST" and not is_trial and form.is_valid():
        try:
            cases = _register_all(form, organ, request.user, key)
        except GongkaiError as error:
            form.add_error(None, error.message)
        else:
            request.session[_MADE] = {"key": key, "case": cases[0].pk}
            return _done(request, cases)
    context = {
        "page_title": "登记申请",
        "breadcrumbs_items": trail(("", "登记申请")),
        "organ": organ,
        "form": form,
        "alike": alike_to(request, organ) if request.POST else [],
        "form_key": key or secrets.token_hex(8),
        "cancel_url": reverse("disclosurerequest:index"),
    }
    return render(request, "desk/casework/register.html", context)


def _made_before(request: HttpRequest, key: str) -> int | None:
    """Return the case that this very form has made already, if it has."""
    made = request.session.get(_MADE, {})
    return made["case"] if key and made.get("key") == key else None


@transaction.atomic
def _register_all(
    form: RegistrationForm, organ: Organ, actor: Any, key: str
) -> list[DisclosureRequest]:
    data, letter = form.cleaned_data, form.cleaned_data["letter"].strip()
    cases: list[DisclosureRequest] = []
    subjects = form.subjects()
    for subject in subjects:
        if len(subjects) > 1 and cases and not letter:
            letter = cases[0].number
        cases.append(
            register_request(
                organ=organ,
                applicant_kind=data["applicant_kind"],
                channel=data["channel"],
                subject=subject,
                submitted_on=data["submitted_on"],
                received_on=data["received_on"],
                applicant=form.applicant(),
                joint=form.joint(),
                supply_form=data["supply_form"],
                office=data["office"],
                handler=data["handler"],
                letter=letter,
                is_oral=data["is_oral"],
                receipt_evidence=data["receipt_evidence"],
                files=() if cases else data["scans"],
                actor=actor,
                form_key=key and f"{key}-{len(cases)}",
            )
        )
    return cases


def _done(request: HttpRequest, cases: list[DisclosureRequest]) -> HttpResponse:
    numbers = "、".join(case.number for case in cases)
    messages.success(request, f"已登记{len(cases)}件申请：{numbers}。")
    return redirect("case:page", cases[0].pk)
