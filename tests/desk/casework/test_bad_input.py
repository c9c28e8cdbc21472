"""The bad input that issue 3 lists, on the desk: a clear message, one case."""

import io
import zipfile
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from desk.pages import text_of
from factories.casework import registered
from gongkai.casework import inside
from gongkai.casework.models import CaseFile, DisclosureRequest

pytestmark = pytest.mark.django_db

NEW = "/desk/cases/new/"
FORM = {
    "channel": "in_person",
    "submitted_on": "2022-02-07",
    "applicant_kind": "natural_person",
    "name": "江一帆",
    "phone": "0396-0000000",
    "subject": "2021年教师招聘方案",
    "form_key": "form-1",
}


@pytest.fixture
def case(organ, today, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return registered(date(2022, 2, 7), organ=organ, today=today)


def url(name, case, *args):
    return reverse(f"case:{name}", args=[case.pk, *args])


def put(desk, case, name, content):
    """Put a file into the case, and return what the page says."""
    upload = SimpleUploadedFile("x", content)
    upload._name = name  # noqa: SLF001 - as a browser that tricks would send it
    data = {"kind": "evidence", "title": "", "file": upload}
    return text_of(desk.post(url("add_file", case), data, follow=True))


def bomb():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("x", "0" * 2 * 1024 * 1024)
    return made.getvalue()


def test_future_date_is_refused_and_what_was_typed_stays(desk, today):
    page = desk.post(NEW, FORM | {"submitted_on": "2022-02-10"})

    assert "2022-02-10还没有到，今天是2022-02-09。请改正日期。" in text_of(page)
    assert page.context["form"]["name"].value() == "江一帆"
    assert DisclosureRequest.objects.count() == 0


def test_step_in_the_future_is_refused(desk, case):
    data = {"on": "2022-02-10", "version": case.version}

    page = desk.post(url("step", case, "amendment_requested"), data)

    assert "日期不能晚于今天：2022-02-10还没有到" in text_of(page)
    assert case.steps.count() == 0


def test_year_without_a_notice_is_counted_by_weekends_and_said(
    desk, organ, monkeypatch
):
    day = date(2030, 1, 7)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: day)

    desk.post(NEW, FORM | {"submitted_on": "2030-01-07"})

    made = DisclosureRequest.objects.get()
    assert made.due_on == date(2030, 2, 4)
    assert "放假安排未公布，暂按周末推算。" in text_of(desk.get(url("page", made)))


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("申请表.pdf", b"MZ", "“申请表.pdf”的内容不是PDF文件。"),
        ("程序.exe", b"MZ", "“程序.exe”这类文件不能存入案卷。"),
        ("空.pdf", b"", "空"),
    ],
)
def test_file_that_is_not_what_it_says_or_empty_is_refused(
    desk, case, name, content, said
):
    assert said in put(desk, case, name, content)
    assert CaseFile.objects.count() == 0


def test_file_larger_than_the_limit_is_refused(desk, case, monkeypatch):
    monkeypatch.setattr(inside, "MOST_MEGABYTES", 0)

    assert "“表.pdf”超过0兆字节。" in put(desk, case, "表.pdf", b"%PDF-1.7")
    assert CaseFile.objects.count() == 0


def test_file_that_swells_when_opened_is_refused(desk, case, monkeypatch):
    monkeypatch.setattr(inside, "MOST_UNPACKED_MEGABYTES", 1)

    assert "“材料.zip”解压后太大，不能存入案卷。" in put(desk, case, "材料.zip", bomb())
    assert CaseFile.objects.count() == 0


def test_name_with_path_tricks_is_only_a_name(desk, case):
    put(desk, case, "../../../etc/表.pdf", b"%PDF-1.7")

    kept = CaseFile.objects.get()
    assert kept.title == "表.pdf"
    assert kept.file.name.startswith("casework/")
    assert ".." not in kept.file.name


def test_double_click_makes_one_case(desk, today):
    first = desk.post(NEW, FORM)

    again = desk.post(NEW, FORM)

    assert again.url == first.url
    assert DisclosureRequest.objects.count() == 1


def test_lost_session_makes_no_second_case(desk, officer, today):
    first = desk.post(NEW, FORM)
    desk.logout()
    desk.force_login(officer)

    again = desk.post(NEW, FORM)

    assert again.url == first.url
    assert DisclosureRequest.objects.count() == 1


def test_two_officers_at_once_take_one_step(desk, case):
    seen = {"on": "2022-02-09", "version": case.version}
    step = url("step", case, "amendment_requested")
    desk.post(step, seen)

    page = desk.post(step, seen)

    assert "另一位同事刚刚办理了这件申请，请刷新后再办。" in text_of(page)
    assert case.steps.count() == 1
