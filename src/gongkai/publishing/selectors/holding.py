"""What is to be looked at again, and what is to be taken back."""

from datetime import date

from django.db.models import QuerySet

from gongkai.publishing.models import DisclosureAttribute, Item, ItemStatus

_PENALTY = "处罚"


def items_to_reappraise(items: QuerySet[Item], today: date) -> QuerySet[Item]:
    """Return what is withheld and due to be looked at again (条例第十八条)."""
    withheld = items.exclude(attribute=DisclosureAttribute.PROACTIVE)
    return withheld.filter(reappraise_on__lte=today)


def items_overturned(items: QuerySet[Item]) -> QuerySet[Item]:
    """Return the published decisions that were overturned and are still public."""
    return items.filter(status=ItemStatus.PUBLISHED, withdraw_by__isnull=False)


def may_be_overturned(item: Item) -> bool:
    """Return whether the item tells of a penalty that is public and still holds."""
    names = (item.title, str(item.category), item.genre)
    return (
        item.status == ItemStatus.PUBLISHED
        and item.withdraw_by is None
        and any(_PENALTY in name for name in names)
    )
