"""Write a record of a register: check it, save it, put it in the journal.

Every register is written through these functions, by the desk and by imports, so
that no change is without its entry (``gongkai.audit``).
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction

from gongkai.audit.services import record as record_in_journal
from gongkai.organs.encryption import EncryptedTextField
from gongkai.organs.models import Organ
from gongkai.organs.tree import refuse_circle, settle_paths
from gongkai.statute.errors import GongkaiError

#: Counts the writes of a record, so that two people do not overwrite each other.
_COUNTER = "version"
_SEALED = "●●●"


@transaction.atomic
def register_record(*, record: models.Model, actor: Any) -> models.Model:
    """Check and save a new record, and journal it as 登记.

    Raises ``GongkaiError`` with the first of the model's complaints.
    """
    check_record(record)
    record.save()
    _journal(record, actor, "登记", {})
    return record


@transaction.atomic
def change_record(*, record: models.Model, actor: Any) -> models.Model:
    """Check and save a changed record, and journal what changed as 修改.

    An organ that moves takes those below it along.
    """
    check_record(record)
    if isinstance(record, Organ):
        refuse_circle(record)
    before = type(record)._default_manager.get(pk=record.pk)  # noqa: SLF001
    changes = changes_between(before, record)
    record.save()
    if isinstance(record, Organ) and {"parent", "code"} & set(changes):
        settle_paths()
    if changes:
        _journal(record, actor, "修改", changes)
    return record


@transaction.atomic
def remove_record(*, record: models.Model, actor: Any, reason: str = "") -> None:
    """Delete a record that nothing else rests on, and journal it as 删除."""
    _journal(record, actor, "删除", {"reason": reason, "was": values_of(record)})
    try:
        record.delete()
    except models.ProtectedError as error:
        raise GongkaiError(
            f"“{record}”还有其他记录引用，不能删除。请先处理引用它的记录。"
        ) from error


def check_record(record: models.Model) -> None:
    """Run the model's own checks; raise ``GongkaiError`` with what they say."""
    try:
        record.full_clean()
    except ValidationError as error:
        raise GongkaiError(complaint_of(error, record)) from error


def complaint_of(error: ValidationError, record: models.Model) -> str:
    """Return the complaints of a record as one sentence with the fields' names."""
    if not hasattr(error, "error_dict"):
        return "".join(error.messages)
    parts = []
    for name, messages in error.message_dict.items():
        label = "" if name == "__all__" else _label(record, name)
        parts.append(label + "".join(messages))
    return "；".join(parts)


def changes_between(
    before: models.Model, after: models.Model
) -> dict[str, dict[str, str]]:
    """Return the fields that differ, each with its old and new value as text.

    Of a sealed field it is told that it changed, not from what to what.
    """
    old, new = values_of(before), values_of(after)
    return {
        name: {"from": old[name], "to": new[name]}
        for name in new
        if _raw(before, name) != _raw(after, name)
    }


def values_of(record: models.Model) -> dict[str, str]:
    """Return the record's own fields as text, without time stamps and counters.

    What is sealed in the database is masked: it goes into the journal.
    """
    return {
        field.name: _SEALED
        if isinstance(field, EncryptedTextField) and field.value_from_object(record)
        else _text(field.value_from_object(record))
        for field in record._meta.concrete_fields  # noqa: SLF001
        if not getattr(field, "auto_now", False)
        and not getattr(field, "auto_now_add", False)
        and not field.primary_key
        and field.name != _COUNTER
    }


def _raw(record: models.Model, name: str) -> str:
    field: Any = record._meta.get_field(name)  # noqa: SLF001
    return _text(field.value_from_object(record))


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _label(record: models.Model, name: str) -> str:
    field = record._meta.get_field(name)  # noqa: SLF001
    return f"“{getattr(field, 'verbose_name', name)}”："


def _journal(
    record: models.Model, actor: Any, action: str, detail: dict[str, Any]
) -> None:
    organ = getattr(record, "organ", None)
    if isinstance(record, Organ):
        organ = record
    record_in_journal(
        actor=actor,
        action=action,
        subject=record._meta.label_lower,  # noqa: SLF001
        subject_key=str(getattr(record, "number", "") or record.pk),
        organ_code=organ.code if organ else "",
        detail=detail,
    )
