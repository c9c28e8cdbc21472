"""What every act on a correction shares: the lock, the version, the journal.

The journal tells days and results; never a name, what is inaccurate or a reason.
"""

from datetime import date
from typing import Any

from gongkai.audit.services import record
from gongkai.casework.models import RecordCorrection
from gongkai.casework.permissions import CORRECTIONS, require_for_correction
from gongkai.organs.roles import Action
from gongkai.organs.services import check_record
from gongkai.statute.errors import GongkaiError


def opened(
    correction: RecordCorrection, actor: Any, version: int | None
) -> RecordCorrection:
    """Return the correction as stored, locked, for an account that may change it."""
    stored = (
        RecordCorrection.objects.select_for_update(of=("self",))
        .select_related("organ")
        .get(pk=correction.pk)
    )
    require_for_correction(actor, Action.CHANGE, stored.organ)
    if version is not None and version != stored.version:
        raise GongkaiError("另一位同事刚刚办理了这件更正，请刷新后再办。")
    return stored


def refuse_ended(stored: RecordCorrection) -> None:
    """Refuse to go on with what has ended."""
    if stored.ended_on is not None:
        raise GongkaiError(
            f"更正{stored}已经于{stored.ended_on}办结。要改的，先撤销办结再办。"
        )


def save(stored: RecordCorrection, shown: RecordCorrection) -> None:
    """Check and save as a new version, also in the caller's hands."""
    stored.version += 1
    check_record(stored)
    stored.save()
    for field in RecordCorrection._meta.concrete_fields:  # noqa: SLF001
        setattr(shown, field.attname, getattr(stored, field.attname))


def journal(
    correction: RecordCorrection, actor: Any, action: str, **detail: Any
) -> None:
    """Put an act in the journal."""
    record(
        actor=actor,
        action=action,
        subject=CORRECTIONS,
        subject_key=correction.number,
        organ_code=correction.organ.code,
        detail={name: _plain(value) for name, value in detail.items() if value},
    )


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
