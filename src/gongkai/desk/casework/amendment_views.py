"""The officer's answer to an amended request that was sent online."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from gongkai.casework.services import confirm_amendment, decline_amendment
from gongkai.desk.casework.access import case_for
from gongkai.desk.casework.case_page import render_case
from gongkai.desk.casework.inside_forms import ConfirmForm, DeclineForm
from gongkai.organs.roles import Action
from gongkai.statute.errors import GongkaiError


@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm that the amended request was received."""
    case = case_for(request, pk, Action.CHANGE)
    form = ConfirmForm(request.POST)
    if form.is_valid():
        try:
            confirm_amendment(
                disclosure_request=case, **form.cleaned_data, actor=request.user
            )
        except GongkaiError as error:
            messages.error(request, error.message)
        else:
            messages.success(request, "已确认收到补正，答复期限重新计算。")
        return redirect("case:page", case.pk)
    return render_case(request, case, confirm_form=form)


@require_POST
def decline(request: HttpRequest, pk: int) -> HttpResponse:
    """Leave a late amendment without effect."""
    case = case_for(request, pk, Action.CHANGE)
    form = DeclineForm(request.POST)
    if form.is_valid():
        try:
            decline_amendment(
                disclosure_request=case, **form.cleaned_data, actor=request.user
            )
        except GongkaiError as error:
            messages.error(request, error.message)
        else:
            messages.success(request, "已登记不予恢复办理，申请人可以看到理由。")
        return redirect("case:page", case.pk)
    return render_case(request, case, decline_form=form)
