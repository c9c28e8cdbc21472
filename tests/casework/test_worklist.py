from dataclasses import fields
from datetime import date, timedelta

import pytest

from factories.casework import DisclosureRequestFactory, decided, registered, take_steps
from factories.organs import OrganFactory, account_with_role
from gongkai.casework.models import RequestChannel
from gongkai.casework.selectors import worklist
from gongkai.organs.models import Organ
from gongkai.organs.roles import Role
from gongkai.statute.clock import ClockState

pytestmark = pytest.mark.django_db

WEDNESDAY = date(2022, 4, 20)


@pytest.fixture
def organ():
    return OrganFactory()


def due(organ, days, state=ClockState.REGISTERED):
    due_on = None if days is None else WEDNESDAY + timedelta(days=days)
    return DisclosureRequestFactory(organ=organ, due_on=due_on, state=state.value)


def lists(found):
    return {each.name: list(getattr(found, each.name)) for each in fields(found)}


def test_every_open_request_is_in_exactly_one_list(organ):
    late, today = due(organ, -1), due(organ, 0)
    sunday, monday = due(organ, 4), due(organ, 5)
    asked = due(organ, None, ClockState.AWAITING_AMENDMENT)
    reasons = due(organ, 9, ClockState.AWAITING_REASONS)
    soon = due(organ, 1, ClockState.AWAITING_REASONS)
    unreckoned = due(organ, None)
    email = registered(
        WEDNESDAY, organ=organ, channel=RequestChannel.EMAIL, received_on=None
    )
    take_steps(registered(WEDNESDAY, organ=organ), decided(WEDNESDAY))

    found = worklist([organ], WEDNESDAY)

    assert {name: set(rows) for name, rows in lists(found).items()} == {
        "overdue": {late},
        "due_today": {today},
        "this_week": {soon, sunday},
        "waiting_for_others": {asked, reasons},
        "to_confirm": {email},
        "later": {monday, unreckoned},
    }
    assert list(found.this_week) == [soon, sunday]


def test_an_account_sees_the_requests_of_its_organs_only(organ):
    seen = due(organ, 0)
    below = due(OrganFactory(parent=organ), 0)
    due(OrganFactory(), 0)
    officer = account_with_role(Role.OGI_OFFICER, organ)
    nobody = account_with_role(Role.CLERK, organ)

    assert list(worklist(officer, WEDNESDAY).due_today) == [seen, below]
    assert list(worklist(nobody, WEDNESDAY).due_today) == []


def test_a_worklist_is_of_one_organ_or_of_many(organ):
    case = due(organ, 0)

    assert list(worklist(organ, WEDNESDAY).due_today) == [case]
    assert list(worklist(Organ.objects.all(), WEDNESDAY).due_today) == [case]


def test_a_list_is_narrowed_to_a_person(organ):
    officer = account_with_role(Role.OGI_OFFICER, organ)
    mine = due(organ, 0)
    mine.handler = officer.person
    mine.save()
    due(organ, 0)

    found = worklist(officer, WEDNESDAY).due_today.filter(handler=officer.person)

    assert list(found) == [mine]
