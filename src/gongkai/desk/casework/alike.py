"""Requests like this one: shown while one is registered, and used on its page."""

import re
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from gongkai.casework import notices
from gongkai.casework.applicants import ApplicantData, applicant_fingerprint
from gongkai.casework.models import DisclosureRequest
from gongkai.casework.permissions import REGISTER
from gongkai.casework.selectors import Similar, similar_requests
from gongkai.desk.casework.access import case_for
from gongkai.desk.casework.choosing import organ_in_address
from gongkai.desk.casework.registration_form import FURTHER
from gongkai.organs.models import Organ
from gongkai.organs.permissions import may, organs_open_to
from gongkai.organs.roles import Action
from gongkai.statute.errors import GongkaiError

ITEM = "publishing.item"
_SHORTEST = 4
_MOST = 5
_LONGEST_TITLE = 300
_ASKING = re.compile(
    r"^(本人|我单位|我)?(请|现|特|希望|要求)*(依法)?(申请|请求)?(公开|获取|查阅|提供)?[:：]?"
)
_KNOWN_BY = ("name", "identity_number", "phone", "email")


@require_POST
def similar(request: HttpRequest) -> HttpResponse:
    """Show what was asked before, while a request is being typed in."""
    organs = organs_open_to(request.user, REGISTER, Action.ADD)
    if not organs.exists():
        raise PermissionDenied
    organ = organ_in_address(request, organs)
    if organ is None:
        raise Http404
    context = {"alike": alike_to(request, organ)}
    return render(request, "desk/casework/_alike.html", context)


def alike_to(request: HttpRequest, organ: Organ) -> list[Similar]:
    """Return the organ's requests like those in the form, the likest first."""
    who: dict[str, Any] = {name: request.POST.get(name, "") for name in _KNOWN_BY}
    fingerprint = applicant_fingerprint(ApplicantData(**who))
    found: dict[int, Similar] = {}
    for name in ("subject", *FURTHER):
        words = request.POST.get(name, "").strip()
        if len(words) < _SHORTEST:
            continue
        for one in similar_requests(words, organ, fingerprint=fingerprint):
            found.setdefault(one.disclosure_request.pk, one)
    return sorted(found.values(), key=lambda one: -one.score)[:_MOST]


@require_POST
def repeat(request: HttpRequest, pk: int, earlier_pk: int) -> HttpResponse:
    """Begin the notice that the request repeats one that was answered."""
    case = case_for(request, pk, Action.CHANGE)
    cases = DisclosureRequest.objects.filter(organ=case.organ)
    earlier = get_object_or_404(cases, pk=earlier_pk)
    try:
        made = notices.draft_repeat(
            disclosure_request=case, earlier=earlier, actor=request.user
        )
    except GongkaiError as error:
        messages.error(request, error.message)
        return redirect("case:page", case.pk)
    return redirect("case:notice", case.pk, made.pk)


def draft_from_case(request: HttpRequest) -> dict[str, Any]:
    """Return what an item begins with that publishes what a case gave (第四十四条)."""
    number = request.GET.get("case", "")
    if not (number.isascii() and number.isdigit()):
        return {}
    visible = organs_open_to(request.user, REGISTER, Action.VIEW)
    case = DisclosureRequest.objects.filter(
        pk=int(number[:12]), organ__in=visible
    ).first()
    return {} if case is None else {"title": title_of(case.subject)}


def may_draft(account: Any, case: DisclosureRequest) -> bool:
    """Return whether the account may register what is published for this organ."""
    return may(account, ITEM, Action.ADD, case.organ)


def title_of(subject: str) -> str:
    """Return what a request asks for as the title of an item.

    >>> title_of("本人申请公开：2021年教师招聘方案。")
    '2021年教师招聘方案'
    """
    line = subject.strip().partition("\n")[0]
    return _ASKING.sub("", line).strip("。；;，, 　")[:_LONGEST_TITLE]
