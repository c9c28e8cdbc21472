"""An amendment that was sent online, as the officer answers it."""

from datetime import date

import pytest
from django.urls import reverse

from desk.pages import english_in, text_of
from factories.casework import registered, take_steps
from gongkai.casework.services import record_step, submit_amendment
from gongkai.statute.clock import Step, StepKind

pytestmark = pytest.mark.django_db

ASKED = Step(StepKind.AMENDMENT_REQUESTED, date(2022, 1, 12))
LAST, LATE = date(2022, 1, 26), date(2022, 2, 8)


@pytest.fixture
def case(organ, today):
    return take_steps(registered(date(2022, 1, 10), organ=organ), ASKED)


def send(case, on=LAST, reason=""):
    return submit_amendment(
        disclosure_request=case, text="秋季招聘方案", on=on, reason=reason, form_key="1"
    )


def url(name, case):
    return reverse(f"case:{name}", args=[case.pk])


def test_page_shows_both_texts_and_asks_for_the_confirmation(desk, case):
    send(case)

    text = text_of(desk.get(url("page", case)))

    assert "原申请申请公开2021年教师招聘方案。补正后秋季招聘方案" in text.replace(
        " ", ""
    ).replace("\n", "")
    assert "确认收到补正" in text
    assert english_in(text) == []


def test_worklist_names_what_waits(desk, case):
    send(case)

    text = text_of(desk.get("/desk/cases/"))

    assert "网上补正待确认" in text


def test_confirmation_begins_the_period_anew(desk, case, today):
    send(case)

    answer = desk.post(url("amend_confirm", case), {"on": "2022-02-09"})

    assert answer.url == url("page", case)
    case.refresh_from_db()
    assert (case.state, case.due_on) == ("registered", date(2022, 3, 9))


def test_confirmation_before_the_sending_is_refused_in_words(desk, case):
    send(case)

    page = desk.post(url("amend_confirm", case), {"on": "2022-01-25"}, follow=True)

    assert "早于申请人提交补正的2022-01-26" in text_of(page)


def test_two_officers_at_once_take_it_in_once(desk, case):
    send(case)
    seen = {"on": "2022-02-09", "version": case.version}
    desk.post(url("amend_confirm", case), seen)

    page = desk.post(url("amend_confirm", case), seen, follow=True)

    assert "另一位同事刚刚办理了这件申请" in text_of(page)
    assert case.steps.filter(kind="amended").count() == 1


def test_late_one_can_be_declined_with_a_reason(desk, case):
    step = Step(StepKind.AMENDMENT_LAPSED, date(2022, 2, 7))
    record_step(disclosure_request=case, step=step, actor=None)
    amended = send(case, LATE, "忘了")

    asked = desk.post(url("amend_decline", case), {"reason": ""})
    desk.post(url("amend_decline", case), {"reason": "没有正当理由"})

    assert "请填写不予恢复的理由。" in text_of(asked)
    amended.refresh_from_db()
    assert amended.decline_reason == "没有正当理由"
