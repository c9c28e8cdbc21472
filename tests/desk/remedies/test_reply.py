from datetime import date

import pytest
from django.urls import reverse

from desk.pages import text_of
from factories.casework import DisclosureRequestFactory
from factories.remedies import RemedyCaseFactory
from gongkai.casework.models import Notice
from gongkai.desk.remedies.cases import register
from gongkai.desk.remedies.chips import reply_chip
from gongkai.remedies.models import RemedyCase

pytestmark = pytest.mark.django_db

SENT = {
    "number": "J-1",
    "route": "reconsideration",
    "handling_body": "云溪县人民政府",
    "subject": "不服答复。",
    "accepted_on": "2025-03-03",
    "procedure": "simplified",
    "copy_received_on": "2025-03-06",
}


@pytest.fixture(autouse=True)
def today(monkeypatch):
    day = date(2025, 3, 11)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: day)
    return day


def page_of(case):
    return reverse(register.get_url_name("inspect"), args=[case.pk])


def decision_of(organ, number):
    disclosure_request = DisclosureRequestFactory(organ=organ)
    return Notice.objects.create(
        disclosure_request=disclosure_request, kind="refuse", number=number
    )


def test_registered_reconsideration_shows_by_when_to_reply_and_why(desk, organ):
    desk.post(f"/desk/remedies/new/?organ={organ.code}", SENT)

    case = RemedyCase.objects.get()
    page = text_of(desk.get(page_of(case)))
    assert case.reply_due_on == date(2025, 3, 13)
    assert "提交答复、证据和依据 （本机关）到2025年3月13日" in page
    assert "怎么算 2025-03-06起5个工作日，2025-03-13届满" in page
    assert "▲ 3月13日前答复" in text_of(desk.get("/desk/remedies/"))


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ({"reply_due_on": date(2025, 3, 10)}, "答复逾期 · 3月10日"),
        ({"reply_due_on": date(2025, 3, 11)}, "3月11日前答复"),
        ({"reply_due_on": date(2025, 3, 30)}, "3月30日前答复"),
        (
            {"reply_due_on": date(2025, 3, 10), "replied_on": date(2025, 3, 10)},
            "已答复",
        ),
        (
            {"reply_due_on": date(2025, 3, 9), "replied_on": date(2025, 3, 10)},
            "逾期答复",
        ),
    ],
)
def test_chip_says_how_the_reply_stands(fields, word):
    assert reply_chip(RemedyCaseFactory.build(organ=None, **fields)).word == word


def test_case_without_a_copy_has_no_chip():
    assert reply_chip(RemedyCaseFactory.build(organ=None)) is None


def test_decision_is_named_by_its_document_number(desk, organ):
    decision = decision_of(organ, "云教公开〔2025〕1号")

    desk.post(
        f"/desk/remedies/new/?organ={organ.code}",
        {**SENT, "decision": "云教公开〔2025〕1号"},
    )

    case = RemedyCase.objects.get()
    assert case.decision == decision
    assert case.disclosure_request == decision.disclosure_request


def test_decision_of_another_organ_is_not_found(desk, organ, other_organ):
    decision_of(other_organ, "云卫公开〔2025〕1号")

    response = desk.post(
        f"/desk/remedies/new/?organ={organ.code}",
        {**SENT, "decision": "云卫公开〔2025〕1号"},
    )

    assert "本机关没有文号为“云卫公开〔2025〕1号”的文书" in text_of(response)
    assert RemedyCase.objects.count() == 0


def test_document_number_given_twice_is_refused_in_words(desk, organ):
    decision_of(organ, "云教公开〔2025〕1号")
    decision_of(organ, "云教公开〔2025〕1号")

    response = desk.post(
        f"/desk/remedies/new/?organ={organ.code}",
        {**SENT, "decision": "云教公开〔2025〕1号"},
    )

    assert "有两份文书，认不出是哪一份" in text_of(response)
