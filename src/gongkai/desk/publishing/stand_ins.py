"""审核代理: who reviews in whose place, from when until when."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from gongkai.desk.casework.choosing import ask_for_organ, organ_in_address
from gongkai.desk.publishing.review_trail import trail
from gongkai.desk.registers.chips import Chip, Tone
from gongkai.desk.registers.fields import DateInput
from gongkai.organs.models import Organ, Person
from gongkai.organs.permissions import may, organs_open_to
from gongkai.organs.roles import Action
from gongkai.publishing.models import StandIn
from gongkai.publishing.permissions import REGISTER, REVIEWERS
from gongkai.publishing.services import end_stand_in, may_end, name_stand_in
from gongkai.publishing.services.standing_in import STAND_INS
from gongkai.statute.errors import GongkaiError

_TITLE = "审核代理"
_MOST = 100


class StandInForm(forms.ModelForm):
    """Who stands in for whom, at which level, for how long."""

    class Meta:
        model = StandIn
        fields = ("principal", "level", "deputy", "first_on", "last_on", "reason")
        widgets = {"first_on": DateInput, "last_on": DateInput}
        help_texts = {
            "deputy": "代理期间，代理人和被代理人在同一条信息上只能审一级。",
            "last_on": "含当日；可以提前结束。",
        }

    def __init__(self, *args: Any, organ: Organ, account: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = Person.objects.filter(is_active=True)
        roles = [role for held in REVIEWERS.values() for role in held]
        holders = people.filter(roles__organ=organ, roles__role__in=roles).distinct()
        own = getattr(account, "person", None)
        manages = may(account, STAND_INS, Action.CHANGE, organ)
        self.fields["principal"].queryset = (  # type: ignore[attr-defined]
            holders if manages else people.filter(account=account)
        )
        self.fields["deputy"].queryset = people.filter(  # type: ignore[attr-defined]
            organ=organ, account__isnull=False
        )
        if not manages:
            self.fields["principal"].initial = own
            self.fields["principal"].disabled = True


def index(request: HttpRequest) -> HttpResponse:
    """List the stand-ins of an organ and name one."""
    account: Any = request.user
    if not may(account, REGISTER, Action.VIEW, None):
        raise PermissionDenied
    organ = _organ(request, account)
    if organ is None:
        managed = organs_open_to(account, STAND_INS, Action.CHANGE)
        return ask_for_organ(request, managed, _TITLE, trail(_TITLE))
    today = timezone.localdate()
    form = StandInForm(
        request.POST or None,
        organ=organ,
        account=account,
        initial={"first_on": today},
    )
    if request.method == "POST" and form.is_valid() and _name(request, form, today):
        return redirect(request.get_full_path())
    context = {
        "page_title": _TITLE,
        "breadcrumbs_items": trail(_TITLE),
        "organ": organ,
        "form": form,
        "rows": _rows(account, organ, today),
    }
    return render(request, "desk/publishing/stand_ins.html", context)


@require_POST
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """End a stand-in before its time."""
    account: Any = request.user
    stand_in = get_object_or_404(StandIn.objects.select_related("principal"), pk=pk)
    if not may_end(account, stand_in):
        raise PermissionDenied
    try:
        end_stand_in(stand_in=stand_in, actor=account, today=timezone.localdate())
    except GongkaiError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, f"已结束：{stand_in}。")
    response = redirect("review:stand_ins")
    if may(account, STAND_INS, Action.CHANGE, stand_in.principal.organ):
        response["Location"] += f"?organ={stand_in.principal.organ.code}"
    return response


def _organ(request: HttpRequest, account: Any) -> Organ | None:
    """Return the organ in the address, or the account's own."""
    managed = organs_open_to(account, STAND_INS, Action.CHANGE)
    if request.GET.get("organ"):
        return organ_in_address(request, managed)
    person = getattr(account, "person", None)
    return person.organ if person else organ_in_address(request, managed)


def _name(request: HttpRequest, form: StandInForm, today: date) -> bool:
    try:
        warnings = name_stand_in(
            stand_in=form.instance, actor=request.user, today=today
        )
    except GongkaiError as error:
        form.add_error(None, error.message)
        return False
    messages.success(request, f"已登记：{form.instance}。")
    for warning in warnings:
        messages.warning(request, warning)
    return True


def _rows(account: Any, organ: Organ, today: date) -> list[dict[str, Any]]:
    found = _visible(account, organ).select_related("principal__organ", "deputy")
    return [
        {
            "stand_in": one,
            "chip": _chip(one, today),
            "may_end": one.last_on >= today and may_end(account, one),
        }
        for one in found[:_MOST]
    ]


def _visible(account: Any, organ: Organ) -> QuerySet[StandIn]:
    """Return the organ's stand-ins, to those who see them all; else one's own."""
    if may(account, STAND_INS, Action.VIEW, organ):
        return StandIn.objects.filter(principal__organ=organ)
    return StandIn.objects.filter(
        Q(principal__account=account) | Q(deputy__account=account)
    )


def _chip(stand_in: StandIn, today: date) -> Chip:
    if stand_in.last_on < today:
        return Chip("已结束")
    if stand_in.first_on > today:
        return Chip("未开始", Tone.WAITING)
    return Chip("代理中", Tone.DONE)
