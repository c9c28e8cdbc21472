"""What the follow page tells of the course of a case, and of the remedies."""

from datetime import date

import lxml.html
import pytest

from factories.casework import registered, take_steps
from factories.notices import approved_notice, case_with_applicant, officer_of, today
from gongkai.casework.notices import record_delivery, send_notice
from gongkai.portal.casework.course import course_of, remedies_of
from gongkai.portal.casework.status import notices_for_applicant, status_of
from gongkai.statute.clock import Step, StepKind

pytestmark = pytest.mark.django_db

CONSULTED = Step(StepKind.THIRD_PARTY_CONSULTED, date(2022, 3, 30), party="乔某")


def test_course_is_told_in_plain_words_and_names_no_third_party():
    case = take_steps(registered(date(2022, 3, 28)), CONSULTED)

    told = [(one.on.isoformat(), one.words) for one in course_of(case)]

    assert told == [
        ("2022-03-28", "提交申请"),
        ("2022-03-30", "征求第三方意见，所需时间不计入答复期限"),
    ]


def test_every_step_has_its_words():
    case = registered(date(2022, 3, 28))
    for position, kind in enumerate(StepKind, 1):
        case.steps.create(position=position, kind=kind.value, on=date(2022, 4, 1))

    assert all(one.words for one in course_of(case))


def test_due_day_comes_with_its_account():
    case = registered(date(2022, 3, 28))

    status = status_of(case, date(2022, 3, 29))

    assert sum(line.counted for line in status.account) == 20
    assert not status.is_provisional


def test_account_names_no_third_party():
    case = take_steps(registered(date(2022, 3, 28)), CONSULTED)

    status = status_of(case, date(2022, 3, 31))

    assert "乔某" not in "".join(line.text for line in status.account)


@pytest.fixture
def sent(db):
    """A reply that was posted today."""
    notice = approved_notice()
    officer = officer_of(notice.disclosure_request.organ)
    delivery = send_notice(
        notice=notice, way="post", sent_on=today(), tracking_number="XA1", actor=officer
    )
    return notice.disclosure_request, delivery


def test_remedies_are_told_as_soon_as_the_reply_goes_out(sent):
    case, _ = sent

    remedies = remedies_of(notices_for_applicant(case))

    assert "行政复议" in remedies.text
    assert remedies.ways == []


def test_last_days_of_the_remedies_are_told_once_it_arrived(sent):
    case, delivery = sent
    record_delivery(delivery=delivery, received_on=today(), actor=None)

    remedies = remedies_of(notices_for_applicant(case))

    assert [way.words for way in remedies.ways] == ["申请行政复议", "直接提起行政诉讼"]


def test_without_a_reply_there_are_no_remedies():
    assert remedies_of(notices_for_applicant(case_with_applicant())) is None


def test_page_shows_course_account_and_print(client, send):
    number, code = send()
    client.post("/follow/", {"number": number, "code": code})

    page = lxml.html.document_fromstring(client.get("/follow/case/").content)

    steps = page.xpath("//section[@aria-labelledby='course']//li/span/text()")
    assert steps == ["提交申请"]
    assert page.xpath("//button[@data-print]/text()") == ["打印本页"]
