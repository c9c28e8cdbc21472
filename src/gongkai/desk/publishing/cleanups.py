"""文件清理: begin one, propose for each document, take the list out, apply it."""

from io import BytesIO
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse_lazy
from django.utils import timezone
from openpyxl import Workbook

from gongkai.desk.registers.exporting import download, harmless
from gongkai.desk.registers.fields import DateInput
from gongkai.desk.registers.furniture import HOME
from gongkai.organs.models import Organ
from gongkai.organs.permissions import may, organs_open_to
from gongkai.organs.roles import Action
from gongkai.publishing.models import Cleanup, Proposal
from gongkai.publishing.services import apply_cleanup, begin_cleanup, propose
from gongkai.publishing.services.documents import REGISTER
from gongkai.statute.errors import GongkaiError

_LISTING = {"url": reverse_lazy("cleanups:index"), "label": "文件清理"}
_HEADINGS = ("标题", "发文字号", "制发日期", "有效期至", "清理意见", "理由")


class BeginForm(forms.Form):
    """Whose documents are cleaned up, and from when the result counts."""

    organ = forms.ModelChoiceField(Organ.objects.none(), label="机关", empty_label=None)
    title = forms.CharField(label="名称", max_length=120)
    effective_on = forms.DateField(
        label="结果施行日期",
        widget=DateInput,
        help_text="废止、失效的文件从这一天起不再有效。",
    )


def index(request: HttpRequest) -> HttpResponse:
    """List the clean-ups, and begin one of all documents in force."""
    organs = organs_open_to(request.user, REGISTER, Action.CHANGE)
    form = BeginForm(
        request.POST or None, initial={"effective_on": timezone.localdate()}
    )
    form.fields["organ"].queryset = organs  # type: ignore[attr-defined]
    if request.method == "POST" and form.is_valid():
        try:
            begun = begin_cleanup(actor=request.user, **form.cleaned_data)
            return redirect("cleanups:page", begun.pk)
        except GongkaiError as error:
            form.add_error(None, error.message)
    context = {
        "page_title": "文件清理",
        "breadcrumbs_items": [HOME, {"url": "", "label": "文件清理"}],
        "cleanups": _open_to(request.user).select_related("organ"),
        "form": form if organs.exists() else None,
    }
    return render(request, "desk/publishing/cleanups.html", context)


def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a clean-up; keep its proposals, or apply them all."""
    cleanup = get_object_or_404(_open_to(request.user).select_related("organ"), pk=pk)
    problem = ""
    if request.method == "POST":
        try:
            _act(request, cleanup)
            return redirect("cleanups:page", pk)
        except GongkaiError as error:
            problem = error.message
    is_open = cleanup.applied_at is None
    lines = list(cleanup.lines.select_related("document"))
    for line in lines if problem else ():
        line.proposal, line.reason = _said(request, cleanup).get(
            line.pk, (line.proposal, line.reason)
        )
    context = {
        "page_title": str(cleanup),
        "breadcrumbs_items": [HOME, _LISTING, {"url": "", "label": str(cleanup)}],
        "cleanup": cleanup,
        "lines": lines,
        "proposals": Proposal.choices,
        "problem": problem,
        "may_change": is_open
        and may(request.user, REGISTER, Action.CHANGE, cleanup.organ),
        "may_apply": is_open
        and may(request.user, REGISTER, Action.PUBLISH, cleanup.organ),
    }
    return render(request, "desk/publishing/cleanup.html", context)


def export(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand out the list as a table."""
    cleanup = get_object_or_404(_open_to(request.user), pk=pk)
    book = Workbook()
    sheet: Any = book.active
    sheet.title = "清理清单"
    sheet.append(_HEADINGS)
    for line in cleanup.lines.select_related("document"):
        document = line.document
        sheet.append(
            (
                harmless(document.title),
                harmless(document.document_number),
                document.issued_on,
                document.valid_until,
                line.get_proposal_display(),
                harmless(line.reason),
            )
        )
    out = BytesIO()
    book.save(out)
    return download(out.getvalue(), cleanup.title, "xlsx")


def _act(request: HttpRequest, cleanup: Cleanup) -> None:
    if "apply" in request.POST:
        changed = apply_cleanup(cleanup=cleanup, actor=request.user)
        messages.success(request, f"清理已办结，{changed}件文件的效力有变化。")
        return
    propose(cleanup=cleanup, proposals=_said(request, cleanup), actor=request.user)
    messages.success(request, "已保存清理意见。")


def _said(request: HttpRequest, cleanup: Cleanup) -> dict[int, tuple[Proposal, str]]:
    """Return what the form says of each document of the clean-up."""
    said = {}
    for pk in cleanup.lines.values_list("pk", flat=True):
        proposal = request.POST.get(f"proposal-{pk}", "")
        if proposal in Proposal.values:
            reason = request.POST.get(f"reason-{pk}", "").replace("\0", "")
            said[pk] = (Proposal(proposal), reason.strip()[:300])
    return said


def _open_to(account: Any) -> Any:
    organs = organs_open_to(account, REGISTER, Action.VIEW)
    return Cleanup.objects.filter(organ__in=organs)
