"""Whether an item could wait for ever at a level."""

import pytest

from gongkai.statute.review import ReviewLevel, ReviewRules, unstaffed_level

FIRST, SECOND, THIRD = ReviewLevel


@pytest.mark.parametrize(
    ("holders", "missing"),
    [
        ({FIRST: "a", SECOND: "b", THIRD: "c"}, None),
        ({FIRST: "a", SECOND: "", THIRD: "c"}, SECOND),
        ({FIRST: "a", SECOND: "a", THIRD: "a"}, SECOND),
        ({FIRST: "ab", SECOND: "ab", THIRD: "ab"}, THIRD),
        ({FIRST: "abc", SECOND: "abc", THIRD: "abc"}, None),
        ({FIRST: "abcd", SECOND: "a", THIRD: "b"}, None),
        ({}, FIRST),
    ],
)
def test_every_level_needs_a_person_of_its_own(holders, missing):
    assert unstaffed_level(ReviewRules(), holders) == missing


def test_only_the_levels_of_the_rules_need_somebody():
    assert unstaffed_level(ReviewRules((THIRD,)), {THIRD: ["a"]}) is None
