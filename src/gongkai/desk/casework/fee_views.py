"""The acts on a fee that are no step: the decision, a refund, taking an entry back."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from gongkai.casework.selectors import fee_standing
from gongkai.casework.services import decide_fee, refund_fee, undo_fee_payment
from gongkai.desk.casework.access import case_for
from gongkai.desk.casework.acting import act_on_case
from gongkai.desk.casework.fee_forms import DecisionForm, RefundForm, UndoPaymentForm
from gongkai.organs.roles import Action
from gongkai.statute.errors import GongkaiError


@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Decide to charge or not to charge."""
    case = case_for(request, pk, Action.CHANGE)
    form = DecisionForm(request.POST, auto_id="fee_%s")
    if form.is_valid():
        form = DecisionForm(
            request.POST,
            standing=fee_standing(case, **form.counted()),
            auto_id="fee_%s",
        )
    return act_on_case(
        request,
        case,
        form,
        "fee_form",
        _decide,
        "收费决定已登记。",
        fields=DecisionForm.decided,
        place="fee",
    )


def _decide(**given: Any) -> None:
    decide_fee(**given)


@require_POST
def refund(request: HttpRequest, pk: int) -> HttpResponse:
    """Record a refund."""
    case = case_for(request, pk, Action.CHANGE)
    form = RefundForm(request.POST, auto_id="refund_%s")
    return act_on_case(
        request,
        case,
        form,
        "refund_form",
        refund_fee,
        "退费已登记。",
        place="fee",
    )


@require_POST
def undo_payment(request: HttpRequest, pk: int, payment_pk: int) -> HttpResponse:
    """Take back a part payment or a refund that was recorded by mistake."""
    case = case_for(request, pk, Action.CHANGE)
    payment = get_object_or_404(case.fee_payments, pk=payment_pk)
    form = UndoPaymentForm(request.POST, auto_id="undo_%s")
    if not form.is_valid():
        messages.error(request, "没有撤销。请填写撤销原因。")
        return redirect("case:page", case.pk)
    try:
        undo = partial(undo_fee_payment, payment=payment, actor=request.user)
        undo(**form.cleaned_data)
    except GongkaiError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, "这笔记录已撤销，原内容留在留痕里。")
    return redirect("case:page", case.pk)
