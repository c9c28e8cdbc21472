"""Correcting what is public: never silently."""

from datetime import datetime
from typing import Any

from gongkai.organs.roles import Action
from gongkai.publishing.content import differs
from gongkai.publishing.models import Correction, Item
from gongkai.publishing.permissions import require
from gongkai.publishing.services.journal import journal
from gongkai.statute.errors import GongkaiError


def correct(
    item: Item, stored: Item, *, actor: Any, reason: str, at: datetime
) -> Correction | None:
    """Note the correction of a published item (docs/interpretations/0065).

    Who releases may correct; the page then says what was corrected and when. A change
    of what is not content needs no note. Raises ``GongkaiError`` without the right or
    the note.
    """
    said = reason.strip()
    if not said and not differs(item, stored):
        return None
    require(actor, Action.PUBLISH, stored)
    if not said:
        raise GongkaiError(
            "这条信息已经发布，改动内容要写更正说明，网页上会显示。"
            "内容有大改的，请撤下后重新送审。"
        )
    correction = Correction.objects.create(
        item=stored, reason=said, account=actor, at=at
    )
    journal(stored, actor, "更正", reason=said)
    return correction
