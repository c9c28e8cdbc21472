"""A register of the desk: one declaration for its list, forms, pages and addresses."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

from django.db.models import Model, QuerySet
from django.urls import URLPattern, path
from wagtail.admin.viewsets.model import ModelViewSet

from gongkai.desk.registers.chips import Chip
from gongkai.desk.registers.columns import Column
from gongkai.desk.registers.exporting import export_layout
from gongkai.desk.registers.filters import RegisterFilterSet
from gongkai.desk.registers.forms import RecordForm
from gongkai.desk.registers.importing import (
    ImportErrorsView,
    ImportView,
    TemplateFileView,
)
from gongkai.desk.registers.index import RegisterIndexView
from gongkai.desk.registers.pages import Section, field_fact
from gongkai.desk.registers.policy import RegisterPolicy
from gongkai.desk.registers.reading import RecordView
from gongkai.desk.registers.removing import RemoveView
from gongkai.desk.registers.writing import ChangeView, RegisterRecordView
from gongkai.organs.permissions import may, organs_open_to
from gongkai.organs.roles import Action


class RegisterViewSet(ModelViewSet):
    """A register; subclasses say what an officer would write at its head.

    ``layout`` is the slug of its import layout (and of its address); without one it
    is not imported. ``noun`` is one record in officers' words.
    """

    layout = ""
    noun = ""
    writable = True
    #: Whether its table may come in a ZIP with a folder of attachments.
    takes_attachments = False
    columns: Sequence[Column] = ()
    select_related: Sequence[str] = ("organ",)
    prefetch_related: Sequence[Any] = ()
    search_fields: Sequence[str] = ("number",)
    filterset_class: type[RegisterFilterSet] | None = None
    record_form: type[RecordForm] = RecordForm
    #: The record's state, where the register has one.
    state: Callable[[Any], Chip | None] | None = None
    #: What goes with a record when it is deleted, in one sentence.
    removal_consequence = "删除后不能恢复，涉及的年度报告数字会随之变化。"

    list_per_page = 50
    inspect_view_enabled = True
    copy_view_enabled = False
    add_to_reference_index = False
    index_view_class = RegisterIndexView
    add_view_class = RegisterRecordView
    edit_view_class = ChangeView
    delete_view_class = RemoveView
    inspect_view_class = RecordView

    @cached_property
    def url_prefix(self) -> str:
        """The register's place below /desk/."""
        return self.layout.replace("_", "-") or str(self.model_name)

    @cached_property
    def url_namespace(self) -> str:
        """The name of its addresses: the model's, which figures lead by."""
        return str(self.model_name)

    @cached_property
    def permission_policy(self) -> RegisterPolicy:
        """The desk's one policy, for this register."""
        return RegisterPolicy(self.model)

    @property
    def importable(self) -> bool:
        """Whether the register can be filled from a table."""
        return bool(self.layout)

    def may_import(self, account: Any) -> bool:
        """Return whether the account may import anywhere."""
        return self.organs_to_import(account).exists()

    def organs_to_import(self, account: Any) -> QuerySet[Any]:
        """Return the organs whose records it may import: that adds and changes."""
        register = self.permission_policy.register
        added = organs_open_to(account, register, Action.ADD)
        return added & organs_open_to(account, register, Action.CHANGE)

    def may_publish(self, account: Any, organ: Any) -> bool:
        """Return whether the account may decide that the public sees a record."""
        return may(account, self.permission_policy.register, Action.PUBLISH, organ)

    def with_related(self, records: QuerySet[Any]) -> QuerySet[Any]:
        """Return the records with what their rows and pages print beside them."""
        related = records.select_related(*self.select_related)
        return related.prefetch_related(*self.prefetch_related)

    def export(self, records: QuerySet[Any], suffix: str) -> bytes:
        """Return the records as a file of the register's import layout."""
        return export_layout(self.layout, records, suffix)

    def sections(self, record: Any) -> list[Section]:
        """Return what a record's page shows, in the groups of its form."""
        form = self.record_form
        return [
            Section(
                group.title,
                [
                    field_fact(record, name, form.label_of(name))
                    for name in group.fields
                ],
            )
            for group in form.fieldsets
        ]

    def chip(self, record: Model) -> Chip | None:
        """Return the record's state as a chip."""
        return self.state(record) if self.state else None

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        common: dict[str, Any] = super().get_common_view_kwargs(**kwargs)
        names = ["index_results", "history", "usage"]
        if not self.writable:
            names += ["add", "edit", "delete"]
        absent = dict.fromkeys(f"{name}_url_name" for name in names)
        return common | absent | {"viewset": self}

    def get_form_class(self, for_update: bool = False) -> type[RecordForm]:  # noqa: ARG002
        return self.record_form

    def get_edit_handler(self) -> None:
        """Leave Wagtail's panels out: the forms have their own groups."""

    def get_urlpatterns(self) -> list[URLPattern]:
        patterns = [
            path("", self.index_view, name="index"),
            path("view/<int:pk>/", self.inspect_view, name="inspect"),
        ]
        if self.writable:
            patterns += [
                path("new/", self.add_view, name="add"),
                path("edit/<int:pk>/", self.edit_view, name="edit"),
                path("delete/<int:pk>/", self.delete_view, name="delete"),
            ]
        if self.importable:
            patterns += [
                path("import/", self.construct_view(ImportView), name="import"),
                path(
                    "import/template/",
                    self.construct_view(TemplateFileView),
                    name="import_template",
                ),
                path(
                    "import/errors/",
                    self.construct_view(ImportErrorsView),
                    name="import_errors",
                ),
            ]
        return patterns

    def register_permissions(self) -> None:
        """Leave Django's own permissions out: the table of roles decides."""
