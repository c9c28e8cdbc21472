"""The applicant withdraws his own request on the page where he follows it."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from gongkai.casework.models import DisclosureRequest
from gongkai.casework.selectors import by_query_code
from gongkai.casework.withdrawal import (
    WithdrawalProof,
    may_be_withdrawn,
    withdraw_request,
)
from gongkai.organs.limits import address_of
from gongkai.portal.casework.followed import followed
from gongkai.portal.casework.limits import failed_queries
from gongkai.portal.site.columns import FOLLOW
from gongkai.portal.site.pages import Crumb, Page, show
from gongkai.statute.errors import GongkaiError

_TOO_OFTEN = "查询码不对的次数太多。请15分钟后再试，或者与受理机关联系。"


class WithdrawForm(forms.Form):
    use_required_attribute = False
    code = forms.CharField(
        label="查询码",
        max_length=60,
        help_text="再写一次查询码，作为您本人撤回的凭证。",
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": "请写查询码。"},
    )


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest) -> HttpResponse:
    """Ask once more, by the query code; then withdraw."""
    case = followed(request)
    if case is None:
        return redirect("portal:follow")
    if not may_be_withdrawn(case):
        return redirect("portal:follow-case")
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    problem = ""
    if form.is_bound:
        problem = (
            _try(request, case, form.cleaned_data["code"])
            if form.is_valid()
            else str(form.errors["code"][0])
        )
        if not problem:
            return redirect("portal:follow-case")
    title = "错误：撤回申请" if problem else "撤回申请"
    crumbs = (Crumb("撤回申请"),)
    page = Page(title=title, organ=case.organ, column=FOLLOW, crumbs=crumbs)
    problems = [("id_code", problem)] if problem else []
    context = {"form": form, "case": case, "problems": problems}
    return show(request, "casework/withdraw.html", page, context)


def _try(request: HttpRequest, case: DisclosureRequest, code: str) -> str:
    """Withdraw; return what was in the way, or nothing."""
    limit, address = failed_queries(), address_of(request)
    if limit.is_reached(address):
        return _TOO_OFTEN
    if by_query_code(case.number, code) != case:
        limit.count(address)
        return "查询码不对。请对照回执核对。"
    try:
        withdraw_request(
            disclosure_request=case,
            proof=WithdrawalProof.ONLINE,
            on=timezone.localdate(),
            actor=None,
        )
    except GongkaiError as error:
        return error.message
    return ""
