"""Answering an amendment notice online, as the applicant."""

from datetime import timedelta

import lxml.html
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from gongkai.casework.models import AmendedRequest, DisclosureRequest
from gongkai.casework.notices import draft_notice, fill_notice
from gongkai.casework.services import confirm_amendment, decline_amendment, record_step
from gongkai.organs.sealed_files import sealed_storage
from gongkai.statute.clock import Step, StepKind

pytestmark = pytest.mark.django_db

WRITE, REVIEW, CASE = "/follow/amend/", "/follow/amend/review/", "/follow/case/"
TEXT = "2021年秋季教师公开招聘方案"
ELEMENTS = {"missing_parts": "没有写明是哪一次招聘", "guidance": "请写明季节或者文号"}


@pytest.fixture
def asked(client, send):
    """A case sent online, received, and asked to be amended, as its applicant sees it.

    The first figure is how long ago the notice came.
    """

    def run(days=0):
        number, code = send()
        case = DisclosureRequest.objects.get()
        day = timezone.localdate() - timedelta(days=days)
        DisclosureRequest.objects.update(submitted_on=day)
        for kind in (StepKind.RECEIPT_CONFIRMED, StepKind.AMENDMENT_REQUESTED):
            case.refresh_from_db()
            record_step(disclosure_request=case, step=Step(kind, day), actor=None)
        notice = draft_notice(disclosure_request=case, kind="amend", actor=None)
        fill_notice(notice=notice, elements=ELEMENTS, actor=None)
        case.notices.update(status="sent")
        client.post("/follow/", {"number": number, "code": code})
        return case

    return run


def page(response):
    return lxml.html.document_fromstring(response.content)


def problems(response):
    return page(response).xpath("//div[@role='alert']//a/text()")


def said(response, css):
    found = page(response).xpath(f"//*[@class='{css}']")
    return found[0].text_content().split() if found else []


def test_follow_page_leads_to_the_amendment(client, asked):
    asked()

    links = page(client.get(CASE)).xpath("//div[@class='amendment']//a/@href")

    assert links == [WRITE]


def test_form_tells_what_to_amend_and_begins_with_the_request(client, asked):
    asked()

    shown = page(client.get(WRITE))

    assert shown.xpath("//section[@class='answers']/p/text()") == [*ELEMENTS.values()]
    text = shown.xpath("//textarea[@name='text']")[0].text.strip()
    assert text == "2021年教师招聘方案"


def test_amendment_is_sent_and_kept_beside_the_request(client, asked):
    case = asked()
    file = SimpleUploadedFile("说明.pdf", b"%PDF-1.7")

    assert client.post(WRITE, {"text": TEXT, "files": file}).url == REVIEW
    assert client.post(REVIEW).url == CASE

    case.refresh_from_db()
    amended = AmendedRequest.objects.get()
    assert (case.subject, amended.text) == ("2021年教师招聘方案", TEXT)
    assert [file.title for file in case.files.all()] == ["说明.pdf"]
    assert sealed_storage.listdir("casework/pending")[1] == []


def test_follow_page_says_that_it_waits_and_that_it_was_taken_in(client, asked):
    case = asked()
    client.post(WRITE, {"text": TEXT})
    client.post(REVIEW)
    waiting = "".join(said(client.get(CASE), "amendment"))

    confirm_amendment(disclosure_request=case, on=timezone.localdate(), actor=None)

    assert page(client.get(CASE)).xpath("//p[@class='status-word']/text()") == [
        "正在办理"
    ]
    assert "等待云溪县示例局确认收到。您在期限内补正，不算逾期。" in waiting
    assert "确认收到，答复期限重新计算。" in "".join(
        said(client.get(CASE), "amendment")
    )


def test_second_click_makes_no_second_amendment(client, asked):
    asked()
    client.post(WRITE, {"text": TEXT})
    session = dict(client.session.items())
    client.post(REVIEW)
    late = client.session
    late.update(session)
    late.save()

    assert client.post(REVIEW).url == CASE
    assert AmendedRequest.objects.count() == 1


def test_empty_amendment_is_asked_for(client, asked):
    asked()

    assert problems(client.post(WRITE, {"text": " "})) == ["请写补正后的申请内容。"]
    assert client.get(REVIEW).url == WRITE


def test_late_amendment_needs_its_reason(client, asked):
    asked(days=40)

    response = client.post(WRITE, {"text": TEXT})

    assert problems(response) == ["补正期限已满，请写明逾期的理由。"]


def test_late_amendment_is_kept_and_its_refusal_told(client, asked):
    case = asked(days=40)
    client.post(WRITE, {"text": TEXT, "reason": "忘了"})
    client.post(REVIEW)

    decline_amendment(disclosure_request=case, reason="没有正当理由。", actor=None)

    assert "没有恢复办理：没有正当理由。" in "".join(
        said(client.get(CASE), "amendment")
    )


def test_file_that_is_not_what_it_says_is_refused_and_the_text_is_kept(client, asked):
    asked()
    file = SimpleUploadedFile("说明.pdf", b"MZ")

    response = client.post(WRITE, {"text": TEXT, "files": file})

    assert problems(response) == [
        "“说明.pdf”不是PDF、DOCX、JPG或者PNG文件。请转换成其中一种再添加。"
    ]
    assert page(client.get(WRITE)).xpath("//textarea[@name='text']")[
        0
    ].text.strip() == (TEXT)


def test_held_file_can_be_taken_out(client, asked):
    asked()
    file = SimpleUploadedFile("说明.pdf", b"%PDF-1.7")
    client.post(WRITE, {"text": TEXT, "files": file, "go": "add"})

    response = client.post(WRITE, {"text": TEXT, "go": "remove-0"})

    assert page(response).xpath("//span[@class='held-name']") == []


def test_only_who_follows_the_case_may_amend_it(client, asked):
    asked()
    client.post("/follow/leave/")

    assert client.get(WRITE).url == CASE
    assert client.post(REVIEW).url == CASE


def test_case_that_waits_for_nothing_offers_no_amendment(client, send):
    number, code = send()
    client.post("/follow/", {"number": number, "code": code})

    assert client.get(WRITE).url == CASE
