"""Review, sending and the receipt."""

import logging

import lxml.html
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from django.utils import timezone

from gongkai.casework.models import CaseFile, DisclosureRequest
from gongkai.organs.sealed_files import sealed_storage
from gongkai.portal.casework import draft
from gongkai.portal.casework.views import sending
from gongkai.statute.errors import GongkaiError
from portal.casework.conftest import FORM, ORGANISATION

pytestmark = pytest.mark.django_db

REVIEW = f"{FORM}review/"
RECEIPT = "/o/YX01/apply/receipt/"


def shown(response):
    return lxml.html.document_fromstring(response.content)


def answers(response):
    pairs = shown(response).xpath("//section[@class='answers']/dl/div")
    return {pair[0].text: pair[1].text for pair in pairs}


def problems(response):
    return shown(response).xpath("//div[@role='alert']//a/text()")


def test_review_shows_every_answer(client, fill):
    fill()

    assert answers(client.get(REVIEW)) == {
        "身份": "公民（个人）",
        "姓名": "林小满",
        "证件类型": "居民身份证",
        "证件号码": "11010519491231002X",
        "联系电话": "0000-7654321",
        "信息的名称": "2021年教师招聘方案",
        "方式": "电子文件，发到电子邮箱或者在网上下载",
    }


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, ["没有写电子邮箱，电子文件要凭编号和查询码在网上下载。"]),
        (
            {"supply": {"supply_form": "paper"}},
            ["没有写通信地址，纸质复制件要到办公地点自行领取。"],
        ),
        ({"applicant": {"email": "lin@example.cn"}}, []),
        ({"supply": {"supply_form": "inspection"}}, []),
    ],
)
def test_review_reminds_of_what_the_way_of_supply_needs(client, fill, changed, said):
    fill(**changed)

    reminders = shown(client.get(REVIEW)).xpath("//p[@class='answers-note']/text()")
    assert reminders == said


def test_sending_makes_one_case_with_its_applicant(send, organ):
    number, _ = send()

    case = DisclosureRequest.objects.get()
    assert (case.number, case.organ, case.channel) == (number, organ, "online")
    assert case.applicant_kind == "natural_person"
    assert case.subject == "2021年教师招聘方案"
    assert case.supply_form == "electronic"
    assert case.submitted_on == timezone.localdate()
    assert case.received_on is None
    assert case.applicant.name == "林小满"
    assert case.applicant.identity_number == "11010519491231002X"
    assert case.applicant.phone == "0000-7654321"


def test_sending_for_an_organisation_keeps_whom_to_call(send):
    send(kind={"applicant_kind": "commercial_enterprise"}, applicant=ORGANISATION)

    case = DisclosureRequest.objects.get()
    assert case.applicant_kind == "commercial_enterprise"
    assert case.applicant.contact_person == "林小满"


def test_sending_puts_the_parts_of_the_subject_under_their_names(send):
    send(subject={"document_number": "云示〔2021〕7号", "features": "去年秋天的"})

    assert DisclosureRequest.objects.get().subject == (
        "名称：2021年教师招聘方案\n文号：云示〔2021〕7号\n特征：去年秋天的"
    )


def test_sending_hands_the_files_over(send):
    send(files={"files": SimpleUploadedFile("证件.pdf", b"%PDF-1.7")})

    kept = CaseFile.objects.get()
    assert (kept.title, kept.kind, kept.file.read()) == (
        "证件.pdf",
        "submitted",
        b"%PDF-1.7",
    )
    kept.file.close()
    assert sealed_storage.listdir("casework/pending")[1] == []


def test_second_click_makes_no_second_case_and_keeps_the_receipt(client, fill):
    fill()
    session = client.session
    before = dict(session.items())
    first = client.post(REVIEW, follow=True).context["receipt"]

    again = client.post(REVIEW, follow=True).context["receipt"]
    late = client.session
    late.update(before)
    late.save()
    late_answer = client.post(REVIEW, follow=True).context["receipt"]

    assert again == first
    assert late_answer == first
    assert DisclosureRequest.objects.count() == 1


def test_draft_is_forgotten_after_sending(client, send):
    send()

    assert list(client.session.keys()) == ["receipt:YX01"]
    assert client.get(FORM).url == f"{FORM}kind/"
    assert client.get(REVIEW).url == RECEIPT


def test_receipt_shows_number_and_code_and_is_no_ones_but_his(client, send):
    number, code = send()

    page = shown(client.get(RECEIPT))

    assert page.xpath("//dd[@class='receipt-key']/text()") == [number, code]
    assert number not in page.findtext(".//title")
    client.cookies.clear()
    assert code not in client.get(RECEIPT).content.decode()


def test_receipt_can_be_saved(client, send):
    number, code = send()

    text = client.get(f"{RECEIPT}receipt.txt").content.decode()

    assert text.splitlines()[:4] == [
        "政府信息公开申请回执",
        "受理机关：云溪县示例局",
        f"申请编号：{number}",
        f"查询码：{code}",
    ]


def test_receipt_is_cleared_when_asked(client, send):
    _, code = send()

    client.post(RECEIPT)

    assert code not in client.get(RECEIPT).content.decode()
    assert client.get(f"{RECEIPT}receipt.txt").url == RECEIPT


def test_receipt_is_not_shown_for_ever(client, fill, monkeypatch):
    monkeypatch.setattr(draft, "RECEIPT_SECONDS", -1)
    fill()

    response = client.post(REVIEW, follow=True)

    assert shown(response).findtext(".//h1") == "没有可以显示的回执"


@pytest.mark.parametrize(
    ("setting", "who"),
    [
        ("APPLY_PER_ADDRESS", "您所在的网络"),
        ("APPLY_PER_IDENTITY", "这个证件号码"),
    ],
)
def test_too_many_in_a_day_are_refused_and_nothing_typed_is_lost(
    client, settings, fill, send, setting, who
):
    setattr(settings, setting, 1)
    send()
    fill()

    response = client.post(REVIEW)

    assert "".join(problems(response)) == (
        f"{who}今天已经在网上提交了1件申请。"
        "请明天再提交，或者改用当面、邮寄等其他方式提交。"
    )
    assert DisclosureRequest.objects.count() == 1
    assert client.get(REVIEW).status_code == 200


def test_refusal_of_the_service_is_said_on_the_review(client, fill, monkeypatch):
    def refuse(**_):
        raise GongkaiError("这样的申请收不下。请改正以后再提交。")

    monkeypatch.setattr("gongkai.portal.casework.views.sending.submit_online", refuse)
    fill()

    response = client.post(REVIEW)

    assert problems(response) == ["这样的申请收不下。请改正以后再提交。"]
    assert client.get(REVIEW).status_code == 200


def test_busy_database_is_said_and_sending_again_makes_one_case(
    client, fill, monkeypatch
):
    def busy(**_):
        raise OperationalError("database is locked")

    fill()
    with monkeypatch.context() as patched:
        patched.setattr("gongkai.portal.casework.views.sending.submit_online", busy)
        response = client.post(REVIEW)
    client.post(REVIEW)

    assert problems(response) == [sending.BUSY]
    assert DisclosureRequest.objects.count() == 1


def test_attachment_that_is_gone_is_named(client, fill):
    fill(files={"files": SimpleUploadedFile("证件.pdf", b"%PDF-1.7")})
    for name in sealed_storage.listdir("casework/pending")[1]:
        sealed_storage.delete(f"casework/pending/{name}")

    response = client.post(REVIEW)

    assert problems(response) == [
        "附件“证件.pdf”保存得太久，已经清除。需要的请重新添加。"
    ]
    assert DisclosureRequest.objects.count() == 0
    assert client.post(REVIEW).url == RECEIPT


def test_nothing_personal_is_logged(caplog, send):
    with caplog.at_level(logging.DEBUG):
        send()

    written = [
        record.getMessage()
        for record in caplog.records
        if not record.name.startswith("django.db")
    ]
    assert "林小满" not in "".join(written)
    assert "11010519491231002X" not in "".join(written)
