"""Whether enough persons are there for an item to pass all its levels."""

from collections.abc import Collection, Mapping
from itertools import permutations

from gongkai.statute.review.levels import ReviewLevel, ReviewRules


def unstaffed_level(
    rules: ReviewRules, holders: Mapping[ReviewLevel, Collection[str]]
) -> ReviewLevel | None:
    """Return the lowest level at which an item would wait for ever, or None.

    条例第十七条第一款：「行政机关应当建立健全政府信息公开审查机制，明确审查的程序和责任」.
    ``holders`` are those who review at a level, the item's authors left out. Each
    reviews one level only, so two levels need two persons.

    >>> one, two, three = ReviewLevel
    >>> unstaffed_level(ReviewRules(), {one: ["林"], two: ["林", "周"], three: ["周"]})
    <ReviewLevel.THIRD: 3>
    """
    for count, level in enumerate(rules.levels, start=1):
        if not _have_own_person(rules.levels[:count], holders):
            return level
    return None


def _have_own_person(
    levels: tuple[ReviewLevel, ...], holders: Mapping[ReviewLevel, Collection[str]]
) -> bool:
    """Say whether each of the levels can have a person of its own."""
    # As many of each level as there are levels suffice to tell.
    few = [sorted(holders.get(level, ()))[: len(levels)] for level in levels]
    people = sorted({person for group in few for person in group})
    return any(
        all(person in group for person, group in zip(chosen, few, strict=True))
        for chosen in permutations(people, len(levels))
    )
