"""The journal of a remedy: never a name, never a text."""

from typing import Any

from gongkai.audit.services import record as record_in_journal
from gongkai.remedies.models import RemedyCase

REGISTER = RemedyCase._meta.label_lower  # noqa: SLF001


def journal(remedy: RemedyCase, actor: Any, action: str, **detail: Any) -> None:
    record_in_journal(
        actor=actor,
        action=action,
        subject=REGISTER,
        subject_key=remedy.number,
        organ_code=remedy.organ.code,
        detail=detail,
    )
