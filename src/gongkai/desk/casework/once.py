"""Every form of a case does its act once (``casework.services.sent_forms``)."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect

from gongkai.casework.services import FormSentBeforeError, release_form, take_form

View = Callable[..., HttpResponse]
FIELD = "form_key"


def once(view: View, page: str = "case:page") -> View:
    """Let a form that carries a key do its act once; sent again, it shows the record.

    ``page`` names the page of the record that stands first in the address. An act
    that was refused leaves its form as it was: the officer mends it and sends it
    again. A form without a key is passed on.
    """

    @wraps(view)
    def guarded(request: HttpRequest, **address: Any) -> HttpResponse:
        key = request.POST.get(FIELD, "")
        if request.method != "POST" or not key:
            return view(request, **address)
        try:
            with transaction.atomic():
                take_form(key=key, actor=request.user)
                response = view(request, **address)
                if not _is_done(request, response):
                    release_form(key=key, actor=request.user)
        except FormSentBeforeError as error:
            messages.info(request, error.message)
            return redirect(page, next(iter(address.values())))
        return response

    return guarded


def _is_done(request: HttpRequest, response: HttpResponse) -> bool:
    """Return whether the act was done: the page moved on and told no error."""
    told: Any = messages.get_messages(request)
    refused = any(message.level >= messages.ERROR for message in told)
    told.used = False  # they were read here, not yet by the officer
    return isinstance(response, HttpResponseRedirect) and not refused
