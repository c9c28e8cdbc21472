"""The page of a case: its clock, its buttons, who applied, what colleagues do."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from desk.pages import english_in, text_of
from factories.casework import DisclosureRequestFactory
from factories.organs import OfficeFactory, account_with_role
from gongkai.audit.models import AuditEntry
from gongkai.casework.applicants import ApplicantData
from gongkai.casework.services import record_step, register_request
from gongkai.organs.roles import Role
from gongkai.statute.clock import Step, StepKind

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(organ, officer, today):
    return register_request(
        organ=organ,
        applicant_kind="natural_person",
        channel="in_person",
        subject="2021年教师招聘方案",
        submitted_on=date(2022, 2, 7),
        received_on=date(2022, 2, 7),
        applicant=ApplicantData(name="江一帆", phone="0396-0000000"),
        actor=officer,
    )


def url(name, case, *args):
    return reverse(f"case:{name}", args=[case.pk, *args])


def test_page_counts_down_and_explains_the_due_day(desk, case):
    text = text_of(desk.get(url("page", case)))

    assert "剩 18 个工作日 · 3月7日" in text
    assert "2022年2月7日为收到申请之日，当日不计" in text
    assert "《政府信息公开条例》第三十三条" in text
    assert english_in(text) == []


def test_page_offers_what_is_lawful_and_tells_why_the_rest_is_not(desk, case):
    page = desk.get(url("page", case)).content.decode()

    assert url("step", case, "amendment_requested") in page
    assert url("step", case, "decided") in page
    assert url("step", case, "amended") not in page
    assert "没有告知过补正，不能登记收到补正" in page


def test_page_of_an_overdue_case_says_so(desk, case, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2022, 3, 9))

    text = text_of(desk.get(url("page", case)))

    assert "已超 2 个工作日 · 3月7日" in text
    assert "逾期未答复" in text


def test_applicant_is_hidden_until_asked_for_and_the_journal_knows(desk, case):
    assert "江一帆" not in desk.get(url("page", case)).content.decode()

    shown = desk.post(url("applicant", case))

    assert "江一帆" in text_of(shown)
    entry = AuditEntry.objects.first()
    assert (entry.action, entry.subject_key) == ("查看申请人", case.number)
    assert "江一帆" not in str(entry.detail)


def test_applicant_is_not_shown_by_following_a_link(desk, case):
    assert desk.get(url("applicant", case)).status_code == 405


def test_those_who_only_look_on_see_no_applicant_and_no_buttons(client, organ, case):
    client.force_login(account_with_role(Role.SUPERVISOR, organ))

    page = client.get(url("page", case)).content.decode()

    assert "申请人信息只有办理人员可以查看" in page
    assert "/steps/" not in page
    assert client.post(url("applicant", case)).url == "/desk/"


def test_a_case_of_another_organ_is_not_there(client, other_organ, case):
    client.force_login(account_with_role(Role.OGI_OFFICER, other_organ))

    assert client.get(url("page", case)).status_code == 404
    assert client.post(url("note", case), {"text": "看看"}).status_code == 404
    assert client.get(url("step", case, "decided")).status_code == 404


def test_an_old_case_of_the_ledger_has_its_page(desk, organ, today):
    old = DisclosureRequestFactory(
        organ=organ, closed_on=date(2021, 6, 20), outcome="disclosed"
    )

    text = text_of(desk.get(url("page", old)))

    assert "由台账登记的旧件" in text
    assert "予以公开" in text


def test_timeline_tells_who_recorded_each_step(desk, case, officer):
    step = Step(StepKind.EXTENDED, date(2022, 2, 9), working_days=10)
    record_step(disclosure_request=case, step=step, actor=officer)

    text = text_of(desk.get(url("page", case)))

    assert "2022年2月9日 延长答复期限" in text
    assert "延长 10 个工作日" in text
    assert "小满" in text


def test_note_is_kept_for_colleagues(desk, case):
    answer = desk.post(url("note", case), {"text": "已电话联系招聘办。"})

    assert answer.url == url("page", case)
    assert "已电话联系招聘办。" in text_of(desk.get(answer.url))


def test_office_is_asked_and_answers(desk, case, organ):
    office = OfficeFactory(organ=organ, name="人事股")
    data = {
        "office": office.pk,
        "question": "有没有现成的方案？",
        "asked_on": "2022-02-08",
        "due_on": "2022-02-08",
    }
    desk.post(url("ask_office", case), data)
    asked = case.unit_consultations.get()
    assert "已过期" in text_of(desk.get(url("page", case)))

    prefix = f"answer-{asked.pk}"
    sent = {f"{prefix}-answer": "有", f"{prefix}-answered_on": "2022-02-09"}
    desk.post(url("answer", case, asked.pk), sent)

    assert "2022-02-09 回复：有" in text_of(desk.get(url("page", case)))


def test_office_is_not_asked_backwards(desk, case, organ):
    office = OfficeFactory(organ=organ)
    data = {
        "office": office.pk,
        "question": "有吗？",
        "asked_on": "2022-02-08",
        "due_on": "2022-02-07",
    }

    answer = desk.post(url("ask_office", case), data)

    assert "要求回复日期2022-02-07早于征询日期2022-02-08" in text_of(answer)
    assert not case.unit_consultations.exists()


def test_case_is_given_to_an_office(desk, case, organ):
    office = OfficeFactory(organ=organ, name="人事股")

    desk.post(url("assign", case), {"office": office.pk, "handler": ""})

    case.refresh_from_db()
    assert case.office == office


def test_file_comes_back_as_it_was_sent(desk, case, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    sent = SimpleUploadedFile("申请表.pdf", b"%PDF-1.7 x")

    desk.post(url("add_file", case), {"kind": "submitted", "file": sent})

    kept = case.files.get()
    answer = desk.get(url("file", case, kept.pk))
    assert b"".join(answer.streaming_content) == b"%PDF-1.7 x"
    assert answer["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("申请表.pdf", b"MZ\x90", "的内容不是PDF文件"),
        ("程序.exe", b"MZ\x90", "这类文件不能存入案卷"),
    ],
)
def test_file_that_is_not_what_it_says_is_refused(
    desk, case, settings, tmp_path, name, content, sentence
):
    settings.MEDIA_ROOT = tmp_path
    sent = SimpleUploadedFile(name, content)

    answer = desk.post(url("add_file", case), {"kind": "evidence", "file": sent})

    assert sentence in text_of(answer)
    assert not case.files.exists()


def test_a_closed_case_is_handed_out_as_one_file_and_the_journal_knows(
    desk, case, officer
):
    step = Step(StepKind.DECIDED, date(2022, 2, 9), outcome="disclosed")
    record_step(disclosure_request=case, step=step, actor=officer)
    assert url("archive", case) in desk.get(url("page", case)).content.decode()

    answer = desk.get(url("archive", case))

    assert answer.content.startswith(b"PK")
    assert AuditEntry.objects.first().action == "下载案卷"
    assert "江一帆" not in answer["Content-Disposition"]


def test_similar_requests_are_shown_with_the_reason(desk, case, organ):
    DisclosureRequestFactory(
        organ=organ, number="2021-0007", subject="2021年教师招聘方案"
    )

    text = text_of(desk.get(url("page", case)))

    assert "相同或者近似的申请" in text
    assert "2021-0007" in text
