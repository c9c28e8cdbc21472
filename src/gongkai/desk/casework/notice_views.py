"""A notice on the desk: drafted beside its text, made final, approved, sent, proved."""

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from gongkai.casework import notices
from gongkai.casework.models import DisclosureRequest, Notice
from gongkai.desk.casework.access import case_for, may_do
from gongkai.desk.casework.notice_forms import (
    ApproveForm,
    ArrivalForm,
    ChooseNoticeForm,
    ElementsForm,
    FinishForm,
    SendForm,
    WithdrawForm,
)
from gongkai.desk.casework.notice_page import (
    as_it_reads,
    clock_answer,
    frame,
    show_notice,
)
from gongkai.exchange.notices import notice_file_name, render_notice
from gongkai.organs.roles import Action
from gongkai.statute.errors import GongkaiError

_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}


def choose(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose a notice and begin it."""
    case = case_for(request, pk, Action.CHANGE)
    earlier = _superseded(request, case)
    form = ChooseNoticeForm(
        request.POST or None,
        answer=clock_answer(case),
        superseded=earlier,
        initial={"notice": request.GET.get("notice", "")},
    )
    if request.method == "POST" and form.is_valid():
        try:
            made = notices.draft_notice(
                disclosure_request=case,
                supersedes=earlier,
                actor=request.user,
                **form.chosen(),
            )
        except GongkaiError as error:
            form.add_error(None, error.message)
        else:
            return redirect("case:notice", case.pk, made.pk)
    context = frame(case, "起草文书") | {"form": form, "earlier": earlier}
    return render(request, "desk/casework/notice_choose.html", context)


def page(request: HttpRequest, pk: int, notice_pk: int) -> HttpResponse:
    """Show a notice: a draft with its elements, else its text and what comes next."""
    case, notice = _notice(request, pk, notice_pk)
    if request.method != "POST":
        notices.journal_reading(notice=notice, actor=request.user)
        return show_notice(request, case, notice)
    if not may_do(request.user, Action.CHANGE, case):
        raise PermissionDenied
    form = ElementsForm(request.POST, notice=notice)
    if not form.is_valid():
        return show_notice(request, case, notice, elements_form=form)
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
    context = as_it_reads(notice, given, request.user) | {"case": case}
    return render(request, "desk/casework/_notice_text.html", context)


@require_POST
def finish(request: HttpRequest, pk: int, notice_pk: int) -> HttpResponse:
    """Make the notice final under its date."""
    case, notice = _notice(request, pk, notice_pk, Action.CHANGE)
    form = FinishForm(request.POST)
    if not form.is_valid():
        return show_notice(request, case, notice, finish_form=form)
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
        return show_notice(request, case, notice, approve_form=form)
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
def withdraw(request: HttpRequest, pk: int, notice_pk: int) -> HttpResponse:
    """Take the notice back before it goes out."""
    case, notice = _notice(request, pk, notice_pk)
    form = WithdrawForm(request.POST)
    if not form.is_valid():
        return show_notice(request, case, notice, withdraw_form=form)
    return _do(
        request,
        notice,
        lambda: notices.withdraw_notice(
            notice=notice, actor=request.user, **form.cleaned_data
        ),
        "文书已退回起草，改好后重新定稿送审。",
    )


@require_POST
def send(request: HttpRequest, pk: int, notice_pk: int) -> HttpResponse:
    """Send the notice."""
    case, notice = _notice(request, pk, notice_pk, Action.CHANGE)
    form = SendForm(request.POST)
    if not form.is_valid():
        return show_notice(request, case, notice, send_form=form)
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
        return show_notice(request, case, notice, arrival_form=form)
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
    notices.journal_reading(notice=notice, actor=request.user, how="下载文书")
    name = quote(notice_file_name(notice, f".{suffix}"))
    answer = HttpResponse(content, content_type=_TYPES[suffix])
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{name}"
    return answer


def _notice(
    request: HttpRequest, pk: int, notice_pk: int, action: Action = Action.VIEW
) -> tuple[DisclosureRequest, Notice]:
    case = case_for(request, pk, action)
    if not notices.may_read(request.user, case.organ):
        raise PermissionDenied
    notice: Notice = get_object_or_404(
        case.notices.select_related("disclosure_request__organ"), pk=notice_pk
    )
    return case, notice


def _superseded(request: HttpRequest, case: DisclosureRequest) -> Notice | None:
    """Return the notice in the address that the new one takes back."""
    number = request.GET.get("supersedes", "")
    if not number:
        return None
    if not (number.isascii() and number.isdigit()):
        raise Http404
    found: Notice = get_object_or_404(case.notices, pk=int(number[:12]))
    return found


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
