"""The organ's own wording of its notices (文书范本): nearest organ first."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from gongkai.audit.services import record as record_in_journal
from gongkai.casework.models import NoticeWording
from gongkai.casework.permissions import require
from gongkai.organs.models import Organ
from gongkai.organs.roles import Action
from gongkai.statute.errors import GongkaiError
from gongkai.statute.notices import (
    NoticeKind,
    with_wording,
    worded_kind,
    wording_of,
)

SUBJECT = "casework.noticewording"


@transaction.atomic
def set_wording(*, organ: Organ, slot: str, text: str, actor: Any) -> NoticeWording:
    """Let the organ, and those below without their own, word a notice like this.

    Notices that are final keep the text they were composed with. Raises
    ``GongkaiError`` for what the law requires and the text leaves out, for unknown
    places, and for a text that changes nothing.
    """
    require(actor, Action.CHANGE, organ)
    kind = worded_kind(slot)
    wording = wording_of(with_wording(kind, text))
    if wording == current_text(organ, kind):
        raise GongkaiError("正文没有改动，不用保存。")
    return _keep(organ, kind, wording, actor, "修改文书范本")


@transaction.atomic
def reset_wording(*, organ: Organ, slot: str, actor: Any) -> NoticeWording:
    """Give the organ's own wording up, for that of the organ above or the default."""
    require(actor, Action.CHANGE, organ)
    kind = worded_kind(slot)
    found = wording_in_force(organ, slot)
    if found is None or found.organ_id != organ.pk:
        raise GongkaiError("本机关没有改过这份范本，不用恢复。")
    return _keep(organ, kind, "", actor, "恢复文书范本")


def wording_in_force(organ: Organ, slot: str) -> NoticeWording | None:
    """Return the wording that the organ uses; None where it is the program's."""
    return wordings_in_force(organ, [slot]).get(slot)


def wordings_in_force(
    organ: Organ, slots: Iterable[str] | None = None
) -> dict[str, NoticeWording]:
    """Return the wordings in force by slot, all of them in one query."""
    rows = NoticeWording.objects.filter(
        organ__code__in=organ.path.rstrip("/").split("/")
    ).select_related("organ", "made_by")
    if slots is not None:
        rows = rows.filter(slot__in=slots)
    newest: dict[tuple[str, int], NoticeWording] = {}
    for row in rows.order_by("pk"):
        newest[row.slot, row.organ_id] = row
    nearest: dict[str, NoticeWording] = {}
    for row in sorted(newest.values(), key=lambda row: len(row.organ.path)):
        if row.text:
            nearest[row.slot] = row
    return nearest


def as_worded(kind: NoticeKind, organ: Organ) -> NoticeKind:
    """Return the kind as the organ words it."""
    found = wording_in_force(organ, kind.slot)
    return with_wording(kind, found.text) if found else kind


def current_text(organ: Organ, kind: NoticeKind) -> str:
    """Return the paragraphs as they stand for the organ, places by their labels."""
    found = wording_in_force(organ, kind.slot)
    return found.text if found else wording_of(kind)


def history_of_wording(organ: Organ, slot: str) -> QuerySet[NoticeWording]:
    """Return what the organ itself changed, the newest first."""
    return organ.notice_wordings.filter(slot=slot).select_related("made_by")


def _keep(
    organ: Organ, kind: NoticeKind, text: str, actor: Any, action: str
) -> NoticeWording:
    kept = NoticeWording.objects.create(
        organ=organ, slot=kind.slot, text=text, made_by=actor
    )
    record_in_journal(
        actor=actor,
        action=action,
        subject=SUBJECT,
        subject_key=kind.slot,
        organ_code=organ.code,
        detail={"title": kind.name, "wording": kept.pk},
    )
    return kept
