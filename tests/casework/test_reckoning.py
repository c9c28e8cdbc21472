from datetime import date

import pytest

from factories.casework import registered, take_steps
from gongkai.casework.models import DisclosureRequest, RequestChannel
from gongkai.casework.selectors.case_rows import case_rows, step_rows
from gongkai.casework.services import reckoning
from gongkai.casework.services.copies import COPIES
from gongkai.casework.services.reckoning import Reckoner
from gongkai.organs.calendar import working_days
from gongkai.statute.clock import ClockSettings, Step, StepKind

pytestmark = pytest.mark.django_db

DAY = date(2022, 3, 28)
TODAY = date(2022, 4, 20)


@pytest.fixture
def reckoner():
    return Reckoner(TODAY, ClockSettings(), working_days())


@pytest.fixture
def asked(monkeypatch):
    """Keep what the clock was asked."""
    kept, ask = [], reckoning.copies_of

    def asking(*history):
        kept.append(history)
        return ask(*history)

    monkeypatch.setattr(reckoning, "copies_of", asking)
    return kept


def reckoned(reckoner):
    rows = case_rows(DisclosureRequest.objects.order_by("pk"))
    steps = step_rows(row.pk for row in rows)
    return [reckoner.copies(row, steps.get(row.pk, ())) for row in rows]


def test_a_row_has_the_copies_that_the_act_gave_its_request(reckoner):
    case = take_steps(
        registered(DAY, channel=RequestChannel.EMAIL),
        Step(StepKind.AMENDMENT_REQUESTED, date(2022, 4, 1)),
        Step(StepKind.AMENDED, date(2022, 4, 11)),
    )

    copies = reckoned(reckoner)[0]._asdict()

    assert copies == {name: getattr(case, name) for name in COPIES if name in copies}


def test_alike_histories_are_asked_of_the_clock_once(reckoner, asked):
    for _ in range(3):
        take_steps(registered(DAY), Step(StepKind.EXTENDED, date(2022, 4, 20)))
    registered(DAY)

    assert len(set(reckoned(reckoner))) == 2
    assert len(asked) == 2


def test_no_more_is_remembered_than_agreed(reckoner, asked, monkeypatch):
    monkeypatch.setattr(reckoning, "MOST_KNOWN", 1)
    for day in (28, 29, 28):
        registered(date(2022, 3, day))

    reckoned(reckoner)

    assert len(asked) == 3
