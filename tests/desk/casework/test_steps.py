"""Recording steps: the form of each kind, what comes of it, what is refused."""

from datetime import date

import pytest
from django.urls import reverse

from desk.pages import english_in, text_of
from factories.casework import DisclosureRequestFactory
from gongkai.audit.models import AuditEntry
from gongkai.desk.casework.step_fields import FIELDS, QUESTIONS
from gongkai.statute.clock import StepKind
from gongkai.statute.outcomes import Outcome

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(organ, today):
    return DisclosureRequestFactory(
        organ=organ,
        number="2022-0001",
        channel="in_person",
        received_on=date(2022, 2, 7),
        state="registered",
    )


def url(case, kind, name="step"):
    return reverse(f"case:{name}", args=[case.pk, kind])


def record(desk, case, kind, **fields):
    case.refresh_from_db()
    data = {"on": "2022-02-09", "version": case.version} | fields
    return desk.post(url(case, kind), data)


def test_every_kind_of_step_has_its_form_in_chinese(desk, case):
    # a withdrawal has a form of its own, which asks for its proof
    for kind in set(StepKind) - {StepKind.WITHDRAWN}:
        text = text_of(desk.get(url(case, kind.value)))
        assert FIELDS[kind].on in text, kind
        assert english_in(text) == [], kind


def test_an_unknown_step_is_not_there(desk, case):
    assert desk.get(url(case, "eaten")).status_code == 404


def test_questions_offer_every_outcome_but_the_two_lapses():
    offered = [one for question in QUESTIONS for one in question.outcomes]

    lapses = {Outcome.OTHER_AMENDMENT_LAPSED, Outcome.OTHER_FEE_LAPSED}
    assert sorted(offered) == sorted(set(Outcome) - lapses)


def test_extension_moves_the_due_day(desk, case):
    answer = record(desk, case, "extended", working_days="10", note="股长已同意")

    case.refresh_from_db()
    assert answer.url == reverse("case:page", args=[case.pk])
    assert (case.due_on, case.version) == (date(2022, 3, 21), 1)


def test_preview_shows_the_new_due_day_and_keeps_nothing(desk, case):
    data = {"on": "2022-02-09", "version": "0", "working_days": "10"}

    shown = desk.post(url(case, "extended", "preview"), data)

    case.refresh_from_db()
    assert "剩 28 个工作日 · 3月21日" in text_of(shown)
    assert (case.version, case.steps.count()) == (0, 0)
    assert not AuditEntry.objects.exists()


def test_preview_without_script_shows_the_form_again(desk, case):
    answer = record(desk, case, "extended", act="preview")

    case.refresh_from_db()
    assert "办理后期限变为" in text_of(answer)
    assert "4月2日" in text_of(answer)
    assert not case.steps.exists()


def test_preview_tells_why_a_step_is_refused(desk, case):
    data = {"on": "2022-02-09", "version": "0"}

    shown = desk.post(url(case, "amended", "preview"), data)

    assert "没有告知过补正" in text_of(shown)


def test_amendment_stops_the_clock_and_begins_it_anew(desk, case, monkeypatch):
    record(desk, case, "amendment_requested", note="写明是哪一年的方案")
    case.refresh_from_db()
    assert (case.state, case.due_on) == ("awaiting_amendment", None)

    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2022, 2, 14))
    record(desk, case, "amended", on="2022-02-14")

    case.refresh_from_db()
    assert (case.state, case.due_on) == ("registered", date(2022, 3, 14))


def test_reply_ends_the_case_in_one_cell(desk, case):
    record(desk, case, "decided", outcome="disclosed")

    case.refresh_from_db()
    assert (case.outcome, case.closed_on) == ("disclosed", date(2022, 2, 9))


@pytest.mark.parametrize(
    ("kind", "fields", "sentence"),
    [
        ("decided", {"outcome": "withheld.internal_affairs"}, "要写明依据和理由"),
        ("decided", {}, "请选择办理结果。"),
        ("amended", {}, "没有告知过补正，不能登记收到补正"),
        ("extended", {"working_days": "30"}, "延长期限应为1至20个工作日"),
        ("extended", {"on": "2022-02-10"}, "日期不能晚于今天"),
        ("extended", {"on": "2022-02-01"}, "早于收到申请的日期"),
        ("extended", {"on": ""}, "请填写告知申请人的日期。"),
        ("third_party_consulted", {}, "请填写第三方。"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_written(
    desk, case, kind, fields, sentence
):
    answer = record(desk, case, kind, **fields)

    assert sentence in text_of(answer)
    assert not case.steps.exists()


def test_two_officers_at_once_make_one_step(desk, case):
    record(desk, case, "extended")

    sent = {"on": "2022-02-09", "version": "0"}
    second = desk.post(url(case, "reasons_requested"), sent)

    assert "另一位同事刚刚办理了这件申请" in text_of(second)
    assert case.steps.count() == 1


def test_last_step_is_taken_back_with_a_reason(desk, case):
    record(desk, case, "extended")
    undo = reverse("case:undo", args=[case.pk])
    assert "延长答复期限" in text_of(desk.get(undo))

    refused = desk.post(undo, {"reason": "", "version": "1"})
    assert "请填写撤销理由。" in text_of(refused)
    desk.post(undo, {"reason": "记错了案件", "version": "1"})

    case.refresh_from_db()
    assert (case.steps.count(), case.due_on) == (0, date(2022, 3, 7))
    assert AuditEntry.objects.first().detail["reason"] == "记错了案件"


def test_nothing_is_taken_back_where_nothing_was_done(desk, case):
    answer = desk.get(reverse("case:undo", args=[case.pk]), follow=True)

    assert "没有可以撤销的步骤" in text_of(answer)
