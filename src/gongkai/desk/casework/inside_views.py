"""What colleagues do on the case page besides the steps of the law."""

from typing import Any
from urllib.parse import quote

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from gongkai.audit.services import record as record_in_journal
from gongkai.casework import inside
from gongkai.casework.permissions import REGISTER
from gongkai.desk.casework.access import case_for
from gongkai.desk.casework.acting import act_on_case
from gongkai.desk.casework.inside_forms import (
    AnswerForm,
    AskOfficeForm,
    AssignForm,
    FileForm,
    NoteForm,
)
from gongkai.exchange.notices import archive_case, archive_file_name
from gongkai.organs.roles import Action
from gongkai.statute.errors import GongkaiError


@require_POST
def note(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep a note."""
    case = case_for(request, pk, Action.CHANGE)
    form = NoteForm(request.POST)
    return act_on_case(
        request, case, form, "note_form", inside.add_note, "备忘已保存。"
    )


@require_POST
def ask_office(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask an office."""
    case = case_for(request, pk, Action.CHANGE)
    form = AskOfficeForm(request.POST, organ=case.organ)
    return act_on_case(
        request, case, form, "ask_form", inside.ask_office, "已登记征询。"
    )


@require_POST
def assign(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the case to an office and a person."""
    case = case_for(request, pk, Action.CHANGE)
    form = AssignForm(request.POST, organ=case.organ)
    return act_on_case(
        request, case, form, "assign_form", inside.assign, "承办人已更新。"
    )


@require_POST
def add_file(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a file into the case."""
    case = case_for(request, pk, Action.CHANGE)
    form = FileForm(request.POST, request.FILES)
    return act_on_case(
        request, case, form, "file_form", inside.add_file, "材料已存入案卷。"
    )


@require_POST
def answer(request: HttpRequest, pk: int, consultation_pk: int) -> HttpResponse:
    """Keep an office's answer."""
    case = case_for(request, pk, Action.CHANGE)
    asked = get_object_or_404(case.unit_consultations, pk=consultation_pk)
    form = AnswerForm(request.POST, prefix=f"answer-{asked.pk}")
    if not form.is_valid():
        messages.error(request, "没有保存。请填写回复和回复日期。")
        return redirect("case:page", case.pk)
    try:
        inside.answer_for_office(
            consultation=asked, **form.cleaned_data, actor=request.user
        )
    except GongkaiError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, "股室回复已登记。")
    return redirect("case:page", case.pk)


def file(request: HttpRequest, pk: int, file_pk: int) -> FileResponse:
    """Hand out a file of the case."""
    case = case_for(request, pk, Action.VIEW)
    kept = get_object_or_404(case.files, pk=file_pk)
    try:
        content = kept.file.open("rb")
    except FileNotFoundError:
        raise Http404 from None
    return FileResponse(content, as_attachment=True, filename=_file_name(kept))


def archive(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand out the whole case as one file for the archive (条例第四十五条)."""
    case = case_for(request, pk, Action.CHANGE)
    try:
        content = archive_case(case)
    except GongkaiError as error:
        messages.error(request, error.message)
        return redirect("case:page", case.pk)
    record_in_journal(
        actor=request.user,
        action="下载案卷",
        subject=REGISTER,
        subject_key=case.number,
        organ_code=case.organ.code,
    )
    name = quote(archive_file_name(case))
    answer = HttpResponse(content, content_type="application/zip")
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{name}"
    return answer


def _file_name(kept: Any) -> str:
    suffix = "." + kept.file.name.rpartition(".")[2]
    title = str(kept.title)
    return title if title.lower().endswith(suffix.lower()) else title + suffix
