"""Normative documents: issued, and ended."""

from datetime import date
from typing import Any

from django.db import transaction

from gongkai.organs.services import change_record, register_record
from gongkai.publishing.models import (
    EndKind,
    NormativeDocument,
    Validity,
)
from gongkai.statute.errors import GongkaiError

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
