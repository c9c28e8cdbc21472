"""The head of a notice: 信函格式 or 文件格式, in red or black."""

import io
import zipfile

import pypdfium2
import pytest

from exchange.notices.test_archive import no_fonts
from factories.notices import approved_notice, case_with_applicant, organ_with_settings
from gongkai.exchange.notices import render_notice

pytestmark = pytest.mark.django_db


def part(notice, name):
    content = render_notice(notice, ".docx")
    with zipfile.ZipFile(io.BytesIO(content)) as document:
        parts = [
            each for each in document.namelist() if each.startswith(f"word/{name}")
        ]
        return "".join(document.read(each).decode() for each in parts)


def notice_of(**settings):
    return approved_notice(case_with_applicant(organ_with_settings(**settings)))


@pytest.mark.parametrize(
    ("form", "mark", "lines"),
    [("letter", ">云溪县教育局<", 4), ("document", ">云溪县教育局文件<", 1)],
)
def test_form_of_the_head_is_the_organs_choice(form, mark, lines):
    header = part(notice_of(head_form=form), "header")

    assert header.count(mark) == 1
    assert header.count('w:val="single"') == lines


@pytest.mark.parametrize(("colour", "hue"), [("red", "FF0000"), ("black", "000000")])
def test_colour_of_the_head_is_the_organs_choice(colour, hue):
    header = part(notice_of(head_colour=colour), "header")

    assert header.count(f'w:color w:val="{hue}"') == 1
    assert header.count(f'w:color="{hue}"') == 4


@pytest.mark.parametrize(("form", "numbered"), [("letter", False), ("document", True)])
@pytest.mark.skipif(no_fonts(), reason="本机没有中文字体，PDF不能生成")
def test_first_page_has_its_number_in_document_form_only(form, numbered):
    content = render_notice(notice_of(head_form=form), ".pdf")

    text = pypdfium2.PdfDocument(content)[0].get_textpage().get_text_range()
    assert ("— 1 —" in text) is numbered
