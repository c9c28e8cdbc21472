from typing import Any

from gongkai.audit.services import record
from gongkai.publishing.models import Item
from gongkai.publishing.permissions import REGISTER


def journal(item: Item, actor: Any, action: str, **detail: Any) -> None:
    """Put an act on an item in the journal."""
    record(
        actor=actor,
        action=action,
        subject=REGISTER,
        subject_key=item.number,
        organ_code=item.organ.code,
        detail={name: value for name, value in detail.items() if value},
    )
