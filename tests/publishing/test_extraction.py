"""The text of attachments, read one by one; what cannot be read says why."""

import zipfile
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from docx import Document
from openpyxl import Workbook

from factories.organs import OrganFactory, account_with_role
from factories.publishing import ItemFactory
from gongkai.jobs.models import Job
from gongkai.organs.roles import Role
from gongkai.publishing import extraction
from gongkai.publishing.extraction import extract, extract_waiting, start_extraction
from gongkai.publishing.models import Attachment, TextState

pytestmark = pytest.mark.django_db


def attached(name, content):
    made = Attachment(item=ItemFactory(), title=name)
    made.file.save(name, ContentFile(content), save=False)
    made.save()
    return made


def saved(document):
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def word(text):
    document = Document()
    document.add_paragraph(text)
    return saved(document)


def packed(**parts):
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def test_the_text_of_a_document_is_kept():
    attachment = extract(attached("通知.docx", word("秋季招生通知")))

    assert (attachment.text_state, attachment.text) == (TextState.READ, "秋季招生通知")


def test_the_cells_of_a_table_are_kept():
    book = Workbook()
    book.active.append(["学校", "人数"])

    attachment = extract(attached("名单.xlsx", saved(book)))

    assert attachment.text == "学校\t人数"


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("坏.pdf", b"%PDF-1.4 cut short", "打不开"),
        ("假.docx", b"not a document", "不是 DOCX 文件"),
        ("锁.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "打开密码"),
        ("宏.docx", packed(**{"word/vbaProject.bin": b"macro"}), "宏"),
        ("弹.zip", packed(zeros=bytes(8 * 1024 * 1024)), "不像正常文件"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(name, content, problem):
    attachment = extract(attached(name, content))

    assert (attachment.text_state, attachment.text) == (TextState.FAILED, "")
    assert problem in attachment.text_problem


def test_a_scan_of_200_megabytes_is_not_read(monkeypatch):
    monkeypatch.setattr(extraction, "MOST_BYTES", 10)

    attachment = extract(attached("扫描.txt", "超过上限的文字".encode()))

    assert attachment.text_problem == (
        "文件超过100兆字节，不提取文字。扫描件请压缩或者拆分。"
    )


def test_a_missing_file_does_not_stop_the_others():
    lost = attached("丢.txt", b"text")
    lost.file.storage.delete(lost.file.name)
    kept = attached("在.txt", "正文".encode())

    done = extract_waiting(lambda _done, _total=None: None)

    kept.refresh_from_db()
    assert (dict(done.counts), kept.text) == ({"failed": 1, "read": 1}, "正文")


def test_running_again_reads_nothing_twice(capsys):
    attached("在.txt", "正文".encode())

    call_command("extract_texts")
    call_command("extract_texts")

    assert capsys.readouterr().out == "已提取1件。\n没有待提取的附件。\n"


def test_uploads_in_a_row_share_one_waiting_job():
    officer = account_with_role(Role.OGI_OFFICER, OrganFactory())

    first, second = start_extraction(officer), start_extraction(officer)

    assert (Job.objects.get(), second) == (first, None)
