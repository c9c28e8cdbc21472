"""Rows that hang on a record: written through the services, each with its entry."""

from typing import Any

from django.forms import BaseModelFormSet

from gongkai.organs.services import change_record, register_record, remove_record


def save_rows(formset: BaseModelFormSet[Any, Any], *, actor: Any) -> None:
    """Write what was added, changed and ticked for deletion in a formset."""
    formset.save(commit=False)
    for row in formset.deleted_objects:
        remove_record(record=row, actor=actor)
    for row, _changed in formset.changed_objects:
        change_record(record=row, actor=actor)
    for row in formset.new_objects:
        register_record(record=row, actor=actor)
