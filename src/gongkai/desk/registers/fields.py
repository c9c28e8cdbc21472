"""Form fields of the desk: native dates, and records named by their number."""

from typing import Any

from django import forms
from django.db import models


class DateInput(forms.DateInput):
    """The browser's own date field: it needs no script and speaks its language."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class MomentInput(forms.DateTimeInput):
    """The browser's own field of day and time, to the minute."""

    input_type = "datetime-local"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%dT%H:%M")


class KeyedRecordField(forms.ModelChoiceField):
    """A record that is named by typing its key, where a list would be too long."""

    widget = forms.TextInput

    def __init__(
        self, queryset: Any, *, unknown: str, key: str = "number", **kwargs: Any
    ) -> None:
        super().__init__(queryset, to_field_name=key, **kwargs)
        self.error_messages["invalid_choice"] = unknown

    def prepare_value(self, value: Any) -> Any:
        """Show a stored record by its key."""
        if isinstance(value, int):
            records: Any = self.queryset
            return (
                records.filter(pk=value)
                .values_list(self.to_field_name, flat=True)
                .first()
            )
        return super().prepare_value(value)


def desk_formfield(db_field: models.Field[Any, Any], **kwargs: Any) -> Any:
    """Return a model field's form field as the desk shows it."""
    if isinstance(db_field, models.DateField) and "widget" not in kwargs:
        is_moment = isinstance(db_field, models.DateTimeField)
        kwargs["widget"] = MomentInput() if is_moment else DateInput()
    if isinstance(db_field, models.TextField) and "widget" not in kwargs:
        kwargs["widget"] = forms.Textarea(attrs={"rows": 4})
    if isinstance(db_field, models.URLField):
        kwargs["assume_scheme"] = "https"
    return db_field.formfield(**kwargs)
