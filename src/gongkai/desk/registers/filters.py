"""The filters above a register's list: organ, year, dates, and its own."""

from typing import Any

import django_filters
from django import forms
from django.db.models import Max, Min, QuerySet
from wagtail.admin.filters import WagtailFilterSet

from gongkai.desk.registers.fields import DateInput
from gongkai.organs.permissions import organs_open_to
from gongkai.organs.roles import Action

ALL = "全部"
#: Beyond this many organs a list to choose from is no help: type the code instead.
MOST_ORGANS = 200


def choice(label: str, choices: Any, **extra: Any) -> django_filters.ChoiceFilter:
    """Return a filter over a closed list."""
    return django_filters.ChoiceFilter(
        label=label, choices=choices, empty_label=ALL, widget=forms.Select, **extra
    )


class RegisterFilterSet(WagtailFilterSet):
    """Filters of one register; ``date_field`` is the date that its year goes by.

    A register that states a year and no date names it as ``year_field``.
    """

    date_field = ""
    year_field = ""

    def __init__(
        self,
        data: Any = None,
        queryset: QuerySet[Any] | None = None,
        *,
        request: Any = None,
        prefix: str | None = None,
    ) -> None:
        super().__init__(data, queryset, request=request, prefix=prefix)
        own: Any = self.filters
        self.filters: Any = type(own)()
        self._add_organ()
        if self.date_field or self.year_field:
            self._add_year()
        if self.date_field:
            self._add_days()
        self.filters.update(own)

    def _add(self, name: str, added: django_filters.Filter) -> None:
        added.parent = self
        added.model = self._meta.model
        self.filters[name] = added

    def _add_organ(self) -> None:
        model = self._meta.model
        register = model._meta.label_lower  # noqa: SLF001
        if not hasattr(model, "organ"):
            return
        organs = organs_open_to(self.request.user, register, Action.VIEW)
        choices = [
            (organ.code, organ.short_name or organ.name)
            for organ in organs[: MOST_ORGANS + 1]
        ]
        if len(choices) > MOST_ORGANS:
            self._add(
                "organ",
                django_filters.CharFilter(field_name="organ__code", label="机关代码"),
            )
        elif len(choices) > 1:
            self._add("organ", choice("机关", choices, field_name="organ__code"))

    def _add_year(self) -> None:
        years = [(str(year), f"{year}年") for year in self._years()]
        self._add("year", choice("年度", years, method=self._in_year))

    def _add_days(self) -> None:
        field = self._meta.model._meta.get_field(self.date_field)  # noqa: SLF001
        for name, label, lookup in (("since", "起", "gte"), ("until", "止", "lte")):
            self._add(
                name,
                django_filters.DateFilter(
                    field_name=self.date_field,
                    lookup_expr=self._whole_days(field, lookup),
                    label=f"{field.verbose_name}{label}",
                    widget=DateInput,
                ),
            )

    def _whole_days(self, field: Any, lookup: str) -> str:
        """Compare a moment by its day, so that the last day counts wholly."""
        is_moment = field.get_internal_type() == "DateTimeField"
        return f"date__{lookup}" if is_moment else lookup

    def _years(self) -> list[int]:
        field = self.date_field or self.year_field
        span = self.queryset.order_by().aggregate(first=Min(field), last=Max(field))
        if span["first"] is None:
            return []
        first, last = (getattr(span[end], "year", span[end]) for end in span)
        return list(range(last, first - 1, -1))

    def _in_year(self, records: QuerySet[Any], _name: str, value: str) -> QuerySet[Any]:
        lookup = self.year_field or f"{self.date_field}__year"
        return records.filter(**{lookup: int(value)})
