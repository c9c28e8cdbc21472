"""A DOCX of an official document becomes the item's form, to confirm before saving."""

from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.files.base import ContentFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from gongkai.desk.registers import uploads
from gongkai.desk.registers.furniture import RegisterViewMixin
from gongkai.exchange.official_documents import (
    OfficialDocument,
    read_official_document,
)
from gongkai.organs.roles import Action
from gongkai.statute.errors import GongkaiError

_LAYOUT = "official-document"
_GONE = "这份文件已不在服务器上（可能已经登记，或者隔得太久）。请重新上传。"


class DocumentForm(forms.Form):
    """The document to read."""

    file = forms.FileField(
        label="公文文件",
        help_text="DOCX，20兆字节以内。识别标题、文号、日期和正文，核对后才保存。",
        widget=forms.FileInput(attrs={"accept": ".docx"}),
        error_messages={
            "required": "请选择公文文件。",
            "empty": "这个文件是空的，请另选一个。",
        },
    )


class DocumentIntakeView(
    RegisterViewMixin, PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView
):
    """Takes the file, and leads to the form that it fills."""

    template_name = "desk/publishing/document_intake.html"
    permission_policy: Any = None
    permission_required = Action.ADD
    form_class = DocumentForm
    page_title = "从公文登记"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return self.trail(("", "从公文登记"))

    def form_valid(self, form: forms.Form) -> HttpResponse:
        file = form.cleaned_data["file"]
        content = file.read()
        try:
            read_official_document(file.name, content)
        except GongkaiError as error:
            form.add_error("file", error.message)
            return self.form_invalid(form)
        upload = uploads.keep(
            self.request.session, layout=_LAYOUT, name=file.name, content=content
        )
        asked = urlencode({"document": upload.token})
        return HttpResponseRedirect(f"{self.url_of('add')}?{asked}")


class Intake:
    """The document that the address of a form names, if one waits."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request
        self.token = request.GET.get("document", "")

    @cached_property
    def upload(self) -> uploads.Upload | None:
        """The file that waits in this session under the token."""
        if not self.token:
            return None
        return uploads.waiting(self._request.session, layout=_LAYOUT, token=self.token)

    @cached_property
    def document(self) -> OfficialDocument | None:
        """What was read of it."""
        content = self.upload.content() if self.upload else None
        if self.upload is None or content is None:
            return None
        return read_official_document(self.upload.name, content)

    @property
    def problem(self) -> str:
        """Why the address brings nothing, if it should."""
        return _GONE if self.token and self.document is None else ""

    def initial(self) -> dict[str, Any]:
        """Return what the form begins with."""
        found = self.document
        if found is None:
            return {}
        return {
            "title": found.title,
            "document_number": found.document_number,
            "formed_on": found.formed_on,
            "body": found.body,
            "keeps_original": True,
        }

    def original(self) -> ContentFile[bytes] | None:
        """Return the file itself, to be kept as an attachment."""
        content = self.upload.content() if self.upload else None
        if self.upload is None or content is None:
            return None
        return ContentFile(content, name=self.upload.name)

    def forget(self) -> None:
        """Delete the file that waits: it has served."""
        if self.upload:
            uploads.forget(self._request.session)
