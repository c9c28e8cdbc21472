"""Answering an amendment notice online: write, look it over, send."""

from contextlib import ExitStack
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from gongkai.casework.models import DisclosureRequest
from gongkai.casework.selectors import AmendmentAsked, amendment_asked
from gongkai.casework.services import submit_amendment
from gongkai.portal.casework.amendment import (
    AmendmentDraft,
    AmendmentForm,
    forget_draft,
    notice_of,
    what_to_amend,
)
from gongkai.portal.casework.followed import followed
from gongkai.portal.casework.views.apply import Problem, problems_of
from gongkai.portal.casework.views.files import drop_one, files_context, hold_all
from gongkai.portal.site.columns import FOLLOW
from gongkai.portal.site.pages import Crumb, Page, show
from gongkai.statute.errors import GongkaiError

_CASE = "portal:follow-case"


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest) -> HttpResponse:
    """Show what is to be amended with the request to write anew; keep what is typed."""
    case, asked = _asked(request)
    if case is None or asked is None:
        return redirect(_CASE)
    draft = AmendmentDraft.of(request.session, case)
    form = AmendmentForm(
        initial={"text": draft.text, "reason": draft.reason}, is_late=asked.is_over
    )
    if request.method != "POST":
        return _show_form(request, case, asked, draft, form, [])
    draft.text = request.POST.get("text", "")[:5000]
    draft.reason = request.POST.get("reason", "")[:1000]
    go = request.POST.get("go", "next")
    if go.startswith("remove-"):
        drop_one(go.removeprefix("remove-"), draft.files)
    problems = hold_all(request.FILES.getlist("files"), draft.files)
    draft.save(request.session, case)
    form = AmendmentForm(request.POST, is_late=asked.is_over)
    if go == "next":
        problems = [*problems_of(form), *problems]
        if not problems:
            return redirect("portal:amend-review")
    return _show_form(request, case, asked, draft, form, problems)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest) -> HttpResponse:
    """Show original and amended request side by side; send the latter."""
    case, asked = _asked(request)
    if case is None or asked is None:
        return redirect(_CASE)
    draft = AmendmentDraft.of(request.session, case)
    answers = {"text": draft.text, "reason": draft.reason}
    if not AmendmentForm(answers, is_late=asked.is_over).is_valid():
        return redirect("portal:amend")
    problems: list[Problem] = []
    if request.method == "POST":
        problems = _send(request, case, draft)
        if not problems:
            return redirect(_CASE)
    context = {"draft": draft, "asked": asked, "problems": problems}
    return _show(request, case, "amend_review.html", "核对补正的内容", context)


def _send(
    request: HttpRequest, case: DisclosureRequest, draft: AmendmentDraft
) -> list[Problem]:
    """Send; a second click finds what the first has made."""
    try:
        with transaction.atomic(), ExitStack() as open_files:
            submit_amendment(
                disclosure_request=case,
                text=draft.text,
                reason=draft.reason,
                files=[open_files.enter_context(held.open()) for held in draft.files],
                on=timezone.localdate(),
                form_key=draft.form_key,
            )
    except FileNotFoundError:
        lost = "、".join(f"“{one.name}”" for one in draft.files if not one.is_there)
        draft.files = [held for held in draft.files if held.is_there]
        draft.save(request.session, case)
        return [("send", f"附件{lost}保存得太久，已经清除。需要的请重新添加。")]
    except GongkaiError as error:
        return [("send", error.message)]
    for held in draft.files:
        held.drop()
    forget_draft(request.session, case)
    return []


def _asked(
    request: HttpRequest,
) -> tuple[DisclosureRequest | None, AmendmentAsked | None]:
    """Return the followed case, and its period to amend while one may still answer."""
    case = followed(request)
    if case is None or hasattr(case, "amended_request"):
        return case, None
    return case, amendment_asked(case, timezone.localdate())


def _show_form(
    request: HttpRequest,
    case: DisclosureRequest,
    asked: AmendmentAsked,
    draft: AmendmentDraft,
    form: AmendmentForm,
    problems: list[Problem],
) -> HttpResponse:
    notice = notice_of(case)
    missing, guidance = what_to_amend(notice)
    context = {
        "form": form,
        "asked": asked,
        "notice": notice,
        "missing": missing,
        "guidance": guidance,
        "problems": problems,
        "file_problems": [one for one in problems if one[0] == "files"],
        **files_context(draft.files),
    }
    return _show(request, case, "amend.html", "补正申请", context)


def _show(
    request: HttpRequest,
    case: DisclosureRequest,
    template: str,
    title: str,
    context: dict[str, Any],
) -> HttpResponse:
    page = Page(
        title=f"{'错误：' if context['problems'] else ''}{title}",
        organ=case.organ,
        column=FOLLOW,
        crumbs=(Crumb("办理进度"), Crumb("补正申请")),
    )
    return show(request, f"casework/{template}", page, {"case": case, **context})
