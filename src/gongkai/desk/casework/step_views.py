"""Recording a step: its form, what would come of it, and taking the last one back."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from gongkai.casework.models import DisclosureRequest, Notice, NoticeStatus
from gongkai.casework.notices import elements_of
from gongkai.casework.selectors import clock_of
from gongkai.casework.services import undo_last_step
from gongkai.desk.casework.access import case_for
from gongkai.desk.casework.standing import clocks_of, countdown_of
from gongkai.desk.casework.step_acts import known_of, said_of, take
from gongkai.desk.casework.step_form import ReasonForm, StepForm
from gongkai.desk.casework.trail import trail
from gongkai.organs.roles import Action
from gongkai.statute.clock import ClockAnswer, StepKind
from gongkai.statute.errors import GongkaiError
from gongkai.statute.notices import notice_kind


def step(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """Show the form of a step; record it, or say what would come of it."""
    case = case_for(request, pk, Action.CHANGE)
    found = _kind(kind)
    if found is StepKind.WITHDRAWN:
        return _with_proof(request, case)
    notice = _notice(request, case, found)
    initial = {"version": case.version} | known_of(case, found) | _from_notice(notice)
    form = StepForm(request.POST or None, kind=found, initial=initial)
    coming: dict[str, Any] = {}
    if request.method == "POST" and form.is_valid():
        if request.POST.get("act") == "preview":
            coming = _coming(case, form, request.user)
        elif _record(case, form, request.user, notice):
            messages.success(request, said_of(case, found))
            return redirect("case:page", case.pk)
    context = _frame(case, found.label) | {
        "form": form,
        "notice": notice,
        "before": _now(case, found),
        "preview_url": reverse("case:preview", args=[case.pk, kind]),
    }
    return render(request, "desk/casework/step.html", context | coming)


@require_POST
def preview(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """Show what a step would bring, while it is being filled in."""
    case = case_for(request, pk, Action.CHANGE)
    form = StepForm(request.POST, kind=_kind(kind))
    context: dict[str, Any] = {}
    if form.is_valid():
        context = _coming(case, form, request.user)
    return render(request, "desk/casework/_coming.html", context)


def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the last step back, with a reason."""
    case = case_for(request, pk, Action.CHANGE)
    last = case.steps.order_by("-position").first()
    if last is None:
        messages.error(request, "这件申请没有可以撤销的步骤。")
        return redirect("case:page", case.pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            undo_last_step(
                disclosure_request=case,
                reason=form.cleaned_data["reason"],
                actor=request.user,
                version=_version(request),
            )
        except GongkaiError as error:
            form.add_error(None, error.message)
        else:
            messages.success(request, f"已撤销“{last.get_kind_display()}”。")
            return redirect("case:page", case.pk)
    context = _frame(case, "撤销上一步") | {"form": form, "last": last}
    return render(request, "desk/casework/undo.html", context)


def _with_proof(request: HttpRequest, case: DisclosureRequest) -> HttpResponse:
    """Lead to the form of a withdrawal, which asks for its proof."""
    url = reverse("case:withdraw", args=[case.pk])
    query = request.GET.urlencode()
    return redirect(f"{url}?{query}" if query else url)


def _kind(kind: str) -> StepKind:
    try:
        return StepKind(kind)
    except ValueError:
        raise Http404 from None


def _version(request: HttpRequest) -> int | None:
    sent = request.POST.get("version", "")
    return int(sent) if sent.isascii() and sent.isdigit() else None


def _notice(
    request: HttpRequest, case: DisclosureRequest, kind: StepKind
) -> Notice | None:
    """Return the sent notice by which the step is taken, if the address names it."""
    number = request.GET.get("notice", "")
    if not (number.isascii() and number.isdigit()):
        return None
    found = case.notices.filter(
        pk=int(number[:12]), step=None, status=NoticeStatus.SENT
    ).first()
    if found is None or kind.value not in notice_kind(found.kind).steps:
        return None
    return found


def _from_notice(notice: Notice | None) -> dict[str, Any]:
    """Return what the notice says of the step: when it went out, with what outcome."""
    delivery = None if notice is None else notice.deliveries.order_by("sent_on").first()
    if notice is None or delivery is None:
        return {}
    return {
        "on": delivery.sent_on,
        "received_on": delivery.received_on,
        "outcome": notice.outcome,
        "note": _reasons(notice),
    }


def _reasons(notice: Notice) -> str:
    """Return ground and reasons as the notice states them: the step asks for both."""
    told = elements_of(notice)
    parts = [told.get("ground", ""), told.get("reasons", "")]
    return "：".join(part for part in parts if part)


def _record(
    case: DisclosureRequest, form: StepForm, actor: Any, notice: Notice | None
) -> bool:
    try:
        take(case, form, actor, notice=notice, version=form.cleaned_data["version"])
    except GongkaiError as error:
        form.add_error(None, error.message)
        return False
    return True


def _coming(case: DisclosureRequest, form: StepForm, actor: Any) -> dict[str, Any]:
    """Take the step, ask the clock, and take it back: nothing is kept."""
    tried = DisclosureRequest.objects.select_related("organ").get(pk=case.pk)
    with transaction.atomic():
        try:
            with transaction.atomic():
                take(tried, form, actor)
            answer = clock_of(tried, as_of=timezone.localdate())
            coming = _shown(answer)
        except GongkaiError as error:
            coming = {"coming_problem": error.message}
        transaction.set_rollback(True)
    return coming


def _shown(answer: ClockAnswer) -> dict[str, Any]:
    return {
        "coming": countdown_of(answer),
        "coming_clocks": clocks_of(answer.sub_clocks),
        "coming_lines": answer.reasoning,
        "coming_warnings": answer.warnings,
    }


def _now(case: DisclosureRequest, kind: StepKind) -> dict[str, Any]:
    """Return how the case stands, and what the law says of the step today."""
    try:
        answer = clock_of(case, as_of=timezone.localdate())
    except GongkaiError as error:
        return {"problem": error.message}
    offers = {step.kind: step for step in answer.next_steps}
    return {
        "countdown": countdown_of(answer),
        "offer": offers.get(kind),
        "refusal": answer.refused.get(kind),
    }


def _frame(case: DisclosureRequest, title: str) -> dict[str, Any]:
    page = reverse("case:page", args=[case.pk])
    return {
        "page_title": f"{title} · {case.number}",
        "breadcrumbs_items": trail((page, case.number), ("", title)),
        "case": case,
        "cancel_url": page,
    }
