"""What the page of a notice shows: its text as it reads, and what comes next."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from gongkai.casework import notices
from gongkai.casework.models import DisclosureRequest, Notice, NoticeStatus
from gongkai.casework.notices.acts import settings_of
from gongkai.casework.notices.kinds import GENERATED
from gongkai.casework.right_organs import organs_to_choose
from gongkai.casework.selectors import clock_of
from gongkai.desk.casework.access import may_do
from gongkai.desk.casework.notice_forms import (
    ApproveForm,
    ArrivalForm,
    ElementsForm,
    FinishForm,
    SendForm,
    WithdrawForm,
)
from gongkai.desk.casework.notice_standing import notice_chip
from gongkai.desk.casework.third_kind_forms import RightOrganForm
from gongkai.desk.casework.trail import trail
from gongkai.organs.roles import Action
from gongkai.statute.clock import ClockAnswer, StepKind
from gongkai.statute.errors import GongkaiError
from gongkai.statute.notices import notice_kind


def show_notice(
    request: HttpRequest, case: DisclosureRequest, notice: Notice, **bound: Any
) -> HttpResponse:
    """Print the notice; ``bound`` are forms that were refused."""
    context = frame(case, notice_kind(notice.kind).title) | {
        "notice": notice,
        "chip": notice_chip(notice),
        **_approval(request.user, case, notice),
        **_ways_on(request.user, case, notice),
        "deliveries": notice.deliveries.all(),
        "deadlines": notices.remedy_deadlines(notice),
        "step_url": _step_url(case, notice),
        "revoking": Notice.objects.filter(supersedes=notice).first(),
        "voided": notice.numbers.exclude(voided_at=None),
        "elements_form": ElementsForm(notice=notice),
        "finish_form": FinishForm(),
        "approve_form": ApproveForm(),
        "withdraw_form": WithdrawForm(),
        "send_form": SendForm(),
        "arrival_form": ArrivalForm(case=case),
        **_right_organ(case, notice),
    }
    context |= as_it_reads(notice, {}, request.user) | bound
    return render(request, "desk/casework/notice.html", context)


def _right_organ(case: DisclosureRequest, notice: Notice) -> dict[str, Any]:
    """Return what chooses the responsible organ for a notice that names one."""
    if notice.status != NoticeStatus.DRAFT or notice.kind != "not_ours":
        return {}
    return {
        "right_organ_form": RightOrganForm(),
        "known_organs": organs_to_choose(case.organ),
    }


def _approval(account: Any, case: DisclosureRequest, notice: Notice) -> dict[str, Any]:
    """Return how far the approval is, and why the account may not decide."""
    refusal = notices.refusal_to_approve(account, notice)
    return {
        "is_waiting": notice.status == NoticeStatus.AWAITING_APPROVAL,
        "refusal": refusal,
        "levels": notices.levels_of(notice),
        "next_level": len(notices.approvals_in_force(notice)) + 1,
        "approvals": notice.approvals.select_related("account"),
        "may_withdraw": _may_withdraw(account, case, notice, refusal),
    }


def _may_withdraw(
    account: Any, case: DisclosureRequest, notice: Notice, refusal: str
) -> bool:
    """Return whether to offer 退回起草; who may approve a waiting one returns it."""
    if notice.status == NoticeStatus.AWAITING_APPROVAL:
        return bool(refusal) and may_do(account, Action.CHANGE, case)
    return notice.status == NoticeStatus.APPROVED and (
        may_do(account, Action.CHANGE, case) or may_do(account, Action.APPROVE, case)
    )


def _ways_on(account: Any, case: DisclosureRequest, notice: Notice) -> dict[str, Any]:
    may_change = may_do(account, Action.CHANGE, case)
    is_sent = notice.status == NoticeStatus.SENT
    return {
        "may_change": may_change,
        "is_draft": notice.status == NoticeStatus.DRAFT,
        "is_sent": is_sent,
        "may_send": may_change and (is_sent or notice.status == NoticeStatus.APPROVED),
    }


def as_it_reads(notice: Notice, given: Mapping[str, str], actor: Any) -> dict[str, Any]:
    """Return the text; a draft with its open places marked. Nothing is kept."""
    seal = {"seal_diameter": settings_of(notice.disclosure_request).seal_diameter}
    if notice.status != NoticeStatus.DRAFT:
        return seal | {"text": notices.notice_text(notice), "missing": []}
    tried = Notice.objects.select_related("disclosure_request__organ").get(pk=notice.pk)
    shown: dict[str, Any] = {}
    with transaction.atomic():
        try:
            with transaction.atomic():
                shown = _with_open_places(tried, given, actor)
        except GongkaiError as error:
            shown = {"text_problem": error.message}
        transaction.set_rollback(True)
    return seal | shown


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
    answer = clock_answer(case)
    lawful = set() if answer is None else {step.kind for step in answer.next_steps}
    for kind in kinds:
        if StepKind(kind) in lawful:
            url = reverse("case:step", args=[case.pk, kind])
            return f"{url}?notice={notice.pk}"
    return ""


def clock_answer(case: DisclosureRequest) -> ClockAnswer | None:
    try:
        return clock_of(case, as_of=timezone.localdate())
    except GongkaiError:
        return None


def frame(case: DisclosureRequest, title: str) -> dict[str, Any]:
    return {
        "page_title": title,
        "breadcrumbs_items": trail(
            (reverse("case:page", args=[case.pk]), case.number), ("", title)
        ),
        "case": case,
        "cancel_url": reverse("case:page", args=[case.pk]),
    }
