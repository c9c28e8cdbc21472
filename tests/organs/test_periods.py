from datetime import date

import pytest

from factories.casework import DisclosureRequestFactory
from factories.organs import OrganFactory
from gongkai.casework.models import DisclosureRequest
from gongkai.organs.periods import SPANS, Lifetime, Span, any_of, day_in
from gongkai.statute.periods import Period, period_of

pytestmark = pytest.mark.django_db

BORDERS = [
    date(2020, 12, 31),
    date(2021, 1, 1),
    date(2021, 12, 31),
    date(2022, 1, 1),
]


def test_spans_are_all_that_do_not_end_before_they_begin():
    assert set(SPANS) == {
        Span(start, end)
        for start, end in (
            (Period.BEFORE, Period.BEFORE),
            (Period.BEFORE, Period.DURING),
            (Period.BEFORE, Period.AFTER),
            (Period.BEFORE, None),
            (Period.DURING, Period.DURING),
            (Period.DURING, Period.AFTER),
            (Period.DURING, None),
            (Period.AFTER, Period.AFTER),
            (Period.AFTER, None),
        )
    }


@pytest.mark.parametrize("day", BORDERS)
def test_day_in_agrees_with_the_law_on_the_borders_of_the_year(day):
    DisclosureRequestFactory(received_on=day)

    held = {
        period
        for period in Period
        if DisclosureRequest.objects.filter(day_in("received_on", period, 2021))
    }

    assert held == {period_of(day, 2021)}


def test_every_record_lies_in_exactly_one_span():
    lifetime = Lifetime("received_on", "closed_on")
    for start in BORDERS:
        for end in (*BORDERS, None):
            if end is None or end >= start:
                DisclosureRequestFactory(
                    received_on=start,
                    closed_on=end,
                    outcome="disclosed" if end else "",
                )

    counted = sum(
        DisclosureRequest.objects.filter(lifetime.lies_in(span, 2021)).count()
        for span in SPANS
    )

    assert counted == DisclosureRequest.objects.count() == 14


def test_counts_groups_by_fields_and_span():
    organ = OrganFactory()
    DisclosureRequestFactory(organ=organ, received_on=BORDERS[0])
    for _ in range(2):
        DisclosureRequestFactory(organ=organ, received_on=BORDERS[1])
    lifetime = Lifetime("received_on", "closed_on")

    counted = lifetime.counts(
        DisclosureRequest.objects.filter(organ=organ), 2021, ("channel",), SPANS
    )

    assert [(row["channel"], span, count) for row, span, count in counted] == [
        ("online", Span(Period.BEFORE, None), 1),
        ("online", Span(Period.DURING, None), 2),
    ]


def test_any_of_holds_where_one_condition_does():
    first = DisclosureRequestFactory(received_on=BORDERS[0])
    DisclosureRequestFactory(received_on=BORDERS[1])
    last = DisclosureRequestFactory(received_on=BORDERS[3])
    outside = any_of(
        day_in("received_on", period, 2021) for period in (Period.BEFORE, Period.AFTER)
    )

    assert set(DisclosureRequest.objects.filter(outside)) == {first, last}
