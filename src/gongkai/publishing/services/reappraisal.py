"""Looking again at what is withheld (条例第十八条)."""

from contextlib import suppress
from datetime import date
from typing import Any

from django.db import transaction

from gongkai.organs.roles import Action
from gongkai.organs.services import change_record
from gongkai.publishing.models import (
    DisclosureAttribute,
    Item,
    Reappraisal,
    ReappraisalResult,
)
from gongkai.publishing.permissions import require
from gongkai.publishing.services.drafting import due_on_of, locked, refuse_in_review
from gongkai.publishing.services.journal import journal
from gongkai.publishing.services.review import submit
from gongkai.statute.errors import GongkaiError
from gongkai.statute.reappraisal import next_reappraisal


def reappraise(
    *,
    item: Item,
    result: ReappraisalResult,
    reason: str,
    on: date,
    actor: Any,
    version: int | None = None,
) -> Reappraisal:
    """Keep information withheld for another year, or turn it to proactive disclosure.

    What may be public now is submitted for review at once, unless something keeps it
    from that: then it waits as a draft. Its limit runs from the day of the appraisal.
    """
    made = _appraise(item, result, reason, on, actor, version)
    item.refresh_from_db()
    if result == ReappraisalResult.DISCLOSED:
        with suppress(GongkaiError):
            submit(item=item, actor=actor)
    return made


@transaction.atomic
def _appraise(
    item: Item,
    result: ReappraisalResult,
    reason: str,
    on: date,
    actor: Any,
    version: int | None,
) -> Reappraisal:
    stored = locked(item, version)
    require(actor, Action.PUBLISH, stored)
    refuse_in_review(stored)
    _refuse(stored, reason)
    made = Reappraisal.objects.create(
        item=stored, on=on, result=result, reason=reason.strip(), account=actor
    )
    if result == ReappraisalResult.KEPT:
        stored.reappraise_on = next_reappraisal(on)
    else:
        _open_up(stored, on)
    stored.version += 1
    change_record(record=stored, actor=actor)
    journal(stored, actor, f"评估：{made.get_result_display()}", reason=made.reason)
    return made


def _refuse(stored: Item, reason: str) -> None:
    if stored.attribute == DisclosureAttribute.PROACTIVE:
        raise GongkaiError(f"“{stored}”是主动公开的信息，不用定期评估。")
    if not reason.strip():
        raise GongkaiError("请写明评估的理由，理由会留痕。")


def _open_up(stored: Item, on: date) -> None:
    stored.attribute = DisclosureAttribute.PROACTIVE
    stored.ground = ""
    stored.reappraise_on = None
    stored.changed_on = on
    stored.due_on = due_on_of(stored)
