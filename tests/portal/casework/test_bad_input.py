"""The bad input that issue 3 lists, on the portal: a clear message, nothing lost."""

import io
import zipfile
from datetime import date

import lxml.html
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from gongkai.casework import inside
from gongkai.casework.models import CaseFile, DisclosureRequest
from gongkai.casework.services import record_step
from gongkai.organs.sealed_files import sealed_storage
from gongkai.portal.casework import attachments
from gongkai.statute.clock import Step, StepKind
from portal.casework.conftest import FORM

pytestmark = pytest.mark.django_db

REVIEW, FILES = f"{FORM}review/", f"{FORM}files/"
PDF = b"%PDF-1.7"


def shown(response):
    return lxml.html.document_fromstring(response.content)


def problems(response):
    return shown(response).xpath("//div[@role='alert']//a/text()")


def held():
    """How many files wait on disk."""
    if not sealed_storage.exists("casework/pending"):
        return 0
    return len(sealed_storage.listdir("casework/pending")[1])


def bomb():
    """A document of few bytes that grows to two megabytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", "x")
        file.writestr("word/document.xml", "0" * 2 * 1024 * 1024)
    return made.getvalue()


@pytest.fixture
def attach(answer):
    """Answer the steps before, and attach a file."""

    def run(name, content):
        for step in ("kind", "applicant", "subject", "supply"):
            answer(step)
        return answer("files", files=SimpleUploadedFile(name, content))

    return run


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("证件.pdf", b"MZ", "不是PDF、DOCX、JPG或者PNG文件。请转换成其中一种再添加。"),
        ("证件.pdf", b"", "是空文件。请重新选择。"),
    ],
)
def test_upload_that_is_not_what_it_says_or_empty_is_refused(
    attach, name, content, said
):
    response = attach(name, content)

    assert problems(response) == [f"“{name}”{said}"]
    assert held() == 0


def test_upload_larger_than_the_limit_is_refused(attach, monkeypatch):
    monkeypatch.setattr(attachments, "BYTES_LIMIT", 5)

    response = attach("证件.pdf", PDF)

    assert problems(response)[0][:14] == "“证件.pdf”超过10MB"[:14]
    assert held() == 0


def test_upload_that_swells_when_opened_is_refused(attach, monkeypatch):
    monkeypatch.setattr(inside, "MOST_UNPACKED_MEGABYTES", 1)

    response = attach("说明.docx", bomb())

    assert problems(response) == [
        "“说明.docx”解压后太大，不能添加。请另存为PDF再添加。"
    ]
    assert held() == 0


def test_name_with_path_tricks_is_only_a_name(client, attach):
    attach("../../../etc/证件.pdf", PDF)
    client.post(REVIEW)

    kept = CaseFile.objects.get()
    assert kept.title == "证件.pdf"
    assert kept.file.name.startswith(f"casework/{timezone.localdate():%Y/%m}/")
    assert "证件" not in kept.file.name


def test_double_click_makes_one_case(client, fill):
    fill()

    client.post(REVIEW)
    client.post(REVIEW)

    assert DisclosureRequest.objects.count() == 1


def test_lost_answer_leads_to_the_receipt(client, fill):
    fill()
    client.post(REVIEW)

    page = client.post(REVIEW, follow=True)

    number = DisclosureRequest.objects.get().number
    assert page.context["receipt"].number == number


def test_receipt_that_another_tab_wrote_over_comes_with_a_fresh_code(client, fill):
    fill()
    other_tab = dict(client.session.items())
    lost = client.post(REVIEW, follow=True).context["receipt"]
    session = client.session
    session.pop("receipt:YX01")
    session.update(other_tab)
    session.save()

    found = client.post(REVIEW, follow=True).context["receipt"]

    assert found.number == lost.number
    assert found.code != lost.code
    asked = {"number": found.number, "code": found.code}
    assert client.post("/follow/", asked).url == "/follow/case/"


def test_year_without_a_notice_is_counted_and_said(client, send, monkeypatch):
    day = date(2030, 1, 7)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: day)
    number, code = send()
    case = DisclosureRequest.objects.get()
    step = Step(StepKind.RECEIPT_CONFIRMED, day)
    record_step(disclosure_request=case, step=step, actor=None, today=day)
    client.post("/follow/", {"number": number, "code": code})

    page = shown(client.get("/follow/case/"))

    assert page.xpath("//p[@class='answers-note']/text()") == [
        "期限跨到的年份放假安排还没有公布，暂按周末推算，公布后可能调整。"
    ]


def test_session_that_is_lost_begins_anew_and_says_nothing_false(client, fill):
    fill()
    client.cookies.clear()

    response = client.post(REVIEW, follow=True)

    assert response.redirect_chain == [(f"{FORM}kind/?lost=1", 302)]
    assert shown(response).xpath("//p[@class='status-word']/text()") == [
        "前面填写的内容不在了"
    ]
    assert DisclosureRequest.objects.count() == 0
