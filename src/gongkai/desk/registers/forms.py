"""The form of a record: its organ is given, its choices are that organ's own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms

from gongkai.desk.registers.fields import desk_formfield
from gongkai.organs.models import Organ


@dataclass(frozen=True)
class Fieldset:
    """A group of fields of a form, under one heading.

    A folded one is closed until something stands in it, or is wrong.
    """

    title: str
    fields: Sequence[str]
    folded: bool = False


class RecordForm(forms.ModelForm):
    """Writes a record of one organ; saving is the services' business.

    ``actor`` is the account that writes. A subclass that keeps further rows (files,
    channels, roles) writes them in ``save_related``.
    """

    fields: dict[str, Any]

    class Meta:
        formfield_callback = desk_formfield

    #: Groups of fields, in the order of the officer's own ledger.
    fieldsets: Sequence[Fieldset] = ()
    #: A template that prints what stands below the fields, if there is any.
    related_template = ""

    def __init__(
        self, *args: Any, organ: Organ | None = None, actor: Any = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.organ, self.actor = organ, actor
        if organ is not None:
            self.instance.organ = organ
            self._limit_choices(organ)
        for name, field in self.fields.items():
            field.widget.attrs.setdefault("aria-describedby", f"id_{name}_notes")
            _name_the_empty_choice(field)
            _say_what_to_do(field)

    def _limit_choices(self, organ: Organ) -> None:
        for field in self.fields.values():
            records = getattr(field, "queryset", None)
            if records is not None and hasattr(records.model, "organ"):
                field.queryset = records.filter(organ=organ)

    @classmethod
    def label_of(cls, name: str) -> str:
        """Return the label that this register gives a field, if it has its own."""
        return str((cls._meta.labels or {}).get(name, ""))

    def groups(self) -> list[Mapping[str, Any]]:
        """Return the fieldsets with their bound fields, for the template."""
        return [
            {
                "title": group.title,
                "fields": [self[name] for name in group.fields if name in self.fields],
                "is_alone": len(group.fields) == 1
                and group.title == str(self.fields[group.fields[0]].label),
                "folded": group.folded,
                "is_open": self._has_something(group),
            }
            for group in self.fieldsets
        ]

    def _has_something(self, group: Fieldset) -> bool:
        """Say whether a folded group holds a value of its own, or an error."""
        bound = [
            self[name]
            for name in group.fields
            if name in self.fields and not self.fields[name].disabled
        ]
        return any(
            each.errors
            or each.value() not in (None, "", [], self._default_of(each.name))
            for each in bound
        )

    def _default_of(self, name: str) -> Any:
        """Return what a new record has in this field."""
        model: Any = self._meta.model
        return model._meta.get_field(name).get_default()  # noqa: SLF001

    def save_related(self, record: Any) -> None:
        """Write the rows that hang on the record; here there are none."""


def _name_the_empty_choice(field: Any) -> None:
    words = "请选择" if field.required else "（不填）"
    if getattr(field, "empty_label", None) is not None:
        field.empty_label = words
    elif hasattr(field, "choices"):
        field.choices = [
            (value, label if value else words) for value, label in field.choices
        ]


def _say_what_to_do(field: Any) -> None:
    verb = "选择" if hasattr(field, "choices") else "填写"
    field.error_messages["required"] = f"请{verb}{field.label}。"
    if isinstance(field, forms.DateField):
        field.error_messages["invalid"] = "请填写日期，如 2021-03-05。"
