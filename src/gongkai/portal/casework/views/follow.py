from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath

from django import forms
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from gongkai.casework.models import DisclosureRequest
from gongkai.casework.selectors import (
    amended_request_of,
    amendment_asked,
    by_query_code,
)
from gongkai.casework.withdrawal import may_be_withdrawn
from gongkai.exchange.notices import notice_file_name, render_notice
from gongkai.organs.limits import address_of
from gongkai.portal.casework.course import course_of, remedies_of
from gongkai.portal.casework.followed import (
    followed,
    followed_or_404,
    forget,
    remember,
)
from gongkai.portal.casework.limits import failed_queries
from gongkai.portal.casework.status import (
    notices_for_applicant,
    reply_files,
    status_of,
)
from gongkai.portal.site.columns import FOLLOW
from gongkai.portal.site.pages import Crumb, Page, show
from gongkai.statute.notices import notice_kind

_NOT_FOUND = "没有查到。请对照回执，核对申请编号和查询码。"
_TOO_OFTEN = (
    "编号或者查询码不对的次数太多。请{again}以后再查，"
    "或者按公开指南上的电话与受理机关联系。"
)


class QueryForm(forms.Form):
    use_required_attribute = False
    number = forms.CharField(
        label="申请编号",
        max_length=60,
        help_text="例如：2026-0001。",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "请写申请编号。"},
    )
    code = forms.CharField(
        label="查询码",
        max_length=60,
        help_text="在申请回执上。",
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": "请写查询码。"},
    )


@dataclass(frozen=True)
class Document:
    """A notice as the applicant gets it."""

    pk: int
    title: str
    number: str
    dated_on: object


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def follow(request: HttpRequest) -> HttpResponse:
    """Ask for number and code; whichever is wrong, the answer is the same."""
    form = QueryForm(request.POST if request.method == "POST" else None)
    problems: list[tuple[str, str]] = []
    if form.is_bound:
        if form.is_valid():
            found, problem = _find(request, form)
            if found:
                remember(request, found)
                return redirect("portal:follow-case")
            problems = [("id_number", problem)]
        else:
            problems = [
                (form[name].auto_id, str(errors[0]))
                for name, errors in form.errors.items()
            ]
    title = "错误：查询办理进度" if problems else "查询办理进度"
    context = {"form": form, "problems": problems}
    return show(
        request, "casework/follow.html", Page(title=title, column=FOLLOW), context
    )


def _find(
    request: HttpRequest, form: QueryForm
) -> tuple[DisclosureRequest | None, str]:
    limit, address = failed_queries(), address_of(request)
    if limit.is_reached(address):
        return None, _TOO_OFTEN.format(again=limit.again_in_words())
    found = by_query_code(form.cleaned_data["number"], form.cleaned_data["code"])
    if found is None:
        limit.count(address)
    return found, _NOT_FOUND


@never_cache
@require_safe
def case(request: HttpRequest) -> HttpResponse:
    """Show the case whose number and code were given."""
    found = followed(request)
    if found is None:
        return redirect("portal:follow")
    notices = notices_for_applicant(found)
    documents = [
        Document(one.pk, notice_kind(one.kind).title, one.number, one.dated_on)
        for one in notices
    ]
    context = {
        "case": found,
        "status": status_of(found, timezone.localdate()),
        "course": course_of(found),
        "documents": documents,
        "remedies": remedies_of(notices),
        "files": reply_files(found),
        "amended": amended_request_of(found),
        "asked": amendment_asked(found, timezone.localdate()),
        "may_withdraw": may_be_withdrawn(found),
    }
    page = Page(
        title="办理进度", organ=found.organ, column=FOLLOW, crumbs=(Crumb("办理进度"),)
    )
    return show(request, "casework/case.html", page, context)


@never_cache
@require_safe
def notice(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Give a notice that was sent to the applicant, as PDF."""
    sent = notices_for_applicant(followed_or_404(request))
    found = next((one for one in sent if one.pk == pk), None)
    if found is None:
        raise Http404("没有这份文书。")
    return FileResponse(
        BytesIO(render_notice(found, ".pdf")),
        as_attachment=True,
        filename=notice_file_name(found, ".pdf"),
    )


@never_cache
@require_safe
def reply_file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Give a file of the reply."""
    case = followed_or_404(request)
    allowed = {one.pk for one in reply_files(case)}
    found = get_object_or_404(case.files.filter(pk__in=allowed), pk=pk)
    suffix = PurePosixPath(found.file.name or "").suffix
    name = found.title.removesuffix(suffix) + suffix
    try:
        file = found.file.open("rb")
    except (OSError, ValueError) as error:
        raise Http404("文件不在。") from error
    response = FileResponse(file, as_attachment=True, filename=name.replace("/", "－"))
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


@never_cache
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Forget the case that was looked at."""
    forget(request)
    return redirect("portal:follow")
