import pytest

from gongkai.documents.fonts import Face
from gongkai.documents.prose import (
    Paragraph,
    Run,
    em_width,
    paragraphs,
    printable,
    title_lines,
)

REPORT = "政府信息公开工作年度报告"


def test_each_line_is_a_paragraph_without_its_own_indent():
    found = paragraphs("　　第一段。\n\n  第二段。  \r\n第三段。\u2028第四段。")

    assert [paragraph.text for paragraph in found] == [
        "第一段。",
        "第二段。",
        "第三段。",
        "第四段。",
    ]


@pytest.mark.parametrize(
    ("line", "lead", "rest"),
    [
        ("（一）主动公开。公开64条。", "（一）主动公开。", "公开64条。"),
        ("(十二) 其他：没有。", "(十二) 其他：", "没有。"),
        ("（三）只有标题", "（三）只有标题", ""),
    ],
)
def test_second_level_heading_is_in_its_own_face(line, lead, rest):
    runs = [Run(lead, Face.LEAD)] + ([Run(rest)] if rest else [])

    assert paragraphs(line) == (Paragraph(tuple(runs)),)


@pytest.mark.parametrize(
    "line",
    ["一是提升质量。其他。", "（1）第三层。", "（一）" + "很长" * 30 + "。其他。"],
)
def test_other_lines_are_body_throughout(line):
    assert paragraphs(line) == (Paragraph((Run(line),)),)


def test_characters_that_xml_forbids_are_dropped():
    assert printable("甲\x00\x08\x1b乙\x7f\x9c\ufffe\uffff\ud800丙") == "甲乙丙"


def test_marks_that_turn_the_reading_direction_are_dropped():
    assert printable("金额\u202e001\u202c元") == "金额001元"


def test_rare_characters_are_kept():
    assert printable("𪚥\ue123\U00031350") == "𪚥\ue123\U00031350"


def test_width_counts_digits_as_halves():
    assert em_width("2021年（一）") == 6.0


def test_short_title_stays_on_one_line():
    assert title_lines(("县教育局", "2021年", "年度报告"), 20) == (
        "县教育局2021年年度报告",
    )


def test_long_title_breaks_where_its_lines_are_most_even():
    organ = "临河市人民政府教育和体育委员会"

    assert title_lines((organ, "2021年", REPORT), 20) == (organ, f"2021年{REPORT}")


def test_organ_longer_than_a_line_is_cut_between_its_names():
    organ = "临河市高新技术产业开发区管理委员会教育体育和科学技术局"

    assert title_lines((organ, "2021年", REPORT), 20) == (
        "临河市高新技术产业开发区",
        "管理委员会教育体育和科学技术局",
        f"2021年{REPORT}",
    )


def test_name_without_good_places_is_cut_evenly():
    assert title_lines(("甲" * 25, "2021年"), 20) == ("甲" * 13, "甲" * 12 + "2021年")
