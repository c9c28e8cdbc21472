"""The legal acts on published information. Each checks, saves and journals."""

from datetime import date
from typing import Any

from django.db import transaction

from gongkai.audit.services import record as record_in_journal
from gongkai.organs.permissions import may
from gongkai.organs.roles import Action
from gongkai.organs.services import change_record, register_record
from gongkai.publishing.models import (
    EndKind,
    Item,
    ItemStatus,
    NormativeDocument,
    Validity,
)
from gongkai.statute.errors import GongkaiError

_VALIDITY_AFTER = {
    EndKind.REPEALED: Validity.REPEALED,
    EndKind.LAPSED: Validity.LAPSED,
}


@transaction.atomic
def publish(*, item: Item, actor: Any, on: date) -> Item:
    """Publish an item as disclosed on a day (条例第二十六条)."""
    _require_publisher(actor, item)
    if item.status == ItemStatus.PUBLISHED:
        raise GongkaiError(f"“{item}”已经发布，不用再次发布。")
    if on < item.formed_on:
        raise GongkaiError(
            f"公开日期{on}早于成文日期{item.formed_on}，请改正其中一个。"
        )
    item.status = ItemStatus.PUBLISHED
    item.disclosed_on = on
    change_record(record=item, actor=actor)
    return item


@transaction.atomic
def withdraw(*, item: Item, actor: Any, reason: str) -> Item:
    """Take a published item off the public site; the journal keeps the reason."""
    _require_publisher(actor, item)
    if item.status != ItemStatus.PUBLISHED:
        raise GongkaiError(f"“{item}”没有发布，无需撤下。")
    if not reason.strip():
        raise GongkaiError("请写明撤下的理由，理由会留痕。")
    item.status = ItemStatus.WITHDRAWN
    change_record(record=item, actor=actor)
    record_in_journal(
        actor=actor,
        action="撤下",
        subject=item._meta.label_lower,  # noqa: SLF001
        subject_key=item.number,
        organ_code=item.organ.code,
        detail={"reason": reason.strip()},
    )
    return item


def issue(*, document: NormativeDocument, on: date, actor: Any) -> NormativeDocument:
    """Register a normative document as issued on a day (条例第二十条第一项)."""
    document.issued_on = on
    register_record(record=document, actor=actor)
    return document


@transaction.atomic
def repeal(
    *, document: NormativeDocument, on: date, how: EndKind, actor: Any
) -> NormativeDocument:
    """End a normative document, and mark the item that carries its text."""
    if document.ended_on is not None:
        raise GongkaiError(
            f"“{document}”已于{document.ended_on}终止，要改日期请修改这条记录。"
        )
    document.ended_on = on
    document.ended_how = how
    change_record(record=document, actor=actor)
    if document.item is not None:
        document.item.validity = _VALIDITY_AFTER[how]
        change_record(record=document.item, actor=actor)
    return document


def _require_publisher(actor: Any, item: Item) -> None:
    register = item._meta.label_lower  # noqa: SLF001
    if actor is not None and not may(actor, register, Action.PUBLISH, item.organ):
        raise GongkaiError(
            f"您没有发布或撤下{item.organ}信息的权限，请交由有权限的同事办理。"
        )
