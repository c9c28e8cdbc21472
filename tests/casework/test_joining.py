from datetime import date

import pytest

from factories.casework import applicant_data, decided, registered, take_steps
from factories.organs import OrganFactory
from gongkai.audit.models import AuditEntry
from gongkai.casework.joining import join_requests, part_requests
from gongkai.casework.selectors import joined_with, similar_requests
from gongkai.statute.errors import GongkaiError

pytestmark = pytest.mark.django_db

ON = date(2022, 3, 28)


@pytest.fixture
def pair():
    organ = OrganFactory()
    return [registered(ON, organ=organ) for _ in range(2)]


def joined(first, second):
    return join_requests(disclosure_request=second, first=first, actor=None)


def test_an_open_first_case_is_proposed_to_be_joined_and_not_refused(pair):
    _, second = pair

    found = similar_requests(second, second.organ)

    assert [(one.may_be_joined, one.is_repeat) for one in found] == [(True, False)]


def test_both_cases_know_each_other(pair):
    first, second = pair

    joined(first, second)

    assert joined_with(second) == [first]
    assert joined_with(first) == [second]


def test_each_keeps_its_number_clock_and_outcome(pair):
    first, second = pair
    joined(first, second)

    take_steps(first, decided(date(2022, 4, 6)))

    second.refresh_from_db()
    assert (first.outcome, second.outcome) == ("disclosed", "")
    assert first.number != second.number


def test_an_answered_case_is_not_joined(pair):
    first, second = pair
    take_steps(first, decided(ON))

    with pytest.raises(GongkaiError, match="两件都没有办结的才能并案"):
        joined(first, second)


def test_another_applicant_is_not_joined():
    first = registered(ON)
    other = applicant_data(name="方可", identity_number="000000190001010019")
    second = registered(ON, organ=first.organ, applicant=other)

    with pytest.raises(GongkaiError, match="申请人不是同一人"):
        joined(first, second)


def test_another_organs_case_is_not_joined():
    with pytest.raises(GongkaiError, match="只能与本机关的另一件申请并案"):
        joined(registered(ON), registered(ON))


def test_a_third_case_joins_the_first_one(pair):
    first, second = pair
    third = registered(ON, organ=first.organ)
    joined(first, second)

    with pytest.raises(GongkaiError, match="请与最早的一件并案"):
        joined(second, third)


def test_a_mistaken_joining_is_undone_and_journaled(pair):
    first, second = pair
    joined(first, second)

    part_requests(disclosure_request=second, actor=None)

    acts = AuditEntry.objects.filter(subject_key=second.number).order_by("pk")
    assert joined_with(second) == []
    assert [entry.action for entry in acts][-2:] == ["并案", "撤销并案"]
