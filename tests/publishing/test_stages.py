"""How long the levels take: median and longest, by the month of deciding."""

from datetime import UTC, datetime

import pytest

from factories.organs import OrganFactory, account_with_role
from factories.publishing import draft_of, reviewers_of
from gongkai.organs.roles import Role
from gongkai.publishing.selectors.stages import measured_levels
from gongkai.publishing.services import approve, return_item, submit
from gongkai.statute.review import ReviewLevel

pytestmark = pytest.mark.django_db

FIRST, SECOND, THIRD = ReviewLevel


def at(day, month=3):
    return datetime(2026, month, day, 2, tzinfo=UTC)


@pytest.fixture
def clerk():
    return account_with_role(Role.CLERK, OrganFactory())


def decided(clerk, submitted, *ends):
    """Let an item pass as many levels as there are ends."""
    item = draft_of(clerk)
    submit(item=item, actor=clerk, now=submitted)
    for reviewer, end in zip(reviewers_of(item).values(), ends, strict=False):
        approve(item=item, actor=reviewer, now=end)
    return item


def test_each_level_has_its_median_and_longest(clerk):
    decided(clerk, at(2), at(3), at(9))
    slow = decided(clerk, at(2), at(5), at(6))

    first, second, third = measured_levels(clerk.person.organ, 2026)

    assert (first.year.count, first.year.median, first.year.longest) == (2, 2, 3)
    assert first.year.longest_item == slow.pk
    assert (second.year.median, third.year.count) == (2.5, 0)


def test_a_decision_counts_in_its_month(clerk):
    decided(clerk, at(27), at(1, month=4))

    months = measured_levels(clerk.person.organ, 2026)[0].months

    assert [month.count for month in months[2:4]] == [0, 1]


def test_a_return_is_a_decision_and_the_authors_time_is_none_of_it(clerk):
    item = decided(clerk, at(2))
    return_item(item=item, actor=reviewers_of(item)[FIRST], reason="改", now=at(4))
    submit(item=item, actor=clerk, now=at(16))
    approve(item=item, actor=reviewers_of(item)[FIRST], now=at(16))

    year = measured_levels(clerk.person.organ, 2026)[0].year

    assert (year.count, year.median, year.longest) == (2, 1, 2)


def test_another_year_is_empty(clerk):
    decided(clerk, at(2), at(3))

    assert measured_levels(clerk.person.organ, 2025)[0].year.count == 0


@pytest.mark.parametrize("rows", [1, 3])
def test_measuring_takes_two_queries(clerk, rows, django_assert_num_queries):
    for _ in range(rows):
        decided(clerk, at(2), at(3))

    with django_assert_num_queries(2):
        measured_levels(clerk.person.organ, 2026)
