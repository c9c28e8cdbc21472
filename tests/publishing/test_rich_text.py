"""The sanitiser: what comes from Word and WPS, and what is left of it."""

import pytest

from gongkai.publishing.rich_text import clean_body, clean_html, text_of_body

WORD = """
<html><head><style>p.MsoNormal{mso-style-parent:""}</style></head><body>
<!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]-->
<p class=MsoNormal style='text-indent:24pt'><span lang=EN-US style='mso-font'>甲</span><o:p></o:p></p>
<table class=MsoTableGrid border=1 style='border:none'><tr style='height:12pt'>
<td width=120 colspan=2 valign=top style='padding:0'>姓名</td>
<td rowspan=2 onclick="x()">备注</td></tr></table></body></html>
"""  # noqa: E501 - as Word writes it


def test_a_word_table_keeps_its_cells_and_loses_its_dress():
    cleaned = clean_html(WORD)

    assert "".join(cleaned.split("\n")) == (
        '<p>甲</p><table><tbody><tr><td colspan="2">姓名</td>'
        '<td rowspan="2">备注</td></tr></tbody></table>'
    )


def test_cleaning_twice_changes_nothing_more():
    once = clean_html(WORD)

    assert clean_html(once) == once


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        (
            '<p>甲<img src="/m/1.png" alt="图" width="9"></p>',
            '<img alt="图" src="/m/1.png">',
        ),
        ('<p>甲<img src="//x.example/1.png" alt="图"></p>', ""),
        ('<p>甲<img src="data:image/png;base64,AA==" alt="图"></p>', ""),
    ],
)
def test_pictures_of_this_site_stay(html, kept):
    assert clean_html(html) == f"<p>甲{kept}</p>"


def test_a_span_of_cells_is_a_number():
    cleaned = clean_html('<table><tr><td colspan="2x">甲</td></tr></table>')

    assert cleaned == "<table><tbody><tr><td>甲</td></tr></tbody></table>"


def test_empty_paragraphs_at_the_end_go():
    assert clean_html("<p>甲</p><p><br></p><p>&nbsp;</p>") == "<p>甲</p>"


def test_plain_text_with_signs_stays_plain():
    assert clean_body("投资 < 100万元 & 面积 > 5亩") == "投资 < 100万元 & 面积 > 5亩"


def test_text_of_a_body_has_a_line_for_each_block():
    body = "<h2>一、总则</h2><ul><li>甲</li><li>乙&amp;丙</li></ul>"

    assert text_of_body(body) == "一、总则\n甲\n乙&丙"


def test_lines_end_as_they_do_here():
    assert clean_body("甲\r\n乙") == "甲\n乙"
