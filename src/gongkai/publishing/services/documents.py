"""The life of a normative document: issued, amended, replaced, repealed, lapsed."""

from datetime import date
from typing import Any

from django.db import transaction

from gongkai.organs.permissions import may
from gongkai.organs.roles import Action
from gongkai.organs.services import change_record, register_record
from gongkai.publishing.models import (
    DocumentProceeding,
    EndKind,
    NormativeDocument,
    ProceedingKind,
    Validity,
)
from gongkai.statute.document_validity import lapses_on
from gongkai.statute.errors import GongkaiError

REGISTER = "publishing.normativedocument"
_VALIDITY_AFTER = {
    EndKind.REPEALED: Validity.REPEALED,
    EndKind.LAPSED: Validity.LAPSED,
}


def issue(*, document: NormativeDocument, on: date, actor: Any) -> NormativeDocument:
    """Register a normative document as issued on a day (条例第二十条第一项)."""
    document.issued_on = on
    register_record(record=document, actor=actor)
    return document


@transaction.atomic
def repeal(
    *,
    document: NormativeDocument,
    on: date,
    how: EndKind,
    actor: Any,
    replaced_by: NormativeDocument | None = None,
) -> NormativeDocument:
    """End a normative document, and mark the item that carries its text.

    ``on`` is the first day on which it no longer holds.
    """
    stored = _held(document, actor)
    stored.ended_on = on
    stored.ended_how = how
    stored.replaced_by = replaced_by or stored.replaced_by
    change_record(record=stored, actor=actor)
    _mark_item(stored, _VALIDITY_AFTER[how], actor)
    document.refresh_from_db()
    return document


@transaction.atomic
def amend(*, document: NormativeDocument, on: date, actor: Any) -> NormativeDocument:
    """Register that a document in force was amended on a day."""
    stored = _held(document, actor)
    if on < stored.issued_on:
        raise GongkaiError(
            f"修改日期{on}早于制发日期{stored.issued_on}，请改正其中一个。"
        )
    stored.amended_on = on
    change_record(record=stored, actor=actor)
    _mark_item(stored, Validity.AMENDED, actor)
    document.refresh_from_db()
    return document


@transaction.atomic
def record_proceeding(
    *,
    document: NormativeDocument,
    kind: ProceedingKind,
    on: date,
    result: str,
    actor: Any,
) -> DocumentProceeding:
    """Register a step of the document's making, with its result."""
    _require(document, Action.CHANGE, actor)
    proceeding = DocumentProceeding(
        document=document, kind=kind, on=on, result=result.strip(), account=actor
    )
    proceeding.organ = document.organ  # type: ignore[attr-defined]
    register_record(record=proceeding, actor=actor)
    return proceeding


def lapse_expired(today: date) -> list[NormativeDocument]:
    """End every document whose term is over; the program is the actor."""
    over = NormativeDocument.objects.filter(
        valid_until__lt=today, ended_on__isnull=True
    ).select_related("organ", "item")
    return [
        repeal(
            document=document,
            on=lapses_on(document.valid_until),
            how=EndKind.LAPSED,
            actor=None,
        )
        for document in over
        if document.valid_until is not None
    ]


def _held(document: NormativeDocument, actor: Any) -> NormativeDocument:
    """Return the document as stored and locked, still in force."""
    stored = (
        NormativeDocument.objects.select_for_update(of=("self",))
        .select_related("organ")
        .get(pk=document.pk)
    )
    _require(stored, Action.PUBLISH, actor)
    if stored.ended_on is not None:
        raise GongkaiError(
            f"“{stored}”已于{stored.ended_on}终止，要改日期请修改这条记录。"
        )
    return stored


def _require(document: NormativeDocument, action: Action, actor: Any) -> None:
    if actor is not None and not may(actor, REGISTER, action, document.organ):
        raise GongkaiError(
            f"您没有办理{document.organ}规范性文件的这项权限，请交由有权限的同事办理。"
        )


def _mark_item(document: NormativeDocument, validity: Validity, actor: Any) -> None:
    if document.item is not None:
        document.item.validity = validity
        change_record(record=document.item, actor=actor)
