from datetime import date

import pytest

from factories.catalogue import CategoryFactory, DutyFactory
from factories.organs import OrganFactory
from factories.publishing import ItemFactory
from gongkai.catalogue.models import Duty
from gongkai.publishing.models import ItemStatus
from gongkai.publishing.selectors import (
    coverage,
    coverage_by_organ,
    with_content,
    without_content,
)
from gongkai.statute.duties import DutyState

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 22)


@pytest.fixture
def organ():
    return OrganFactory()


def public(organ, on, **fields):
    fields.setdefault("category", CategoryFactory(organ=organ))
    return ItemFactory(organ=organ, disclosed_on=on, **fields)


def states():
    return {one.duty.pk: one.state for one in coverage(Duty.objects.all(), TODAY)}


def test_the_newest_item_that_names_a_duty_counts(organ):
    duty = DutyFactory(organ=organ, cycle="06-30")
    public(organ, date(2024, 6, 1), duty=duty)
    newest = public(organ, date(2026, 6, 1), duty=duty)

    (one,) = coverage(Duty.objects.all(), TODAY)

    assert (one.newest_on, one.newest_pk) == (date(2026, 6, 1), newest.pk)
    assert (one.state, one.standing.next_due_on) == (DutyState.MET, date(2027, 6, 30))


def test_an_item_counts_by_its_category_when_the_category_has_one_duty(organ):
    category = CategoryFactory(organ=organ)
    duty = DutyFactory(organ=organ, category=category)
    public(organ, date(2026, 6, 1), category=category)

    assert states() == {duty.pk: DutyState.MET}


def test_the_newer_of_named_and_filed_counts(organ):
    duty = DutyFactory(organ=organ, category=CategoryFactory(organ=organ))
    public(organ, date(2024, 6, 1), duty=duty)
    filed = public(organ, date(2026, 6, 1), category=duty.category)

    (one,) = coverage(Duty.objects.all(), TODAY)

    assert (one.newest_on, one.newest_pk) == (date(2026, 6, 1), filed.pk)


def test_a_category_of_two_duties_tells_nothing_of_either(organ):
    category = CategoryFactory(organ=organ)
    DutyFactory.create_batch(2, organ=organ, category=category)
    public(organ, date(2026, 6, 1), category=category)

    assert set(states().values()) == {DutyState.EMPTY}


def test_drafts_and_withdrawn_items_are_no_content(organ):
    duty = DutyFactory(organ=organ)
    public(organ, None, duty=duty, status=ItemStatus.DRAFT)
    public(organ, date(2026, 6, 1), duty=duty, status=ItemStatus.WITHDRAWN)

    assert states() == {duty.pk: DutyState.EMPTY}


def test_what_is_missing_stands_first(organ):
    met, overdue, declared, empty = (
        DutyFactory(organ=organ, position=place, **fields)
        for place, fields in enumerate(
            ({}, {"cycle": "06-30"}, {"not_applicable": "没有职权"}, {})
        )
    )
    public(organ, date(2026, 6, 1), duty=met)
    public(organ, date(2024, 6, 1), duty=overdue)

    found = coverage(Duty.objects.all(), TODAY)

    assert [one.duty for one in found] == [empty, overdue, met, declared]


def test_the_lists_go_by_content_and_leave_declared_duties_out(organ):
    held, lacking = DutyFactory.create_batch(2, organ=organ)
    DutyFactory(organ=organ, not_applicable="没有职权")
    public(organ, date(2026, 6, 1), duty=held)

    assert list(with_content(Duty.objects.all())) == [held]
    assert list(without_content(Duty.objects.all())) == [lacking]


@pytest.mark.parametrize("duties", [1, 3])
def test_the_coverage_takes_one_query(organ, duties, django_assert_num_queries):
    for duty in DutyFactory.create_batch(duties, organ=organ):
        public(organ, date(2026, 6, 1), duty=duty)

    with django_assert_num_queries(1):
        coverage(Duty.objects.all(), TODAY)
    with django_assert_num_queries(1):
        coverage_by_organ(Duty.objects.all(), TODAY)


def test_each_organ_is_counted_by_state(organ):
    other = OrganFactory()
    DutyFactory.create_batch(2, organ=organ)
    public(other, date(2026, 6, 1), duty=DutyFactory(organ=other))

    assert coverage_by_organ(Duty.objects.all(), TODAY) == {
        organ.pk: {DutyState.EMPTY: 2},
        other.pk: {DutyState.MET: 1},
    }
