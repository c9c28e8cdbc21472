"""Registering requests: by each channel, several of one letter, what is refused."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from desk.pages import english_in, text_of
from factories.organs import OfficeFactory, OrganFactory, account_with_role
from gongkai.casework.models import Applicant, DisclosureRequest
from gongkai.organs.roles import Role

pytestmark = pytest.mark.django_db

FORM = {
    "channel": "in_person",
    "submitted_on": "2022-02-07",
    "applicant_kind": "natural_person",
    "name": "江一帆",
    "phone": "0396-0000000",
    "subject": "2021年教师招聘方案",
}
URL = "/desk/cases/new/"


def send(desk, **fields):
    return desk.post(URL, FORM | fields)


def test_form_explains_the_receipt_rule_of_each_channel(desk, today):
    page = desk.get(URL)

    text = text_of(page)
    assert "以提交之日为收到申请之日" in text
    assert "以双方确认之日为收到申请之日" in text
    assert english_in(text) == []


def test_a_request_at_the_counter_is_received_that_day(desk, today):
    answer = send(desk)

    made = DisclosureRequest.objects.get()
    assert answer.url == reverse("case:page", args=[made.pk])
    assert (made.received_on, made.state) == (date(2022, 2, 7), "registered")
    assert made.applicant.name == "江一帆"


def test_an_email_waits_for_its_confirmation(desk, today):
    send(desk, channel="email")

    made = DisclosureRequest.objects.get()
    assert (made.received_on, made.state, made.due_on) == (None, "submitted", None)


def test_several_matters_of_one_letter_become_cases_of_one_receipt(desk, today):
    send(desk, subject_2="2021年校车采购合同", subject_3="2021年食堂检查记录")

    cases = DisclosureRequest.objects.order_by("pk")
    assert [case.number for case in cases] == ["2022-0001", "2022-0002", "2022-0003"]
    assert {case.received_on for case in cases} == {date(2022, 2, 7)}
    assert Applicant.objects.count() == 3


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"submitted_on": "2022-03-01"}, "2022-03-01还没有到"),
        ({"received_on": "2022-02-01"}, "收到申请之日2022-02-01早于提交日期"),
        ({"name": ""}, "请填写姓名或者名称。"),
        ({"channel": ""}, "请选择申请渠道。"),
        ({"submitted_on": "昨天"}, "请填写日期，如 2021-03-05。"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_lost(desk, today, wrong, sentence):
    answer = send(desk, **wrong)

    assert sentence in text_of(answer)
    assert "2021年教师招聘方案" in answer.content.decode()
    assert not DisclosureRequest.objects.exists()


def test_the_same_form_sent_twice_makes_one_case(desk, today):
    key = desk.get(URL).context["form_key"]

    first = send(desk, form_key=key)
    second = send(desk, form_key=key)

    assert first.url == second.url
    assert DisclosureRequest.objects.count() == 1


def test_only_the_organs_own_offices_can_handle(desk, today):
    foreign = OfficeFactory(organ=OrganFactory())

    answer = send(desk, office=foreign.pk)

    assert answer.status_code == 200
    assert not DisclosureRequest.objects.exists()


def test_officers_of_several_organs_are_asked_for_which(client, organ, other_organ):
    account = account_with_role(Role.OGI_OFFICER, organ)
    account.person.roles.create(organ=other_organ, role=Role.OGI_OFFICER)
    client.force_login(account)

    page = client.get(URL)

    assert "为哪个机关登记？" in text_of(page)
    assert client.get(f"{URL}?organ=B-1").status_code == 200
    assert client.get(f"{URL}?organ=nowhere").status_code == 404


def test_persons_who_apply_together_become_one_case(desk, today):
    send(desk, joint_2_name="顾南溪", joint_2_phone="0396-0000001")

    made = DisclosureRequest.objects.get()
    others = [(one.name, one.phone) for one in made.joint_applicants.all()]
    assert others == [("顾南溪", "0396-0000001")]


def test_a_joint_applicant_without_a_name_is_asked_for(desk, today):
    page = send(desk, joint_3_phone="0396-0000001")

    assert "请填写第3人的姓名或者名称。" in text_of(page)
    assert DisclosureRequest.objects.count() == 0


def test_an_oral_request_is_written_down_and_keeps_its_evidence(desk, today):
    scan = SimpleUploadedFile("代填申请表.pdf", b"%PDF-1.7", "application/pdf")
    send(
        desk,
        is_oral="on",
        receipt_evidence="当面宣读，申请人签名",
        scans=scan,
    )

    made = DisclosureRequest.objects.get()
    page = text_of(desk.get(reverse("case:page", args=[made.pk])))
    assert (made.is_oral, made.receipt_evidence) == (True, "当面宣读，申请人签名")
    assert [file.title for file in made.files.all()] == ["代填申请表.pdf"]
    assert "口头提出，工作人员代填" in page
    assert "收到凭据 当面宣读，申请人签名" in page


def test_an_oral_request_came_to_the_counter(desk, today):
    page = send(desk, channel="post_signed", is_oral="on")

    assert "口头提出的，渠道选“当面提交”" in text_of(page)
    assert DisclosureRequest.objects.count() == 0


def test_a_scan_that_is_not_what_it_says_is_refused(desk, today):
    scan = SimpleUploadedFile("来信.pdf", b"GIF89a", "application/pdf")

    page = send(desk, scans=scan)

    assert "的内容不是PDF文件" in text_of(page)
    assert DisclosureRequest.objects.count() == 0
