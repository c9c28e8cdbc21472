import re
from datetime import date

import pypdfium2
import pytest
from pypdfium2 import raw

from factories.reports import (
    FORM,
    HOSTILE_TEXT,
    blank_report,
    hostile_report,
    numbered_report,
    printed_figures,
)
from gongkai.documents.fonts import find_fonts
from gongkai.exchange.pdf.rendering import render
from gongkai.exchange.printing import RenderOptions
from gongkai.statute.errors import GongkaiError

FIGURE = re.compile(r"(?<![\d.])(?:1\d{3}|2673\.5355)(?![\d.])")
MM = 72 / 25.4


def no_fonts() -> bool:
    try:
        find_fonts()
    except GongkaiError:
        return True
    return False


pytestmark = pytest.mark.skipif(
    no_fonts(), reason="本机没有中文字体，PDF不能生成；请安装fonts-noto-cjk"
)


def opened(report, options=None):
    return pypdfium2.PdfDocument(render(report, options))


def texts(document) -> list[str]:
    return [page.get_textpage().get_text_range() for page in document]


def flat(document) -> str:
    """Return the text without line ends and page numbers."""
    text = re.sub(r"\s+", "", "".join(texts(document)))
    return re.sub(r"—\d+—", "", text)


def places(page, text):
    """Return left, bottom, right and top of each character of ``text``, in mm."""
    layer = page.get_textpage()
    start, _count = layer.search(text).get_next()
    return [
        tuple(edge / MM for edge in layer.get_charbox(start + at))
        for at in range(len(text))
    ]


def test_every_figure_stands_in_order():
    found = FIGURE.findall("\n".join(texts(opened(numbered_report()))))

    assert found == printed_figures()


def test_cell_that_is_not_stated_is_empty():
    assert FIGURE.findall("\n".join(texts(opened(blank_report())))) == []


def rotated_page(document):
    (page,) = [page for page in document if page.get_width() > page.get_height()]
    return page


def test_table_three_stands_whole_on_one_rotated_page():
    page = rotated_page(opened(numbered_report()))

    assert [round(side / MM) for side in page.get_size()] == [297, 210]
    text = page.get_textpage().get_text_range()
    assert FIGURE.findall(text) == printed_figures()[10:185]


def test_labels_of_table_three_are_whole():
    page = rotated_page(opened(numbered_report()))
    text = re.sub(r"\s+", "", page.get_textpage().get_text_range())

    labels = [row.label for row in FORM.table3.leaves()]
    assert [label for label in labels if label not in text] == []
    assert "三、收到和处理政府信息公开申请情况" in text


def test_text_keeps_inside_the_type_area():
    page = opened(numbered_report(sections={"overview": "字" * 2000}))[0]

    boxes = places(page, "字" * 28)
    assert min(box[0] for box in boxes) >= 28 - 0.1
    assert max(box[2] for box in boxes) <= 210 - 26 + 0.1


def test_page_has_twenty_two_lines_of_twenty_eight_characters():
    page = opened(numbered_report(sections={"overview": "字" * 2000}))[1]

    lines = page.get_textpage().get_text_range().split("\r\n")
    assert [len(line) for line in lines] == [28] * 22 + [len("— 2 —")]


def test_page_number_stands_outside_below_the_type_area():
    document = opened(numbered_report(sections={"overview": "字" * 2000}))

    odd, even = places(document[0], "— 1 —"), places(document[1], "— 2 —")
    assert odd[-1][2] == pytest.approx(210 - 26 - 14 / MM, abs=1)
    assert even[0][0] == pytest.approx(28 + 14 / MM, abs=1)
    dash = (odd[0][1] + odd[0][3]) / 2
    assert dash == pytest.approx(35 - 7, abs=0.5)


@pytest.mark.parametrize(("prose", "number"), [("字", 2), ("字" * 300, 3)])
def test_number_of_a_rotated_page_stays_where_the_sheet_has_it(prose, number):
    """On the sheet an odd number is at the lower right, an even one at the left."""
    document = opened(numbered_report(sections={"overview": prose}))

    boxes = places(document[number - 1], f"— {number} —")

    assert rotated_page(document).get_size() == document[number - 1].get_size()
    digit = (boxes[2][0] + boxes[2][2]) / 2
    assert digit == pytest.approx(35 - 7, abs=1)
    assert boxes[0][1] > boxes[-1][1]
    if number % 2:
        assert boxes[-1][1] == pytest.approx(26 + 14 / MM, abs=1)
    else:
        assert boxes[0][3] == pytest.approx(210 - 28 - 14 / MM, abs=1)


def test_file_names_report_and_organ():
    document = opened(numbered_report(), RenderOptions(generated_on=date(2022, 1, 18)))

    facts = document.get_metadata_dict()
    assert facts["Title"] == "临河县教育局2021年政府信息公开工作年度报告"
    assert facts["Author"] == "临河县教育局"
    assert facts["CreationDate"].startswith("D:20220118000000")


def test_file_can_be_archived_and_read_aloud():
    content = render(numbered_report())

    document = pypdfium2.PdfDocument(content)
    assert raw.FPDFCatalog_IsTagged(document.raw)
    assert b"<pdfaid:part>2</pdfaid:part>" in content
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in content
    assert b"<pdfuaid:part>1</pdfuaid:part>" in content
    assert b"/Lang(zh-CN)" in content


def test_outline_leads_to_the_sections():
    outline = [item.get_title() for item in opened(numbered_report()).get_toc()]

    assert outline == [section.heading for section in FORM.sections]


def test_same_report_gives_the_same_bytes():
    options = RenderOptions(generated_on=date(2022, 1, 18))

    assert render(numbered_report(), options) == render(numbered_report(), options)


def test_signature_stands_below_the_text():
    text = texts(opened(numbered_report(published_on="2022-01-18")))[-1]

    assert text.split("\r\n")[-4:-1] == [
        "没有收取信息处理费。",
        "临河县教育局",
        "2022年1月18日",
    ]


def test_hostile_text_stays_text():
    found = flat(opened(hostile_report()))

    for text in ('<b>"甲&乙"</b>#局2021年', *HOSTILE_TEXT):
        assert re.sub(r"\s+", "", text) in found


def test_long_prose_runs_on():
    document = opened(numbered_report(sections={"overview": "很长的正文。" * 5000}))

    assert flat(document).count("很长的正文。") == 5000
    assert len(document) > 50


def test_character_without_a_glyph_is_refused_by_name():
    with pytest.raises(GongkaiError, match=r"“\U0001F9FF\uE000”|U\+E000"):
        render(numbered_report(sections={"overview": "王\ue000同志"}))
