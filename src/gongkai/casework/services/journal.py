from datetime import date
from typing import Any

from gongkai.audit.services import record
from gongkai.casework.models import DisclosureRequest
from gongkai.casework.permissions import REGISTER


def journal(
    disclosure_request: DisclosureRequest, actor: Any, action: str, **detail: Any
) -> None:
    """Put an act on a request in the journal; nothing in it tells who applied."""
    record(
        actor=actor,
        action=action,
        subject=REGISTER,
        subject_key=disclosure_request.number,
        organ_code=disclosure_request.organ.code,
        detail={name: _plain(value) for name, value in detail.items() if value},
    )


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
