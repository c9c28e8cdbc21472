"""Writing down what happens in a remedy.

The row itself is written through ``organs.services``, which journals it.
"""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from gongkai.organs.permissions import may
from gongkai.organs.roles import Action
from gongkai.organs.services import check_record
from gongkai.remedies.models import RemedyCase, RemedyParty, RemedyStep
from gongkai.remedies.models.course import COPIES
from gongkai.remedies.services.journal import REGISTER, journal
from gongkai.statute.errors import GongkaiError


@transaction.atomic
def record_step(
    *,
    remedy: RemedyCase,
    kind: str,
    on: date,
    days: int = 0,
    note: str = "",
    actor: Any,
) -> RemedyStep:
    """Record a step of the remedy and renew its stored days.

    Raises ``GongkaiError`` for a day that has not come and for a step that cannot
    follow those before it; nothing is written then.
    """
    stored = _locked(remedy, actor)
    if on > timezone.localdate():
        raise GongkaiError(f"日期{on}还没有到，请核对日期。")
    last = stored.steps.last()
    step = RemedyStep(
        remedy=stored,
        position=1 if last is None else last.position + 1,
        kind=kind,
        on=on,
        days=days,
        note=note.strip(),
        recorded_by=actor,
    )
    check_record(step)
    step.save()
    _renew(stored)
    journal(stored, actor, "登记步骤", step=step.get_kind_display(), on=str(on))
    return step


@transaction.atomic
def undo_step(*, remedy: RemedyCase, reason: str, actor: Any) -> None:
    """Take the last step back; the journal keeps what it was and why it went."""
    stored = _locked(remedy, actor)
    last = stored.steps.last()
    if last is None:
        raise GongkaiError("没有可以撤销的步骤。请刷新页面再看。")
    if not reason.strip():
        raise GongkaiError("撤销步骤要写明理由，请补上。")
    last.delete()
    _renew(stored)
    journal(
        stored,
        actor,
        "撤销步骤",
        step=last.get_kind_display(),
        on=str(last.on),
        reason=reason.strip(),
    )


@transaction.atomic
def keep_party(*, remedy: RemedyCase, name: str, actor: Any) -> RemedyParty:
    """Keep who turned to the court where no request tells it; sealed.

    Raises ``GongkaiError`` for a remedy of a request: its applicant stands there.
    """
    stored = _locked(remedy, actor)
    if stored.disclosure_request_id is not None:
        raise GongkaiError("申请人已经登记在所涉申请里，不再重复登记。")
    party, _ = RemedyParty.objects.get_or_create(remedy=stored)
    party.name = name.strip()
    check_record(party)
    party.save()
    journal(stored, actor, "登记申请人")
    return party


@transaction.atomic
def read_party(*, remedy: RemedyCase, actor: Any) -> str:
    """Return who turned to the court, and journal that it was read."""
    stored = _locked(remedy, actor)
    party = RemedyParty.objects.filter(remedy=stored).first()
    if party is None:
        return ""
    journal(stored, actor, "查看申请人")
    return party.name


def _renew(stored: RemedyCase) -> None:
    stored.keep_copies(stored.dues())
    stored.save(update_fields=[*COPIES, "updated_at"])


def _locked(remedy: RemedyCase, actor: Any) -> RemedyCase:
    stored = (
        RemedyCase.objects.select_for_update(of=("self",))
        .select_related("organ")
        .get(pk=remedy.pk)
    )
    if actor is not None and not may(actor, REGISTER, Action.CHANGE, stored.organ):
        raise GongkaiError(
            f"您没有办理{stored.organ}复议诉讼的权限。请由该机关的公开专员办理。"
        )
    return stored
