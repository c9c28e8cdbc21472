"""Looking a guide over, as 条例第十二条 asks for it to be up to date."""

from datetime import date
from typing import Any

from django.db import transaction

from gongkai.audit.services import record
from gongkai.catalogue.models import Guide
from gongkai.catalogue.permissions import require
from gongkai.catalogue.selectors import elements_of
from gongkai.organs.roles import Action
from gongkai.statute.errors import GongkaiError, StatuteError
from gongkai.statute.guide import ARTICLE, missing_elements, what_is_missing

GUIDES = "catalogue.guide"


@transaction.atomic
def review_guide(*, guide: Guide, actor: Any, on: date) -> Guide:
    """Register that the guide was looked over on this day and is right.

    Refused while an element of 条例第十二条第二款 is missing, and for a day before the
    last look.
    """
    require(actor, GUIDES, Action.CHANGE, guide.organ)
    found = Guide.objects.select_for_update(of=("self",)).select_related("organ")
    stored = found.get(pk=guide.pk)
    missing = missing_elements(elements_of(stored))
    if missing:
        raise StatuteError(f"{what_is_missing(missing)}补齐后再核对。", article=ARTICLE)
    if stored.reviewed_on and on < stored.reviewed_on:
        raise GongkaiError(f"这份指南{stored.reviewed_on}已经核对过，日期不能更早。")
    was, stored.reviewed_on = stored.reviewed_on, on
    stored.save(update_fields=["reviewed_on"])
    record(
        actor=actor,
        action="核对公开指南",
        subject=GUIDES,
        subject_key=str(stored.pk),
        organ_code=stored.organ.code,
        detail={"from": str(was or ""), "to": str(on)},
    )
    return stored
