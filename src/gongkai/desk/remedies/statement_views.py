"""The organ's statement in a remedy, handed out as a draft to be completed."""

from typing import Any
from urllib.parse import quote

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.views.generic import View
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from gongkai.audit.services import record as record_in_journal
from gongkai.desk.registers.furniture import RegisterViewMixin
from gongkai.exchange.remedies import (
    render_statement,
    statement_file_name,
    statement_title,
)
from gongkai.organs.roles import Action
from gongkai.statute.errors import GongkaiError

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class StatementView(RegisterViewMixin, PermissionCheckedMixin, View):
    """Hands out the statement; it names the applicant, so the journal knows."""

    permission_policy: Any = None
    permission_required = Action.CHANGE
    suffix = ".docx"
    content_type = _WORD

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        remedies = self.permission_policy.instances_user_has_permission_for(
            request.user, Action.CHANGE
        )
        related = ("organ", "disclosure_request__organ", "decision")
        remedy = get_object_or_404(remedies.select_related(*related), pk=pk)
        try:
            content = render_statement(remedy, self.suffix)
        except GongkaiError as error:
            messages.error(request, error.message)
            return HttpResponseRedirect(self.url_of("inspect", remedy))
        record_in_journal(
            actor=request.user,
            action=f"生成{statement_title(remedy)}",
            subject=self.register,
            subject_key=remedy.number,
            organ_code=remedy.organ.code,
        )
        name = quote(statement_file_name(remedy, self.suffix))
        answer = HttpResponse(content, content_type=self.content_type)
        answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{name}"
        return answer


class StatementPdfView(StatementView):
    """The statement to be read."""

    suffix = ".pdf"
    content_type = "application/pdf"
