from datetime import date

import pytest

from factories.casework import decided, registered, take_steps
from gongkai.casework.models import Delivery, Notice
from gongkai.casework.notices import record_delivery
from gongkai.casework.selectors import clock_of
from gongkai.casework.services import record_arrival, record_step
from gongkai.statute.clock import ClockState, Step, StepKind

pytestmark = pytest.mark.django_db

DAY = date(2022, 3, 28)


def arrived(step, received_on):
    return record_arrival(
        case_step=step, received_on=received_on, actor=None, today=received_on
    )


def kinds(case):
    return [step.kind for step in case.steps.all()]


def test_a_reply_that_arrived_is_delivered_once():
    case = take_steps(registered(DAY), decided(date(2022, 4, 1)))
    step = case.steps.get()

    assert arrived(step, date(2022, 4, 6)) == ""
    assert arrived(step, date(2022, 4, 8)) == ""

    case.refresh_from_db()
    assert (case.state, case.closed_on) == (ClockState.DELIVERED, date(2022, 4, 1))
    assert kinds(case) == ["decided", "delivered"]


def test_the_period_to_amend_runs_from_the_first_arrival():
    case = take_steps(
        registered(DAY), Step(StepKind.AMENDMENT_REQUESTED, date(2022, 4, 6))
    )

    for day in (date(2022, 4, 8), date(2022, 4, 11)):
        arrived(case.steps.get(), day)

    amendment = clock_of(case, as_of=date(2022, 4, 11)).sub_clocks[-1]
    assert (amendment.started_on, amendment.due_on) == (
        date(2022, 4, 8),
        date(2022, 4, 22),
    )


def test_the_arrival_of_other_notices_changes_nothing():
    case = take_steps(registered(DAY), Step(StepKind.WITHDRAWN, date(2022, 4, 1)))

    assert arrived(case.steps.get(), date(2022, 4, 6)) == ""

    assert kinds(case) == ["withdrawn"]
    assert case.steps.get().received_on is None


def test_an_arrival_that_the_clock_cannot_take_is_told_not_refused():
    asked = Step(
        StepKind.AMENDMENT_REQUESTED, date(2022, 4, 6), respond_by=date(2022, 4, 15)
    )
    case = take_steps(registered(DAY), asked)

    message = arrived(case.steps.get(), date(2022, 4, 18))

    assert "早于申请人收到告知书" in message
    assert case.steps.get().received_on is None


def test_proof_of_service_delivers_the_reply_in_its_case():
    case = registered(DAY)
    notice = Notice.objects.create(
        disclosure_request=case, kind="disclose", status="sent"
    )
    record_step(
        disclosure_request=case,
        step=decided(date(2022, 4, 1)),
        notice=notice,
        actor=None,
    )
    delivery = Delivery.objects.create(
        notice=notice, way="counter", sent_on=date(2022, 4, 1)
    )

    record_delivery(
        delivery=delivery, received_on=date(2022, 4, 2), signed_by="林小满", actor=None
    )

    case.refresh_from_db()
    assert case.state == ClockState.DELIVERED
