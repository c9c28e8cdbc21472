"""Write and verify the journal. A failed entry fails the act it belongs to."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from gongkai.audit.models import AuditEntry

GENESIS = "0" * 64
_LOCK_KEY = 7_110_711


@dataclass(frozen=True)
class Entry:
    """What an entry tells.

    ``subject`` is a model label such as ``publishing.item``; ``subject_key`` is the
    number that people know the record by.
    """

    action: str
    subject: str
    subject_key: str
    organ_code: str = ""
    detail: dict[str, Any] = field(default_factory=dict)


def record(
    *,
    actor: Any,
    action: str,
    subject: str,
    subject_key: str,
    organ_code: str = "",
    detail: dict[str, Any] | None = None,
) -> AuditEntry:
    """Append one entry, in the transaction of the act that it tells of.

    ``actor`` is the account that acts, or None for the program itself.
    """
    entry = Entry(action, subject, subject_key, organ_code, detail or {})
    return record_all(actor=actor, entries=[entry])[0]


@transaction.atomic
def record_all(*, actor: Any, entries: Sequence[Entry]) -> list[AuditEntry]:
    """Append several entries of one act, in their order."""
    if not entries:
        return []
    _lock_chain()
    last = AuditEntry.objects.order_by("-pk").only("entry_hash").first()
    previous = last.entry_hash if last else GENESIS
    chained = []
    for each in entries:
        entry = AuditEntry(
            at=timezone.now(),
            actor=actor,
            actor_name=_name_of(actor),
            previous_hash=previous,
            **vars(each),
        )
        entry.entry_hash = previous = _hash_of(entry)
        chained.append(entry)
    return AuditEntry.objects.bulk_create(chained)


def first_broken_entry() -> AuditEntry | None:
    """Return the first entry whose seal does not hold, or None when all hold."""
    expected = GENESIS
    for entry in AuditEntry.objects.order_by("pk").iterator():
        if entry.previous_hash != expected or entry.entry_hash != _hash_of(entry):
            return entry
        expected = entry.entry_hash
    return None


def _name_of(actor: Any) -> str:
    if actor is None:
        return "系统"
    return str(actor.get_full_name() or actor.get_username())


def _hash_of(entry: AuditEntry) -> str:
    content = [
        entry.previous_hash,
        entry.at.astimezone(tz=None).timestamp(),
        entry.actor_id,
        entry.actor_name,
        entry.action,
        entry.subject,
        entry.subject_key,
        entry.organ_code,
        entry.detail,
    ]
    text = json.dumps(content, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _lock_chain() -> None:
    """Let one writer at a time extend the chain.

    SQLite writes are serial already (transactions begin IMMEDIATE, settings.py).
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK_KEY])
