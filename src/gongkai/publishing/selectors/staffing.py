"""Who reviews at which level of an organ, and whether that is enough for an item."""

from collections.abc import Mapping

from gongkai.organs.models import Organ, Person
from gongkai.publishing.models import Item
from gongkai.publishing.permissions import REVIEWERS, reviews_office
from gongkai.publishing.selectors.review import authors_of, review_rules_for
from gongkai.statute.review import ReviewLevel, unstaffed_level

#: The levels by roles held in an organ, or in one above it.
Holders = Mapping[ReviewLevel, list[Person]]


def reviewers_in(organ: Organ) -> Holders:
    """Return the active persons with an account who review the organ's items."""
    codes = organ.path.strip("/").split("/")
    levels = {role.value: level for level, roles in REVIEWERS.items() for role in roles}
    people = (
        Person.objects.filter(
            roles__organ__code__in=codes,
            roles__role__in=levels,
            is_active=True,
            account__is_active=True,
        )
        .select_related("office", "organ")
        .prefetch_related("roles__organ")
        .distinct()
        .order_by("organ", "number")
    )
    found: dict[ReviewLevel, list[Person]] = {level: [] for level in ReviewLevel}
    for person in people:
        held = {
            levels[role.role]
            for role in person.roles.all()
            if role.role in levels and role.organ.code in codes
        }
        for level in held:
            found[level].append(person)
    return found


def level_without_reviewer(item: Item, submitter: object) -> ReviewLevel | None:
    """Return the level at which the item would wait for ever, or None.

    Neither its authors nor who submits it review it, and nobody reviews two levels.
    """
    wrote = authors_of(item) | {str(getattr(submitter, "pk", ""))}
    holders = {
        level: [
            str(person.pk)
            for person in people
            if str(person.account_id) not in wrote
            and reviews_office(person, item, level)
        ]
        for level, people in reviewers_in(item.organ).items()
    }
    return unstaffed_level(review_rules_for(item), holders)
