"""Reading the files of an item."""

from typing import Any

from django.http import FileResponse, HttpRequest
from django.shortcuts import get_object_or_404
from django.views.generic import View
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from gongkai.desk.registers.furniture import RegisterViewMixin
from gongkai.organs.roles import Action


class AttachmentFileView(RegisterViewMixin, PermissionCheckedMixin, View):
    """Hands out a file of an item that the account may see, drafts included."""

    permission_policy: Any = None
    permission_required = Action.VIEW

    def get(self, request: HttpRequest, pk: int, file_pk: int) -> FileResponse:
        items = self.permission_policy.instances_user_has_permission_for(
            request.user, Action.VIEW
        )
        item = get_object_or_404(items, pk=pk)
        file = get_object_or_404(item.attachments, pk=file_pk)
        suffix = file.file.name.rpartition(".")[2]
        return FileResponse(
            file.file.open("rb"), as_attachment=True, filename=f"{file.title}.{suffix}"
        )
