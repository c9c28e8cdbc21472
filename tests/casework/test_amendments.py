"""Amended requests that are sent online (0043)."""

from datetime import date

import pytest
from django.core.files.base import ContentFile

from factories.casework import registered, take_steps
from factories.organs import OrganFactory
from gongkai.casework.models import AmendedRequest, CaseworkSettings
from gongkai.casework.selectors import (
    amended_request_of,
    amendment_asked,
    amendments_to_confirm,
    clock_of,
    wording_of,
)
from gongkai.casework.services import (
    confirm_amendment,
    decline_amendment,
    record_step,
    submit_amendment,
    undo_last_step,
)
from gongkai.statute.clock import ClockState, Step, StepKind
from gongkai.statute.errors import GongkaiError

pytestmark = pytest.mark.django_db

#: Example 5 of the law file: notice on 6 April, amended by 22 April 2022.
ASKED = Step(
    StepKind.AMENDMENT_REQUESTED, date(2022, 4, 6), received_on=date(2022, 4, 8)
)
LAST, NEXT = date(2022, 4, 22), date(2022, 4, 24)
TEXT = "2021年秋季教师公开招聘方案。"


@pytest.fixture
def case(db):
    return take_steps(registered(date(2022, 3, 28)), ASKED)


def send(case, on=date(2022, 4, 20), key="form-1", **fields):
    return submit_amendment(
        disclosure_request=case, text=TEXT, on=on, form_key=key, **fields
    )


def confirm(case, on):
    return confirm_amendment(disclosure_request=case, on=on, actor=None, today=on)


def lapse(case, on=NEXT):
    step = Step(StepKind.AMENDMENT_LAPSED, on)
    record_step(disclosure_request=case, step=step, actor=None, today=on)


def test_period_is_the_one_of_the_notice(case):
    assert amendment_asked(case, LAST).due_on == LAST
    assert not amendment_asked(case, LAST).is_over
    assert amendment_asked(case, NEXT).is_over


def test_nothing_is_asked_of_a_case_without_a_notice(db):
    assert amendment_asked(registered(date(2022, 3, 28)), date(2022, 4, 1)) is None


def test_amended_text_stands_beside_the_original(case):
    amended = send(case, files=[ContentFile(b"%PDF-1.7", name="说明.pdf")])

    case.refresh_from_db()
    assert (case.subject, amended.text) == ("申请公开2021年教师招聘方案。", TEXT)
    files = [(file.title, file.kind) for file in case.files.all()]
    assert files == [("说明.pdf", "amendment")]


def test_desk_has_it_at_once_and_the_clock_waits_for_the_confirmation(case):
    amended = send(case)

    assert list(amendments_to_confirm(case.organ)) == [amended]
    answer = clock_of(case, as_of=date(2022, 4, 20))
    assert answer.state is ClockState.AWAITING_AMENDMENT


def test_clock_begins_anew_on_the_day_of_the_confirmation(case):
    send(case)

    confirm(case, date(2022, 4, 20))

    assert case.due_on == date(2022, 5, 19)
    assert list(amendments_to_confirm(case.organ)) == []
    assert wording_of(case) == TEXT


def test_sent_in_time_and_confirmed_after_the_last_day_is_in_time(case):
    send(case, on=LAST)

    confirm(case, NEXT)

    assert case.state == ClockState.REGISTERED.value
    step = case.steps.get(kind="amended")
    assert (step.on, step.sent_on) == (NEXT, LAST)
    assert step.note == "申请人于2022-04-22在网上提交补正。"
    (period,) = [
        one
        for one in clock_of(case, as_of=NEXT).sub_clocks
        if one.kind.value == "amendment"
    ]
    assert (period.done_on, period.state.value) == (LAST, "done")


def test_request_whose_amendment_came_in_time_is_not_given_up(case):
    send(case, on=LAST)

    with pytest.raises(GongkaiError, match="没有逾期"):
        lapse(case)


def test_same_form_twice_makes_one(case):
    first = send(case)

    assert send(case) == first
    assert AmendedRequest.objects.count() == 1


def test_second_amendment_is_refused_in_words(case):
    send(case)

    with pytest.raises(GongkaiError, match="补正已于2022-04-20提交"):
        send(case, key="form-2")


def test_late_one_needs_a_reason(case):
    with pytest.raises(GongkaiError, match="补正期限已于2022-04-22届满"):
        send(case, on=NEXT)

    assert AmendedRequest.objects.count() == 0


def test_late_one_is_kept_and_restored_when_the_reason_is_good(case):
    lapse(case)
    amended = send(case, on=date(2022, 4, 25), reason="住院。")
    assert (amended.is_late, amended.is_waiting) == (True, True)

    confirm(case, date(2022, 4, 26))

    assert (case.state, case.outcome) == (ClockState.REGISTERED.value, "")


def test_late_one_is_declined_with_a_reason(case):
    lapse(case)
    send(case, on=date(2022, 4, 25), reason="忘了。")

    decline_amendment(disclosure_request=case, reason="没有正当理由。", actor=None)

    assert not amended_request_of(case).is_waiting
    case.refresh_from_db()
    assert case.outcome == "other.amendment_lapsed"


def test_one_in_time_cannot_be_declined(case):
    send(case)

    with pytest.raises(GongkaiError, match="应当确认收到"):
        decline_amendment(disclosure_request=case, reason="晚了。", actor=None)


def test_automatic_receipt_confirms_at_once():
    organ = OrganFactory()
    readings = {"automatic_receipt_confirms": True}
    CaseworkSettings.objects.create(organ=organ, clock=readings)
    case = take_steps(registered(date(2022, 3, 28), organ=organ), ASKED)

    amended = send(case)

    case.refresh_from_db()
    assert (amended.step.on, case.due_on) == (date(2022, 4, 20), date(2022, 5, 19))


def test_confirmation_does_not_go_before_what_it_confirms(case):
    send(case)

    with pytest.raises(GongkaiError, match="早于申请人提交补正"):
        confirm(case, date(2022, 4, 19))


def test_confirmation_taken_back_waits_again(case):
    send(case)
    confirm(case, date(2022, 4, 20))

    undo_last_step(disclosure_request=case, reason="点错了", actor=None)

    assert amended_request_of(case).is_waiting
    assert wording_of(case) == case.subject


def test_empty_text_and_a_case_that_waits_for_nothing_are_refused(case):
    with pytest.raises(GongkaiError, match="没有写补正后的申请内容"):
        submit_amendment(disclosure_request=case, text=" ", on=LAST, form_key="form-1")

    with pytest.raises(GongkaiError, match="现在不需要补正"):
        send(registered(date(2022, 3, 28)))
