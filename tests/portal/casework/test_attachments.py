import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.portal.casework import attachments
from gongkai.portal.casework.attachments import file_name, objection_to


def archive(*names):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name in names:
            file.writestr(name, "x")
    return made.getvalue()


DOCX = archive("[Content_Types].xml", "word/document.xml")
JPG, PNG, PDF = b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"%PDF-1.7"


@pytest.mark.parametrize(
    ("name", "content"),
    [("甲.pdf", PDF), ("甲.DOCX", DOCX), ("甲.jpeg", JPG), ("甲.png", PNG)],
)
def test_file_of_an_accepted_kind_is_taken(name, content):
    assert objection_to(SimpleUploadedFile(name, content)) == ""


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("甲.pdf", b"", "是空文件。请重新选择。"),
        (
            "甲.pdf",
            JPG,
            "的内容是JPG，扩展名写的是PDF。请改正扩展名再添加。",
        ),
        (
            "甲.exe",
            b"MZ",
            "不是PDF、DOCX、JPG或者PNG文件。请转换成其中一种再添加。",
        ),
        (
            "甲.docx",
            archive("xl/workbook.xml"),
            "不是PDF、DOCX、JPG或者PNG文件。请转换成其中一种再添加。",
        ),
        (
            "甲.docx",
            b"PK\x03\x04broken",
            "不是PDF、DOCX、JPG或者PNG文件。请转换成其中一种再添加。",
        ),
    ],
)
def test_file_that_is_not_what_it_says_is_refused_in_words(name, content, said):
    assert objection_to(SimpleUploadedFile(name, content)) == f"“{name}”{said}"


def test_file_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(attachments, "BYTES_LIMIT", 5)

    assert objection_to(SimpleUploadedFile("甲.pdf", PDF)) == (
        "“甲.pdf”超过10MB。请压缩或者分成几个文件再添加。"
    )


def test_file_name_has_neither_folder_nor_unprintables():
    upload = SimpleUploadedFile("x", PDF)
    upload._name = "C:\\证件\\甲\u202e.pdf"  # noqa: SLF001

    assert file_name(upload) == "甲.pdf"
