"""An uploaded official document: its parts, and what is refused."""

import io
import zipfile
from datetime import date

import docx
import pytest
from docx.oxml import OxmlElement

from gongkai.exchange.official_documents import read_official_document
from gongkai.statute.errors import GongkaiError

LINES = (
    "云溪县教育局文件",
    "云教〔2026〕12号",
    "云溪县教育局关于做好2026年秋季",
    "招生工作的通知",
    "各中小学：",
    "现将有关事项通知如下。",
    "云溪县教育局",
    "2026年8月3日",
    "（此件公开发布）",
    "抄送：县政府办公室。",
)


def packed(lines=LINES, table=None, change=None):
    """A DOCX of these lines, as bytes."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    if table:
        table(document)
    if change:
        change(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def read(content, name="通知.docx"):
    return read_official_document(name, content)


def test_the_parts_of_a_document_are_found():
    found = read(packed())

    assert found.title == "云溪县教育局关于做好2026年秋季招生工作的通知"
    assert found.document_number == "云教〔2026〕12号"
    assert found.formed_on == date(2026, 8, 3)
    assert found.addressee == "各中小学"


def test_the_body_begins_at_the_addressee_and_ends_before_the_imprint():
    assert read(packed()).body == (
        "<p>各中小学：</p><p>现将有关事项通知如下。</p><p>云溪县教育局</p>"
        "<p>2026年8月3日</p><p>（此件公开发布）</p>"
    )


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("二〇二六年八月三日", date(2026, 8, 3)),
        ("二〇一九年十二月二十一日", date(2019, 12, 21)),
        ("2026 年 8 月 3 日", date(2026, 8, 3)),
        ("2026年13月3日", None),
    ],
)
def test_the_date_of_a_document(line, day):
    assert read(packed(["关于开学的通知", "正文。", line])).formed_on == day


def test_a_number_in_other_brackets_gets_the_official_ones():
    found = read(packed(["云教[2026]12号", "关于开学的通知", "正文。"]))

    assert found.document_number == "云教〔2026〕12号"


def test_a_document_without_head_keeps_its_first_line_as_title():
    found = read(packed(["云溪县中小学招生办法", "第一条　为了规范招生。"]))

    assert (found.title, found.document_number, found.formed_on) == (
        "云溪县中小学招生办法",
        "",
        None,
    )


def test_merged_cells_of_a_table_become_spans():
    def add_table(document):
        table = document.add_table(rows=3, cols=3)
        table.cell(0, 0).merge(table.cell(0, 1)).text = "学校"
        table.cell(1, 2).merge(table.cell(2, 2)).text = "备注"

    body = read(packed(["关于开学的通知"], table=add_table)).body

    assert body == (
        '<table><tbody><tr><td colspan="2">学校</td><td></td></tr>'
        '<tr><td></td><td></td><td rowspan="2">备注</td></tr>'
        "<tr><td></td><td></td></tr></tbody></table>"
    )


def test_headings_by_their_numbers_become_headings():
    found = read(packed(["关于开学的通知", "一、总体要求", "（一）目标", "按时开学。"]))

    assert found.body == ("<h2>一、总体要求</h2><h3>（一）目标</h3><p>按时开学。</p>")


def test_text_is_escaped():
    found = read(packed(["关于开学的通知", "1 < 2 & <script>"]))

    assert found.body == "<p>1 &lt; 2 &amp; &lt;script&gt;</p>"


def test_what_a_revision_deleted_is_left_out_with_a_warning():
    def delete(document):
        run = document.paragraphs[-1].add_run("删去的话。")._element  # noqa: SLF001
        deleted = OxmlElement("w:del")
        run.addprevious(deleted)
        deleted.append(run)

    found = read(packed(["关于开学的通知", "正文。"], change=delete))

    assert found.body == "<p>正文。</p>"
    assert found.warnings == (
        "文中有修订痕迹：删去的没有带过来，添加的带过来了，请核对。",
    )


def with_macro():
    file = io.BytesIO(packed())
    with zipfile.ZipFile(file, "a") as package:
        package.writestr("word/vbaProject.bin", b"x")
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("通知.doc", b"x", "不是 DOCX 文件"),
        ("通知.docx", with_macro(), "文件带有宏"),
        ("通知.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "设了打开密码"),
        ("通知.docx", b"PK\x03\x04broken", "打不开"),
        ("通知.docx", packed()[:2000], "打不开"),
        ("通知.docx", b"x" * (21 * 1024 * 1024), "超过20兆字节"),
        ("通知.docx", packed([]), "没有文字"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(name, content, why):
    with pytest.raises(GongkaiError, match=why):
        read(content, name)


def test_a_package_that_is_no_document_is_refused():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("a.txt", "x")

    with pytest.raises(GongkaiError, match="打不开"):
        read(file.getvalue())
