"""Where an item's review stands, from its trail."""

from gongkai.organs.models import Organ
from gongkai.publishing.models import Item, ItemRevision, ReviewSettings
from gongkai.statute.review import ReviewRules, ReviewStanding, review_standing


def review_rules_for(item: Item) -> ReviewRules:
    """Return the rules by which the item is reviewed: the nearest setting counts.

    The category's, then the organ's own, then that of the organ next above; without
    any setting all three levels (docs/interpretations/0052-review-levels.md).
    """
    codes = item.organ.path.strip("/").split("/")
    above = Organ.objects.filter(code__in=codes)
    found = {
        (setting.organ.code, setting.category_id): setting
        for setting in ReviewSettings.objects.filter(organ__in=above).select_related(
            "organ"
        )
    }
    own = found.get((item.organ.code, item.category_id))
    candidates = [own, *(found.get((code, None)) for code in reversed(codes))]
    return next((each.rules() for each in candidates if each), ReviewRules())


def authors_of(item: Item) -> frozenset[str]:
    """Return who wrote the item, as the review names persons: none reviews it."""
    saved_by = ItemRevision.objects.filter(item=item, account__isnull=False)
    accounts = set(saved_by.values_list("account", flat=True)) | {item.author_id}
    return frozenset(str(account) for account in accounts if account)


def standing_of(item: Item) -> ReviewStanding:
    """Return where the item's review stands, worked out from its trail."""
    entries = item.review_entries.select_related("instead_of").order_by("position")
    steps = [entry.as_step() for entry in entries]
    return review_standing(steps, review_rules_for(item), authors_of(item))
