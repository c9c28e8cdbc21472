"""Filling a register from a table: template, check, confirmation."""

import csv
import io
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.generic import TemplateView, View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from gongkai.desk.registers import uploads
from gongkai.desk.registers.exporting import download, harmless
from gongkai.desk.registers.furniture import RegisterViewMixin
from gongkai.exchange.registers import LAYOUTS, import_file, template_file
from gongkai.exchange.registers.bundle import is_bundle, unpacked
from gongkai.exchange.registers.results import ImportResult, RowError
from gongkai.publishing.extraction import start_extraction
from gongkai.statute.errors import GongkaiError

MOST_MEGABYTES = 50
ERROR_HEADINGS = ("工作表", "行", "列", "列号", "填的内容", "原因和改法")
_ERRORS = "desk_import_errors"
_EXPIRED = "这份表格已不在服务器上（可能已经导入，或者隔得太久）。请重新上传。"


class UploadForm(forms.Form):
    """The table to check."""

    file = forms.FileField(
        label="表格文件",
        help_text="XLSX 或 CSV，一行一条记录，有一行表头。",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.zip"}),
        error_messages={
            "required": "请选择要导入的表格文件。",
            "empty": "这个文件是空的，请选择填好的表格。",
        },
    )

    def clean_file(self) -> Any:
        """Refuse a file that no register fills."""
        file = self.cleaned_data["file"]
        if file.size > MOST_MEGABYTES * 1024 * 1024:
            raise forms.ValidationError(
                f"文件超过{MOST_MEGABYTES}兆字节，请分成几份导入。"
            )
        return file


class ImportPermissionMixin(RegisterViewMixin):
    """Only who may add and change records of some organ may import."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Refuse everybody else."""
        if not self.viewset.may_import(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]


class ImportView(ImportPermissionMixin, WagtailAdminTemplateMixin, TemplateView):
    """Checks a table first; what the check has shown is then confirmed."""

    template_name = "desk/registers/import.html"

    def get_page_title(self) -> str:
        return f"导入{self.viewset.menu_label}"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return self.trail(("", "导入表格"))

    def post(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """Check a table, new or with answers; or take in the one that was checked."""
        token = request.POST.get("token", "")
        if not token:
            return self._check(request)
        titles = request.POST.getlist("title")
        answers = dict(zip(titles, request.POST.getlist("column"), strict=False))
        return self._answer(token, answers) if titles else self._confirm(token)

    def _check(self, request: HttpRequest) -> HttpResponse:
        form = UploadForm(request.POST, request.FILES)
        if not form.is_valid():
            return self._page(form=form)
        file = form.cleaned_data["file"]
        return self._look(file.name, file.read(), {})

    def _answer(self, token: str, answers: dict[str, str]) -> HttpResponse:
        """Check once more, now that it is known which column is which."""
        session = self.request.session
        upload = uploads.waiting(session, layout=self.viewset.layout, token=token)
        content = upload.content() if upload else None
        if upload is None or content is None:
            return self._page(problem=_EXPIRED)
        return self._look(upload.name, content, upload.answers | answers)

    def _look(self, name: str, content: bytes, answers: dict[str, str]) -> HttpResponse:
        """Check a table; keep it for its confirmation, or for what is still unsure."""
        try:
            result = self._run(name, content, answers, dry_run=True)
        except GongkaiError as error:
            return self._page(problem=error.message)
        if not (result.accepted or result.questions):
            return self._refusal(result, name)
        upload = uploads.keep(
            self.request.session,
            layout=self.viewset.layout,
            name=name,
            content=content,
            answers=answers,
        )
        if result.accepted:
            return self._page(result=result, upload=upload)
        return self._refusal(result, name, asked=upload)

    def _confirm(self, token: str) -> HttpResponse:
        session = self.request.session
        upload = uploads.waiting(session, layout=self.viewset.layout, token=token)
        content = upload.content() if upload else None
        if upload is None or content is None:
            return self._page(problem=_EXPIRED)
        try:
            result = self._run(upload.name, content, upload.answers, dry_run=False)
        except GongkaiError as error:
            return self._page(problem=error.message)
        finally:
            uploads.forget(session)
        if not result.accepted:
            return self._refusal(result, upload.name)
        messages.success(self.request, f"已导入“{upload.name}”：{result.summary()}")
        return HttpResponseRedirect(self.url_of("index"))

    def _run(
        self, name: str, content: bytes, answers: dict[str, str], *, dry_run: bool
    ) -> ImportResult:
        if not (self.viewset.takes_attachments and is_bundle(name)):
            return self._import(name, content, answers, dry_run=dry_run)
        with unpacked(name, content, self.viewset.layout) as bundle:
            result = self._import(
                bundle.name,
                bundle.content,
                answers,
                dry_run=dry_run,
                attachments_dir=bundle.folder,
            )
        if result.accepted and not dry_run:
            start_extraction(self.request.user)
        return result

    def _import(
        self, name: str, content: bytes, answers: dict[str, str], **how: Any
    ) -> ImportResult:
        account = self.request.user
        return import_file(
            layout=LAYOUTS[self.viewset.layout],
            name=name,
            content=content,
            actor=account,
            organ_limit=self.viewset.organs_to_import(account),
            answers=answers,
            **how,
        )

    def _refusal(
        self, result: ImportResult, name: str, asked: uploads.Upload | None = None
    ) -> HttpResponse:
        self.request.session[_ERRORS] = {
            "layout": self.viewset.layout,
            "rows": [_error_row(error) for error in result.errors],
        }
        return self._page(refused=result, file_name=name, asked=asked)

    def _page(self, **context: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data(**context))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return (
            {"form": UploadForm(), "error_headings": ERROR_HEADINGS}
            | context
            | {
                "noun": self.viewset.noun,
                "takes_attachments": self.viewset.takes_attachments,
                "cancel_url": self.url_of("index"),
                "template_url": self.url_of("import_template"),
                "errors_url": self.url_of("import_errors"),
            }
        )


class TemplateFileView(ImportPermissionMixin, View):
    """Hands out the empty table with the register's headings."""

    def get(self, _request: HttpRequest) -> HttpResponse:
        content = template_file(LAYOUTS[self.viewset.layout], "xlsx")
        return download(content, f"{self.viewset.menu_label}导入模板", "xlsx")


class ImportErrorsView(ImportPermissionMixin, View):
    """Hands out the errors of the last check, to mend the table by."""

    def get(self, request: HttpRequest) -> HttpResponse:
        held = request.session.get(_ERRORS) or {}
        if held.get("layout") != self.viewset.layout:
            raise Http404
        out = io.StringIO()
        csv.writer(out).writerows([ERROR_HEADINGS, *held["rows"]])
        content = out.getvalue().encode("utf-8-sig")
        return download(content, f"{self.viewset.menu_label}导入错误", "csv")


def _error_row(error: RowError) -> list[str]:
    cells = (error.sheet, str(error.line), error.column, error.letter, error.value)
    return [*(harmless(cell) for cell in cells), error.reason]
