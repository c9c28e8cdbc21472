"""Declaring that a duty is none of the organ's, and taking that back."""

from typing import Any

from django.db import transaction

from gongkai.audit.services import record
from gongkai.catalogue.models import Duty
from gongkai.catalogue.permissions import require
from gongkai.organs.roles import Action
from gongkai.statute.errors import GongkaiError

DUTIES = "catalogue.duty"


@transaction.atomic
def declare_not_applicable(*, duty: Duty, actor: Any, reason: str) -> Duty:
    """Declare that the organ has no information of this kind, and say why.

    条例第二十二条: the organ determines what exactly it publishes. The duty stays in
    the catalogue, so that the reason can be looked at again.
    """
    stored = _locked(duty, actor)
    if not reason.strip():
        raise GongkaiError("请写明不适用的理由，例如“本机关没有行政强制职权”。")
    if stored.not_applicable:
        raise GongkaiError("这个事项已经声明不适用。要改理由，请先恢复适用。")
    return _write(stored, reason.strip(), actor, "声明不适用", {"reason": reason})


@transaction.atomic
def restore_duty(*, duty: Duty, actor: Any) -> Duty:
    """Take the declaration back: the duty counts again."""
    stored = _locked(duty, actor)
    if not stored.not_applicable:
        raise GongkaiError("这个事项本来就适用，不用恢复。")
    was = stored.not_applicable
    return _write(stored, "", actor, "恢复适用", {"was": was})


def _locked(duty: Duty, actor: Any) -> Duty:
    require(actor, DUTIES, Action.CHANGE, duty.organ)
    found = Duty.objects.select_for_update(of=("self",)).select_related("organ")
    return found.get(pk=duty.pk)


def _write(
    duty: Duty, reason: str, actor: Any, action: str, detail: dict[str, str]
) -> Duty:
    duty.not_applicable = reason
    duty.full_clean()
    duty.save(update_fields=["not_applicable", "updated_at"])
    record(
        actor=actor,
        action=action,
        subject=DUTIES,
        subject_key=duty.number,
        organ_code=duty.organ.code,
        detail=detail,
    )
    return duty
