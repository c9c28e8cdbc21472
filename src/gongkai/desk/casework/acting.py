"""Doing an act from a form of the case page, or showing the page with what is wrong."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from gongkai.casework.models import DisclosureRequest
from gongkai.desk.casework.case_page import render_case
from gongkai.statute.errors import GongkaiError


def act_on_case(
    request: HttpRequest,
    case: DisclosureRequest,
    form: Any,
    name: str,
    act: Callable[..., Any],
    done: str,
    *,
    fields: Callable[[Any], dict[str, Any]] = lambda form: form.cleaned_data,
    place: str = "",
) -> HttpResponse:
    """Do an act with a form's data, or show the case with what is wrong.

    ``fields`` reads the data of the form; ``place`` is where on the page it stands.
    """
    if form.is_valid():
        try:
            act(disclosure_request=case, **fields(form), actor=request.user)
        except GongkaiError as error:
            form.add_error(None, error.message)
        else:
            messages.success(request, done)
            page = reverse("case:page", args=[case.pk])
            return redirect(f"{page}#{place}" if place else page)
    return render_case(request, case, **{name: form})
