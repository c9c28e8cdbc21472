"""The list of a register: its rows, filters, search, order and export."""

from functools import cached_property
from typing import Any

from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.views import generic

from gongkai.desk.registers.columns import (
    Column,
    RecordTable,
    Row,
    cells_of,
    headings_of,
    text,
)
from gongkai.desk.registers.exporting import FORMATS, export_response
from gongkai.desk.registers.figure_scope import FIGURE_PARAMS, FigureScope, figure_scope
from gongkai.desk.registers.furniture import Act, RegisterViewMixin
from gongkai.desk.registers.paging import RegisterPaginator
from gongkai.organs.roles import Action
from gongkai.statute.errors import GongkaiError

#: What an export's address says when it is to tell of persons.
REVEALED = "applicants"
BAD_FILTER = "筛选条件有误，没有列出记录。请改正标出的条件再筛选。"


class RegisterIndexView(RegisterViewMixin, generic.IndexView):
    """The records that the account may see, narrowed as it asks."""

    paginator_class = RegisterPaginator
    template_name = "desk/registers/index.html"
    any_permission_required = None
    permission_required = Action.VIEW
    #: Searching is ours: every word in any of the fields, without scripts.
    is_searchable = False
    search_kwarg = "q"
    problem = ""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the list, or hand out the whole of it as a file."""
        wanted = request.GET.get("export", "")
        if wanted in FORMATS:
            records = self.get_queryset()
            if not self.problem:
                return self.export(records, wanted)
        self.is_export = False
        return super().get(request, *args, **kwargs)

    def export(self, records: QuerySet[Any], suffix: str) -> HttpResponse:
        """Hand out the records as a file."""
        return export_response(self.viewset, records, suffix, self._today())

    def get_page_title(self) -> str:
        return str(self.viewset.menu_label)

    @cached_property
    def figure(self) -> FigureScope | None:
        """The figure whose records are asked for; a bad one sets ``problem``."""
        try:
            return figure_scope(self.request.GET, self.request.user, self.register)
        except GongkaiError as error:
            self.problem = error.message
            return None

    @cached_property
    def visible(self) -> QuerySet[Any]:
        """Every record of the register that the account may see."""
        return self.permission_policy.instances_user_has_permission_for(
            self.request.user, Action.VIEW
        )

    def get_base_queryset(self) -> QuerySet[Any]:
        figure = self.figure
        records = figure.records if figure else self.visible
        if self.problem:
            records = records.none()
        return self.viewset.with_related(records)

    def get_filterset_kwargs(self) -> dict[str, Any]:
        data = self.request.GET.copy()
        if "figure" in data:
            for name in FIGURE_PARAMS:
                data.pop(name, None)
        return {"data": data, "request": self.request, "queryset": self.visible}

    def filter_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if not self.filters:
            return queryset
        if not self.filters.is_valid():
            self.problem = BAD_FILTER
            return queryset.none()
        narrowed: QuerySet[Any] = self.filters.filter_queryset(queryset)
        return narrowed

    def search_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        words = self.search_query.split()
        for word in words:
            found = Q()
            for field in self.viewset.search_fields:
                found |= Q(**{f"{field}__icontains": word})
            queryset = queryset.filter(found)
        return queryset

    @cached_property
    def search_query(self) -> str:
        """What is searched for; every word has to be found."""
        return self.request.GET.get(self.search_kwarg, "").strip()[:200]

    def order_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        ordered: QuerySet[Any] = super().order_queryset(queryset)
        if self.ordering:
            return ordered.order_by(self.ordering, "-pk")
        return ordered

    @cached_property
    def columns(self) -> list[Column]:
        """The register's columns, and the organ's where there are several."""
        columns = list(self.viewset.columns)
        if self.filters and "organ" in self.filters.filters:
            columns.insert(1, text("机关", _organ_name, "organ__path"))
        return columns

    def get_valid_orderings(self) -> list[str]:
        keys = [column.sort_key for column in self.columns if column.sort_key]
        return [*keys, *(f"-{key}" for key in keys)]

    def get_table(self, object_list: Any) -> RecordTable:
        return RecordTable(
            headings_of(self.columns, self.ordering),
            [self._row(record) for record in object_list],
            self.media_of_page,
        )

    def _row(self, record: Model) -> Row:
        changes = self.viewset.writable and self.user_has_permission_for_instance(
            Action.CHANGE, record
        )
        return Row(
            reverse(self.viewset.get_url_name("inspect"), args=[record.pk]),
            reverse(self.viewset.get_url_name("edit"), args=[record.pk])
            if changes
            else "",
            cells_of(self.columns, record),
        )

    def acts(self) -> list[Act]:
        """Return the buttons above the list."""
        acts = []
        if self.viewset.writable and self.user_has_permission(Action.ADD):
            acts.append(self.act(f"登记{self.viewset.noun}", "add", primary=True))
        if self.viewset.importable and self.viewset.may_import(self.request.user):
            acts.append(self.act("导入表格", "import"))
        return acts

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        is_narrowed = bool(self.is_filtering or self.search_query or self.figure)
        return context | {
            "acts": self.acts(),
            "export_links": self.export_links(),
            "figure": self.figure,
            "is_narrowed": is_narrowed,
            "problem": self.problem,
            "search_query": self.search_query,
            "noun": self.viewset.noun,
            "query_without_page": self._query(),
            "query_without_order": self._query(drop="ordering"),
        }

    def export_links(self) -> list[tuple[str, str]]:
        """Return the labels and addresses of the files of the list."""
        return [
            (label, f"?{self._query(export=suffix)}")
            for suffix, label in FORMATS.items()
        ]

    def _query(self, drop: str = "", **extra: str) -> str:
        query = self.request.GET.copy()
        for name in (self.page_kwarg, "export", REVEALED, drop):
            query.pop(name, None)
        for name in [name for name in query if not query[name]]:
            del query[name]
        for name, value in extra.items():
            query[name] = value
        return str(query.urlencode())

    def _today(self) -> str:
        return timezone.localdate().isoformat()


def _organ_name(record: Any) -> str:
    return str(record.organ.short_name or record.organ.name)
