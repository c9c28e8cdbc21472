"""A notice on the desk: drafted beside its text, made final, approved, sent, proved."""

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import quote

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from gongkai.casework import notices
from gongkai.casework.models import DisclosureRequest, Notice, NoticeStatus
from gongkai.casework.notices.kinds import GENERATED
from gongkai.casework.selectors import clock_of
from gongkai.desk.casework.access import case_for, may_do
from gongkai.desk.casework.notice_forms import (
    ApproveForm,
    ArrivalForm,
    ChooseNoticeForm,
    ElementsForm,
    FinishForm,
    SendForm,
)
from gongkai.desk.casework.notice_standing import notice_chip
from gongkai.desk.casework.trail import trail
from gongkai.exchange.notices import notice_file_name, render_notice
from gongkai.organs.permissions import may
from gongkai.organs.roles import Action
from gongkai.statute.clock import ClockAnswer, StepKind
from gongkai.statute.errors import GongkaiError
from gongkai.statute.notices import notice_kind

_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
_OUTWARD = "publishing.item"


def choose(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose a notice and begin it."""
    case = case_for(request, pk, Action.CHANGE)
    form = ChooseNoticeForm(request.POST or None, answer=_answer(case))
    if request.method == "POST" and form.is_valid():
        try:
            made = notices.draft_notice(
                disclosure_request=case, actor=request.user, **form.chosen()
            )
        except GongkaiError as error:
            form.add_error(None, error.message)
        else:
            return redirect("case:notice", case.pk, made.pk)
    context = _frame(case, "起草文书") | {"form": form}
    return render(request, "desk/casework/notice_choose.html", context)


def page(request: HttpRequest, pk: int, notice_pk: int) -> HttpResponse:
    """Show a notice: a draft with its elements, else its text and what comes next."""
    case, notice = _notice(request, pk, notice_pk)
    if request.method != "POST":
        return _render(request, case, notice)
    if not may_do(request.user, Action.CHANGE, case):
        raise PermissionDenied
    form = ElementsForm(request.POST, notice=notice)
    if not form.is_valid():
        return _render(request, case, notice, elements_form=form)
    return _do(
        request,
        notice,
        lambda: notices.fill_notice(
            notice=notice, elements=form.cleaned_data, actor=request.user
        ),
        "文书已保存。",
    )


@require_POST
def preview(request: HttpRequest, pk: int, notice_pk: int) -> HttpResponse:
    """Show the text while the elements are being written; nothing is kept."""
    case, notice = _notice(request, pk, notice_pk, Action.CHANGE)
    form = ElementsForm(request.POST, notice=notice)
    given = form.cleaned_data if form.is_valid() else {}
    context = _as_it_reads(notice, given, request.user) | {"case": case}
    return render(request, "desk/casework/_notice_text.html", context)


@require_POST
def finish(request: HttpRequest, pk: int, notice_pk: int) -> HttpResponse:
    """Make the notice final under its date."""
    case, notice = _notice(request, pk, notice_pk, Action.CHANGE)
    form = FinishForm(request.POST)
    if not form.is_valid():
        return _render(request, case, notice, finish_form=form)
    day = form.cleaned_data["dated_on"]
    return _do(
        request,
        notice,
        lambda: notices.finish_notice(notice=notice, dated_on=day, actor=request.user),
        "文书已定稿。",
    )


@require_POST
def approve(request: HttpRequest, pk: int, notice_pk: int) -> HttpResponse:
    """Approve the notice, or return it."""
    case, notice = _notice(request, pk, notice_pk)
    form = ApproveForm(request.POST)
    if not form.is_valid():
        return _render(request, case, notice, approve_form=form)
    is_approved = request.POST.get("act") == "approve"
    return _do(
        request,
        notice,
        lambda: notices.approve_notice(
            notice=notice,
            is_approved=is_approved,
            reason=form.cleaned_data["reason"],
            actor=request.user,
        ),
        "文书已批准。" if is_approved else "文书已退回修改。",
    )


@require_POST
def send(request: HttpRequest, pk: int, notice_pk: int) -> HttpResponse:
    """Send the notice."""
    case, notice = _notice(request, pk, notice_pk, Action.CHANGE)
    form = SendForm(request.POST)
    if not form.is_valid():
        return _render(request, case, notice, send_form=form)
    return _do(
        request,
        notice,
        lambda: notices.send_notice(
            notice=notice, actor=request.user, **form.cleaned_data
        ),
        "文书已送出。还没有登记办理步骤的，请接着登记。",
    )


@require_POST
def arrive(
    request: HttpRequest, pk: int, notice_pk: int, delivery_pk: int
) -> HttpResponse:
    """Record that the notice arrived."""
    case, notice = _notice(request, pk, notice_pk, Action.CHANGE)
    delivery = get_object_or_404(notice.deliveries, pk=delivery_pk)
    form = ArrivalForm(request.POST, case=case)
    if not form.is_valid():
        return _render(request, case, notice, arrival_form=form)
    return _do(
        request,
        notice,
        lambda: notices.record_delivery(
            delivery=delivery, actor=request.user, **form.cleaned_data
        ),
        "送达已登记。",
    )


def download(
    request: HttpRequest, pk: int, notice_pk: int, suffix: str
) -> HttpResponse:
    """Hand out the notice as a file."""
    _case, notice = _notice(request, pk, notice_pk)
    if suffix not in _TYPES:
        raise Http404
    try:
        content = render_notice(notice, f".{suffix}")
    except GongkaiError as error:
        messages.error(request, error.message)
        return redirect("case:notice", pk, notice_pk)
    name = quote(notice_file_name(notice, f".{suffix}"))
    answer = HttpResponse(content, content_type=_TYPES[suffix])
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{name}"
    return answer


def may_read(account: Any, case: DisclosureRequest) -> bool:
    """Return whether the account may read notices, which name the applicant.

    Who handles the case, and who approves what leaves the organ.
    """
    if may_do(account, Action.CHANGE, case):
        return True
    return may_do(account, Action.VIEW, case) and may(
        account, _OUTWARD, Action.PUBLISH, case.organ
    )


def _notice(
    request: HttpRequest, pk: int, notice_pk: int, action: Action = Action.VIEW
) -> tuple[DisclosureRequest, Notice]:
    case = case_for(request, pk, action)
    if not may_read(request.user, case):
        raise PermissionDenied
    notice: Notice = get_object_or_404(
        case.notices.select_related("disclosure_request__organ"), pk=notice_pk
    )
    return case, notice


def _do(
    request: HttpRequest, notice: Notice, act: Callable[[], Any], done: str
) -> HttpResponse:
    """Do an act on the notice, and say how it went."""
    try:
        act()
    except GongkaiError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, done)
    return redirect("case:notice", notice.disclosure_request_id, notice.pk)


def _render(
    request: HttpRequest, case: DisclosureRequest, notice: Notice, **bound: Any
) -> HttpResponse:
    may_change = may_do(request.user, Action.CHANGE, case)
    is_draft = notice.status == NoticeStatus.DRAFT
    refusal = notices.refusal_to_approve(request.user, notice)
    context = _frame(case, notice_kind(notice.kind).title) | {
        "notice": notice,
        "chip": notice_chip(notice),
        "may_change": may_change,
        "is_draft": is_draft,
        "is_waiting": notice.status == NoticeStatus.AWAITING_APPROVAL,
        "may_send": may_change
        and notice.status in {NoticeStatus.APPROVED, NoticeStatus.SENT},
        "refusal": refusal,
        "levels": notices.levels_of(notice),
        "approvals": notice.approvals.select_related("account"),
        "deliveries": notice.deliveries.all(),
        "deadlines": notices.remedy_deadlines(notice),
        "step_url": _step_url(case, notice),
        "elements_form": ElementsForm(notice=notice),
        "finish_form": FinishForm(),
        "approve_form": ApproveForm(),
        "send_form": SendForm(),
        "arrival_form": ArrivalForm(case=case),
    }
    context |= _as_it_reads(notice, {}, request.user) | bound
    return render(request, "desk/casework/notice.html", context)


def _as_it_reads(
    notice: Notice, given: Mapping[str, str], actor: Any
) -> dict[str, Any]:
    """Return the text; a draft with its open places marked. Nothing is kept."""
    if notice.status != NoticeStatus.DRAFT:
        return {"text": notices.notice_text(notice), "missing": []}
    tried = Notice.objects.select_related("disclosure_request__organ").get(pk=notice.pk)
    shown: dict[str, Any] = {}
    with transaction.atomic():
        try:
            with transaction.atomic():
                shown = _with_open_places(tried, given, actor)
        except GongkaiError as error:
            shown = {"text_problem": error.message}
        transaction.set_rollback(True)
    return shown


def _with_open_places(
    notice: Notice, given: Mapping[str, str], actor: Any
) -> dict[str, Any]:
    if given:
        notices.fill_notice(notice=notice, elements=given, actor=actor)
    missing = [one for one in notices.missing(notice) if one.key != GENERATED]
    if missing and may_do(actor, Action.CHANGE, notice.disclosure_request):
        marks = {one.key: f"〔{one.label}〕" for one in missing}
        notices.fill_notice(notice=notice, elements=marks, actor=actor)
    return {"text": notices.notice_text(notice), "missing": missing}


def _step_url(case: DisclosureRequest, notice: Notice) -> str:
    """Return where the step that goes with a sent notice is recorded."""
    kinds = notice_kind(notice.kind).steps
    if notice.step_id or notice.status != NoticeStatus.SENT or not kinds:
        return ""
    answer = _answer(case)
    lawful = set() if answer is None else {step.kind for step in answer.next_steps}
    for kind in kinds:
        if StepKind(kind) in lawful:
            url = reverse("case:step", args=[case.pk, kind])
            return f"{url}?notice={notice.pk}"
    return ""


def _answer(case: DisclosureRequest) -> ClockAnswer | None:
    try:
        return clock_of(case, as_of=timezone.localdate())
    except GongkaiError:
        return None


def _frame(case: DisclosureRequest, title: str) -> dict[str, Any]:
    return {
        "page_title": title,
        "breadcrumbs_items": trail(
            (reverse("case:page", args=[case.pk]), case.number), ("", title)
        ),
        "case": case,
        "cancel_url": reverse("case:page", args=[case.pk]),
    }
