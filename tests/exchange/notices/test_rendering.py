import io
from datetime import date

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn

from factories.notices import (
    NAME,
    approved_notice,
    case_with_applicant,
    finished_notice,
    organ_with_settings,
)
from gongkai.casework.notices import draft_notice
from gongkai.documents.fonts import find_fonts
from gongkai.exchange.notices import notice_file_name, render_notice
from gongkai.statute.errors import GongkaiError

pytestmark = pytest.mark.django_db

DAY = date(2025, 8, 1)
MM = 72 / 25.4


def no_fonts() -> bool:
    try:
        find_fonts()
    except GongkaiError:
        return True
    return False


needs_fonts = pytest.mark.skipif(no_fonts(), reason="本机没有中文字体，PDF不能生成")


@pytest.fixture
def notice():
    return approved_notice(case_with_applicant(number="2025-0007"), DAY)


def pdf(notice):
    return pypdfium2.PdfDocument(render_notice(notice, ".pdf"))


def word(notice):
    return docx.Document(io.BytesIO(render_notice(notice, ".docx")))


def box(page, text):
    """Return left, bottom, right, top of a text in mm from the paper's lower left."""
    layer = page.get_textpage()
    start, count = layer.search(text).get_next()
    boxes = [layer.get_charbox(start + at) for at in range(count)]
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return [edge / MM for edge in (min(lefts), min(bottoms), max(rights), max(tops))]


def flat(document) -> str:
    pages = (page.get_textpage().get_text_range() for page in document)
    return "".join("".join(pages).split())


RECEIVED = (
    "本机关于2021年6月1日收到您通过互联网渠道提交的政府信息公开申请（编号：2025-0007），"
    "申请公开：“申请公开2021年教师招聘方案。”"
)
SEARCHED = (
    "本机关于2021年6月8日至9日检索了办公室、人事股的文书档案和办公系统，检索方法：以"
    "“教师招聘”“2021年”为关键词。经检索，没有所申请公开的信息。"
)
FOUND = "根据《政府信息公开条例》第三十六条第（四）项的规定，告知您该政府信息不存在。"
REMEDY = (
    "如对本告知书不服，可以自收到之日起60日内向云溪县人民政府（地址：云溪县政和路1号）"
    "申请行政复议，或者自收到之日起6个月内直接向云溪县人民法院提起行政诉讼。"
)
BODY = ("乔青禾：", RECEIVED, SEARCHED, FOUND, REMEDY, "特此告知。")
CLOSE = ("云溪县教育局", "2025年8月1日", "（联系人：林小满，电话：0396-2900002）")


def test_word_file_says_the_notice_in_order(notice):
    lines = [line.text for line in word(notice).paragraphs]

    assert [line for line in lines if line] == [
        "云教公开告〔2025〕1号",
        "政府信息公开告知书（政府信息不存在）",
        *BODY,
        *CLOSE,
    ]


def test_word_file_leaves_room_for_the_seal(notice):
    lines = [line.text for line in word(notice).paragraphs]

    assert lines[-6:] == ["特此告知。", "", "", *CLOSE]


def test_word_file_has_mark_and_lines_on_the_first_page_only(notice):
    section = word(notice).sections[0]

    assert section.different_first_page_header_footer
    header = section.first_page_header._element  # noqa: SLF001
    frames = [
        (frame.get(qn("w:y")), frame.get(qn("w:w")))
        for frame in header.iter(qn("w:framePr"))
    ]
    assert [width for _, width in frames] == ["9638"] * 3
    assert [words.text for words in header.iter(qn("w:t"))] == ["云溪县教育局"]
    assert section.first_page_footer.paragraphs[0].text == ""
    assert not list(section.header._element.iter(qn("w:framePr")))  # noqa: SLF001


@needs_fonts
def test_pdf_says_what_the_word_file_says(notice):
    mark, number, title = (
        "云溪县教育局",
        "云教公开告〔2025〕1号",
        "政府信息公开告知书（政府信息不存在）",
    )

    found = flat(pdf(notice)).replace("—2—", "")
    assert found == "".join((mark, number, title, *BODY, *CLOSE))


@needs_fonts
def test_mark_and_number_stand_where_the_standard_has_them(notice):
    page = pdf(notice)[0]

    left, bottom, right, top = box(page, "云溪县教育局")
    assert 297 - top == pytest.approx(30, abs=1)
    assert (left + right) / 2 == pytest.approx(105, abs=1)
    number = box(page, "云教公开告〔2025〕1号")
    assert number[2] == pytest.approx(210 - 26, abs=1)
    assert bottom - 4 - number[3] == pytest.approx(14 / MM, abs=2)


@needs_fonts
def test_first_page_has_no_number_and_the_second_has(notice):
    texts = [page.get_textpage().get_text_range() for page in pdf(notice)]

    assert "— 1 —" not in texts[0]
    assert "— 2 —" in texts[1]
    assert "如对本告知书不服" in texts[1]


@needs_fonts
def test_date_is_four_characters_in_and_the_organ_centred_on_it(notice):
    document = pdf(notice)
    page = document[len(document) - 1]

    organ, day = box(page, "云溪县教育局"), box(page, "2025年8月1日")
    assert day[2] == pytest.approx(210 - 26 - 4 * 156 / 28, abs=1)
    assert (organ[0] + organ[2]) / 2 == pytest.approx((day[0] + day[2]) / 2, abs=1)
    assert box(page, "特此告知")[1] - organ[3] > 20


@needs_fonts
def test_long_name_of_an_organ_stays_on_its_line():
    name = "云溪县住房和城乡建设与城市管理综合行政执法局"
    organ = organ_with_settings()
    organ.name = name
    organ.save()

    document = pdf(approved_notice(case_with_applicant(organ), DAY))

    left, _, right, _ = box(document[0], name)
    assert 20 <= left < right <= 210 - 20


@needs_fonts
def test_notice_that_waits_has_no_number_yet():
    notice = finished_notice(dated_on=DAY)

    assert "公开告〔" not in flat(pdf(notice))
    assert word(notice).paragraphs[0].text == ""


def test_unfinished_draft_is_refused_with_what_is_missing():
    case = case_with_applicant()
    notice = draft_notice(disclosure_request=case, kind="none", actor=None)

    with pytest.raises(GongkaiError, match="还缺：检索的日期"):
        render_notice(notice, ".docx")


def test_other_files_are_not_made(notice):
    with pytest.raises(GongkaiError, match=r"不能生成“\.odt”"):
        render_notice(notice, ".odt")


def test_file_name_tells_number_and_kind_and_no_applicant(notice):
    name = notice_file_name(notice, ".pdf")

    assert name == "云教公开告〔2025〕1号政府信息公开告知书（政府信息不存在）.pdf"
    assert NAME not in name


def test_draft_and_receipt_are_named_after_the_case():
    case = case_with_applicant(number="2025-0009")
    draft = draft_notice(disclosure_request=case, kind="receipt", actor=None)

    assert notice_file_name(draft, ".docx") == (
        "2025-0009政府信息公开申请登记回执（草稿）.docx"
    )


def test_same_notice_gives_the_same_bytes(notice):
    assert render_notice(notice, ".docx") == render_notice(notice, ".docx")
