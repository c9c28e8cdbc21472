"""Withdrawal, joining, splitting, and the organ that is responsible instead."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from gongkai.casework.joining import join_requests, part_requests
from gongkai.casework.models import DisclosureRequest, Notice, NoticeStatus
from gongkai.casework.notices import fill_notice
from gongkai.casework.right_organs import find_right_organ
from gongkai.casework.services import split_letter
from gongkai.casework.withdrawal import WithdrawalProof, withdraw_request
from gongkai.desk.casework.access import case_for
from gongkai.desk.casework.third_kind_forms import (
    RightOrganForm,
    SplitForm,
    WithdrawForm,
)
from gongkai.desk.casework.trail import trail
from gongkai.organs.roles import Action
from gongkai.statute.errors import GongkaiError


def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Record that the applicant withdrew, with the proof."""
    case = case_for(request, pk, Action.CHANGE)
    form = WithdrawForm(
        request.POST or None,
        request.FILES or None,
        initial={"version": case.version},
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            withdraw_request(
                disclosure_request=case,
                proof=WithdrawalProof(data["proof"]),
                on=data["on"],
                file=data["file"],
                note=data["note"],
                actor=request.user,
                version=data["version"],
                notice=_sent_confirmation(request, case),
            )
        except GongkaiError as error:
            form.add_error(None, error.message)
        else:
            messages.success(
                request, "已登记撤回，申请办结。请起草撤回确认书，告知申请人。"
            )
            return redirect("case:page", case.pk)
    return _show(request, case, "登记撤回", "withdraw", form=form)


def split(request: HttpRequest, pk: int) -> HttpResponse:
    """Split a request into one case for each matter (一事一申请)."""
    case = case_for(request, pk, Action.CHANGE)
    initial = {"version": case.version}
    form = SplitForm(request.POST or None, subject=case.subject, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            parts = split_letter(
                disclosure_request=case,
                subjects=form.subjects(),
                actor=request.user,
                version=form.cleaned_data["version"],
            )
        except GongkaiError as error:
            form.add_error(None, error.message)
        else:
            numbers = "、".join(part.number for part in parts)
            messages.success(request, f"已拆分为{len(parts)}件：{numbers}。")
            return redirect("case:page", case.pk)
    return _show(request, case, "拆分申请", "split", form=form)


@require_POST
def join(request: HttpRequest, pk: int, first_pk: int) -> HttpResponse:
    """Handle the request together with the earlier open one."""
    case = case_for(request, pk, Action.CHANGE)
    first = case_for(request, first_pk, Action.CHANGE)
    try:
        join_requests(disclosure_request=case, first=first, actor=request.user)
    except GongkaiError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, f"已与申请{first.number}并案，合并办理。")
    return redirect("case:page", case.pk)


@require_POST
def part(request: HttpRequest, pk: int) -> HttpResponse:
    """Untie a request that was joined by mistake."""
    case = case_for(request, pk, Action.CHANGE)
    try:
        part_requests(disclosure_request=case, actor=request.user)
    except GongkaiError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, "已撤销并案，两件分别办理。")
    return redirect("case:page", case.pk)


@require_POST
def right_organ(request: HttpRequest, pk: int, notice_pk: int) -> HttpResponse:
    """Put the responsible organ with its contact into a draft."""
    case = case_for(request, pk, Action.CHANGE)
    notice: Notice = get_object_or_404(
        case.notices, pk=notice_pk, kind="not_ours", status=NoticeStatus.DRAFT
    )
    form = RightOrganForm(request.POST)
    words = form.cleaned_data["name"] if form.is_valid() else ""
    found = find_right_organ(case.organ, words)
    if found is None or not found.contact:
        messages.error(request, _not_found(words))
    else:
        fill_notice(
            notice=notice,
            elements={"right_organ": str(found), "right_organ_unknown": ""},
            actor=request.user,
        )
        messages.success(request, f"已填入{found.name}和它的联系方式。")
    return redirect("case:notice", case.pk, notice.pk)


def _not_found(words: str) -> str:
    if not words:
        return "请填写机关的全称、简称或者代码。"
    return (
        f"没有查到“{words}”的联系方式，没有填入。请核对名称，"
        "或者在“负责的机关”一栏直接填写名称、地址和电话。"
    )


def _sent_confirmation(request: HttpRequest, case: DisclosureRequest) -> Notice | None:
    """Return the 撤回确认书 that went out before the step, if the address names it."""
    number = request.GET.get("notice", "")
    if not (number.isascii() and number.isdigit()):
        return None
    return case.notices.filter(
        pk=int(number[:12]), kind="withdrawn", step=None, status=NoticeStatus.SENT
    ).first()


def _show(
    request: HttpRequest, case: DisclosureRequest, title: str, name: str, **more: Any
) -> HttpResponse:
    page = reverse("case:page", args=[case.pk])
    context = {
        "page_title": f"{title} · {case.number}",
        "breadcrumbs_items": trail((page, case.number), ("", title)),
        "case": case,
        "cancel_url": page,
    }
    return render(request, f"desk/casework/{name}.html", context | more)
