"""What is read of files, what is held, and what a clean file still has."""

from io import BytesIO

import pytest
import typst

from factories.office_files import (
    IDENTITY,
    MOBILE,
    package,
    photograph,
    sheet_file,
    unpacked,
    word_file,
)
from gongkai.publishing.screening import masked_text, screen
from gongkai.publishing.screening.files import HeldFileError, cleaned, read_file

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
INSERTED = "<w:ins w:author='何一舟'><w:r><w:t>新字</w:t></w:r></w:ins>"
DELETED = f"<w:del w:author='何一舟'><w:r><w:delText>{MOBILE}</w:delText></w:r></w:del>"
HIDDEN = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏的字</w:t></w:r>"


def read(name, content):
    return read_file(name, BytesIO(content))


def lines(name, content):
    """Return the passages with their places."""
    return [(each.place, each.text) for each in read(name, content)]


def sights(name, content):
    return [each.check for each in read(name, content).sights]


def masking(text):
    return masked_text(text, screen(text))


def pdf(text):
    return typst.compile(text.encode())


def test_a_word_file_is_read_by_paragraph_and_row():
    content = word_file("通知", rows=[["姓名", "证号"], ["张小满", IDENTITY]])

    assert lines("a.docx", content) == [
        ("第1段", "通知"),
        ("表1第1行", "姓名\t证号"),
        ("表1第2行", f"张小满\t{IDENTITY}"),
    ]


def test_what_a_word_file_hides_is_told_and_read():
    content = word_file(
        author="何一舟", xml=[INSERTED, DELETED, HIDDEN], comment="请核对"
    )

    assert sights("a.docx", content) == [
        "author",
        "tracked_change",
        "hidden_text",
        "comment",
    ]
    assert ("修订中删去的文字", MOBILE) in lines("a.docx", content)
    assert ("批注第1段", "请核对") in lines("a.docx", content)


def test_a_sheet_is_read_by_row_with_numbers_as_they_were_typed():
    content = sheet_file(["姓名", "手机"], ["张小满", int(MOBILE)])

    assert lines("a.xlsx", content) == [
        ("工作表“名单”第1行", "姓名\t手机"),
        ("工作表“名单”第2行", f"张小满\t{MOBILE}"),
    ]


def test_what_a_sheet_hides_is_told():
    content = sheet_file(
        ["甲"], ["乙"], hidden_rows=[2], comment="请核对", author="何一舟"
    )

    assert sights("a.xlsx", content) == ["author", "hidden_text", "comment"]
    assert ("工作表“名单”第2行", "乙") in lines("a.xlsx", content)


def test_a_clean_word_file_has_neither_number_nor_traces():
    content = word_file(
        f"证号{IDENTITY}",
        author="何一舟",
        xml=[INSERTED, DELETED, HIDDEN],
        comment="核对",
    )

    clean = cleaned("a.docx", content, masking)

    assert sights("a.docx", clean) == []
    assert [text for _, text in lines("a.docx", clean)] == [
        "证号110105************",
        "新字此处",
    ]
    for gone in (IDENTITY, MOBILE, "何一舟"):
        assert gone.encode() not in unpacked(clean)


def test_a_number_split_over_runs_is_masked_in_each_of_them():
    runs = [f"<w:r><w:t>{part}</w:t></w:r>" for part in ("电话139", "0000", "1234。")]

    clean = cleaned("a.docx", word_file(xml=runs), masking)

    assert lines("a.docx", clean) == [("第1段", "电话139******34。")]


def test_a_clean_sheet_has_neither_number_nor_comment():
    content = sheet_file(
        ["姓名", "手机", "证号"],
        ["张小满", int(MOBILE), IDENTITY],
        comment="请核对",
        author="何一舟",
    )

    clean = cleaned("a.xlsx", content, masking)

    assert IDENTITY.encode() not in unpacked(clean)
    assert sights("a.xlsx", clean) == []
    assert lines("a.xlsx", clean)[1] == (
        "工作表“名单”第2行",
        "张**\t139******34\t110105************",
    )


def test_a_pdf_is_read_by_page_and_a_scan_is_told():
    assert lines("a.pdf", pdf("A 13900001234")) == [("第1页", "A 13900001234")]
    assert read("a.pdf", pdf("#rect()")).unread == (
        "整份是扫描件，没有文字层，程序读不到。"
    )


def test_a_pdf_names_its_author():
    content = pdf('#set document(author: "He Yizhou")\nA')

    assert sights("a.pdf", content) == ["author"]


def test_a_photograph_tells_where_it_was_taken_until_it_is_clean():
    content = photograph()

    clean = cleaned("a.jpg", content, masking)

    assert sights("a.jpg", content) == ["image_location", "author"]
    assert sights("a.jpg", clean) == []


@pytest.mark.parametrize(
    ("name", "content", "check"),
    [
        ("a.docm", b"PK\x03\x04", "macro"),
        ("a.docx", package(**{"word/vbaProject.bin": "x"}), "macro"),
        ("a.docx", OLE, "encrypted"),
        ("a.docx", b"not a package", "wrong_type"),
        ("a.docx", b"PK\x03\x04 broken", "broken"),
        ("a.zip", package(a="0" * 30_000_000), "zip_bomb"),
        ("a.zip", package(**{str(n): "" for n in range(5_001)}), "zip_bomb"),
        ("a.pdf", b"%PDF-1.7 broken", "broken"),
        ("a.pdf", b"MZ", "wrong_type"),
        ("a.jpg", b"\xff\xd8\xff broken", "broken"),
    ],
)
def test_a_file_that_is_not_sound_is_held(name, content, check):
    with pytest.raises(HeldFileError) as held:
        read(name, content)

    assert (held.value.sight.check, held.value.sight.can_stay) == (check, False)


def test_entities_of_a_part_are_not_expanded():
    part = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>'
    name = "Doc_0/Pages/Page_0/Content.xml"

    assert lines("a.ofd", package(**{name: part})) == []


def test_a_page_of_an_ofd_is_read():
    part = "<a><TextCode>电话</TextCode><TextCode>0396</TextCode></a>"
    name = "Doc_0/Pages/Page_0/Content.xml"

    assert lines("a.ofd", package(**{name: part})) == [("第1页", "电话\n0396")]


def test_old_formats_are_told_as_unread():
    assert read("a.doc", OLE).unread == (
        "DOC 格式程序读不到文字，建议改用 DOCX、XLSX 或 PDF。"
    )


def test_a_table_in_the_old_encoding_is_read():
    assert lines("a.csv", "姓名,张小满".encode("gb18030")) == [("全文", "姓名,张小满")]
