"""The body of an item: what is seen of its markup, and what is wrong in it."""

import pytest

from gongkai.publishing.screening import masked_text, screen
from gongkai.publishing.screening.files import attributes_of, body_sights, visible


def masked(raw):
    seen = visible(raw)
    return seen.masked(raw, masked_text(seen.text, screen(seen.text)))


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("电话13900001234。", "电话139******34。"),
        ("<p>电话139<b>0000</b>1234</p>", "<p>电话139<b>****</b>**34</p>"),
        ("<p>A&amp;B 13900001234</p>", "<p>A&amp;B 139******34</p>"),
        ("<td>139</td><td>0000</td>", "<td>139</td><td>0000</td>"),
        ("小于3 < 4，13900001234", "小于3 < 4，139******34"),
    ],
)
def test_a_number_is_masked_in_the_markup_itself(raw, clean):
    assert masked(raw) == clean


@pytest.mark.parametrize(
    ("raw", "checks"),
    [
        ('<img src="/media/a.jpg" alt="校门口的通道">', []),
        ('<img src="/media/a.jpg" alt=" ">', ["missing_alternative"]),
        ('<a href="https://www.example.gov.cn/a">甲</a>', []),
        ('<a href="/items/3/">甲</a><a href="tel:0396">乙</a>', []),
        ('<p id="b"></p><a href="#b">甲</a>', []),
        ('<a href="#c">甲</a>', ["broken_link"]),
        ('<a href="http://">甲</a>', ["broken_link"]),
        ('<a href="www.example.gov.cn">甲</a>', ["broken_link"]),
        ('<a href="javascript:alert(1)">甲</a>', ["broken_link"]),
        ('<a href="">甲</a>', ["broken_link"]),
    ],
)
def test_pictures_and_links_are_looked_at(raw, checks):
    assert [sight.check for sight in body_sights(raw)] == checks


def test_what_links_and_pictures_say_is_read():
    raw = '<a href="tel:13900001234" title="拨打">甲</a>'

    assert attributes_of(raw) == "拨打\ntel:13900001234"
