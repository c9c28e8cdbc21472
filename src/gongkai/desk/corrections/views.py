"""The page of a correction: how it stands, and what may be done now."""

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from gongkai.casework import corrections
from gongkai.casework.models import CorrectionPerson, RecordCorrection
from gongkai.casework.permissions import CORRECTIONS
from gongkai.casework.right_organs import organs_to_choose
from gongkai.desk.corrections.access import correction_for, trail
from gongkai.desk.corrections.forms import (
    ConcludeForm,
    EvidenceForm,
    FindingForm,
    TakeBackForm,
    ToldForm,
)
from gongkai.desk.corrections.register import correction_chip, due_chip
from gongkai.exchange.notices import correction_file_name, render_correction
from gongkai.organs.permissions import may
from gongkai.organs.roles import Action
from gongkai.statute.errors import GongkaiError

_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}


def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the correction."""
    return _show(request, correction_for(request, pk, Action.VIEW))


@require_POST
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """Show it with who asks and what; the journal knows who looked."""
    correction = correction_for(request, pk, Action.CHANGE)
    found = corrections.read_person(correction=correction, actor=request.user)
    return _show(request, correction, person=found, is_open=True)


@require_POST
def finding(request: HttpRequest, pk: int) -> HttpResponse:
    """Record what was found."""
    correction = correction_for(request, pk, Action.CHANGE)
    form = FindingForm(request.POST, correction=correction)

    def act() -> None:
        corrections.record_finding(
            correction=correction, actor=request.user, **form.cleaned_data
        )

    return _do(request, correction, "finding_form", form, act, "审核情况已登记。")


@require_POST
def conclude(request: HttpRequest, pk: int) -> HttpResponse:
    """End the correction."""
    correction = correction_for(request, pk, Action.CHANGE)
    form = ConcludeForm(request.POST, correction=correction)

    def act() -> None:
        corrections.conclude_correction(
            correction=correction,
            conclusion=form.conclusion(),
            actor=request.user,
            version=form.cleaned_data["version"],
        )

    done = "更正已办结。请下载告知书，告知申请人。"
    return _do(request, correction, "conclude_form", form, act, done)


@require_POST
def told(request: HttpRequest, pk: int) -> HttpResponse:
    """Record that the person was told."""
    correction = correction_for(request, pk, Action.CHANGE)
    form = ToldForm(request.POST, correction=correction)

    def act() -> None:
        corrections.record_told(
            correction=correction, actor=request.user, **form.cleaned_data
        )

    return _do(request, correction, "told_form", form, act, "告知已登记。")


@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Open again what was ended by mistake."""
    correction = correction_for(request, pk, Action.CHANGE)
    form = TakeBackForm(request.POST, correction=correction)

    def act() -> None:
        corrections.take_back_conclusion(
            correction=correction, actor=request.user, **form.cleaned_data
        )

    return _do(request, correction, "take_back_form", form, act, "办结已撤销。")


@require_POST
def add_evidence(request: HttpRequest, pk: int) -> HttpResponse:
    """Put in more evidence."""
    correction = correction_for(request, pk, Action.CHANGE)
    form = EvidenceForm(request.POST, request.FILES)

    def act() -> None:
        corrections.add_evidence(
            correction=correction,
            files=form.cleaned_data["evidence_files"],
            actor=request.user,
        )

    return _do(request, correction, "evidence_form", form, act, "证据已存入。")


def file(request: HttpRequest, pk: int, file_pk: int) -> FileResponse:
    """Hand out a piece of evidence to who handles the correction."""
    correction = correction_for(request, pk, Action.CHANGE)
    kept = get_object_or_404(correction.files, pk=file_pk)
    try:
        content = kept.file.open("rb")
    except FileNotFoundError:
        raise Http404 from None
    return FileResponse(content, as_attachment=True, filename=kept.title)


def letter(request: HttpRequest, pk: int, suffix: str) -> HttpResponse:
    """Hand out the letter that tells the result."""
    correction = correction_for(request, pk, Action.CHANGE)
    if suffix not in _TYPES:
        raise Http404
    try:
        content = render_correction(correction, f".{suffix}")
    except GongkaiError as error:
        messages.error(request, error.message)
        return redirect("correction:page", pk)
    name = quote(correction_file_name(correction, f".{suffix}"))
    answer = HttpResponse(content, content_type=_TYPES[suffix])
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{name}"
    return answer


def _do(
    request: HttpRequest,
    correction: RecordCorrection,
    name: str,
    form: Any,
    act: Callable[[], None],
    done: str,
) -> HttpResponse:
    """Do an act with its form's data, or show the page with what is wrong."""
    if form.is_valid():
        try:
            act()
        except GongkaiError as error:
            form.add_error(None, error.message)
        else:
            messages.success(request, done)
            return redirect("correction:page", correction.pk)
    correction.refresh_from_db()
    return _show(request, correction, **{name: form})


def _show(
    request: HttpRequest, correction: RecordCorrection, **more: Any
) -> HttpResponse:
    may_change = may(request.user, CORRECTIONS, Action.CHANGE, correction.organ)
    context = {
        "page_title": f"更正 {correction.number}",
        "breadcrumbs_items": trail(("", correction.number)),
        "correction": correction,
        "chip": correction_chip(correction),
        "due": due_chip(correction),
        "may_change": may_change,
        "has_person": CorrectionPerson.objects.filter(correction=correction).exists(),
        "files": correction.files.all(),
        "evidence_form": EvidenceForm(),
    }
    if may_change:
        context |= _forms(correction)
    context |= more
    return render(request, "desk/corrections/page.html", context)


def _forms(correction: RecordCorrection) -> dict[str, Any]:
    """Return the forms of what may be done now."""
    if correction.ended_on is None:
        return {
            "finding_form": FindingForm(
                correction=correction, initial={"power": correction.power}
            ),
            "conclude_form": ConcludeForm(correction=correction),
            "known_organs": organs_to_choose(correction.organ),
        }
    forms: dict[str, Any] = {
        "told_form": ToldForm(
            correction=correction, initial={"reply_number": correction.reply_number}
        )
    }
    if correction.told_on is None:
        forms["take_back_form"] = TakeBackForm(correction=correction)
    return forms
