"""A published penalty decision that was overturned has to go (行政处罚法第四十八条)."""

from datetime import date
from typing import Any

from django.db import transaction

from gongkai.organs.calendar import working_days
from gongkai.organs.roles import Action
from gongkai.organs.services import change_record
from gongkai.publishing.models import Item, ItemStatus, Overturning
from gongkai.publishing.permissions import require
from gongkai.publishing.services.drafting import locked
from gongkai.publishing.services.journal import journal
from gongkai.statute.disclosure import DeadlineKind, disclosure_due
from gongkai.statute.errors import GongkaiError


@transaction.atomic
def mark_overturned(
    *, item: Item, how: Overturning, on: date, actor: Any, version: int | None = None
) -> Item:
    """Register that the decision was overturned; three working days to withdraw it.

    行政处罚法第四十八条第二款：「行政机关应当在三日内撤回行政处罚决定信息并公开说明理由」.
    """
    stored = locked(item, version)
    require(actor, Action.PUBLISH, stored)
    if stored.status != ItemStatus.PUBLISHED:
        raise GongkaiError(f"“{stored}”没有发布，不用撤下。")
    if on < stored.formed_on:
        raise GongkaiError(
            f"被撤销（变更）的日期{on}早于成文日期{stored.formed_on}，请改正其中一个。"
        )
    stored.overturned_on, stored.overturned_how = on, how
    stored.withdraw_by = disclosure_due(
        DeadlineKind.PENALTY_WITHDRAWAL, on, working_days(), provisional=True
    ).due_on
    stored.version += 1
    change_record(record=stored, actor=actor)
    journal(
        stored,
        actor,
        f"决定被{Overturning(how).label}",
        on=on.isoformat(),
        withdraw_by=stored.withdraw_by.isoformat(),
    )
    item.refresh_from_db()
    return item
