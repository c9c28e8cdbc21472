"""The step of the attachments, and what every list of held files has in common."""

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from gongkai.portal.casework.application import FILES
from gongkai.portal.casework.attachments import (
    ACCEPTED,
    FILES_LIMIT,
    file_name,
    objection_to,
)
from gongkai.portal.casework.pending import HeldFile, hold
from gongkai.portal.casework.views.apply import Problem, StepView, show_step


def hold_all(uploads: list[UploadedFile], held: list[HeldFile]) -> list[Problem]:
    """Hold the files that can be taken; return what is wrong with the others."""
    problems = []
    for upload in uploads:
        objection = objection_to(upload)
        if not objection and len(held) >= FILES_LIMIT:
            name = file_name(upload)
            objection = f"最多{FILES_LIMIT}个附件，“{name}”没有添加。"
        if objection:
            problems.append(("files", objection))
        else:
            held.append(hold(upload))
    return problems


def drop_one(position: str, held: list[HeldFile]) -> None:
    """Delete the file at a position of the list, as a button names it."""
    if position.isascii() and position.isdecimal():
        at = int(position[:2])
        for one in held[at : at + 1]:
            one.drop()
        del held[at : at + 1]


def files_context(held: list[HeldFile]) -> dict[str, Any]:
    """Return what the list of files is shown with."""
    return {"files": held, "accepted": ACCEPTED, "files_limit": FILES_LIMIT}


class FilesView(StepView):
    """The step of the attachments."""

    def show_empty(self) -> HttpResponse:
        return self._show([])

    def post(self, request: HttpRequest, **_: Any) -> HttpResponse:
        go = request.POST.get("go", "next")
        held = self.draft.files
        if go.startswith("remove-"):
            drop_one(go.removeprefix("remove-"), held)
            self.save()
            return redirect(request.get_full_path())
        uploads = request.FILES.getlist("files") if go != "back" else []
        problems = hold_all(uploads, held)
        self.save()
        if problems or go == "add":
            return self._show(problems)
        return self.leave(-1 if go == "back" else 1)

    def _show(self, problems: list[Problem]) -> HttpResponse:
        context = files_context(self.draft.files) | {"problems": problems}
        return show_step(self.request, self.organ, FILES, "files.html", context)
