"""Normative documents by where they stand in their life."""

from datetime import date

from django.db.models import QuerySet

from gongkai.publishing.models import Item, ItemStatus, NormativeDocument
from gongkai.statute.document_validity import last_day_to_remind


def documents_expiring(
    documents: QuerySet[NormativeDocument], today: date
) -> QuerySet[NormativeDocument]:
    """Return those in force whose term is over within a month, or over already."""
    return documents.filter(
        ended_on__isnull=True, valid_until__lte=last_day_to_remind(today)
    )


def replacements_of(item: Item) -> list[NormativeDocument]:
    """Return the documents that replaced those whose text the item carries."""
    return list(
        NormativeDocument.objects.filter(replaces__item=item)
        .select_related("item__organ")
        .distinct()
    )


def replaced_by(item: Item) -> list[NormativeDocument]:
    """Return the documents that those of the item replaced."""
    return list(
        NormativeDocument.objects.filter(replaced_by__item=item)
        .select_related("item__organ")
        .distinct()
    )


def interpretations_of(item: Item) -> list[Item]:
    """Return the published items that interpret this one, and the one it interprets."""
    public = Item.objects.filter(status=ItemStatus.PUBLISHED).select_related("organ")
    return [
        *public.filter(interpretations=item),
        *public.filter(interprets=item).order_by("disclosed_on"),
    ]
