import lxml.html
import pytest

from gongkai.publishing.body import body_html, has_end_mark


def test_plain_text_is_escaped():
    shown = body_html("<script>alert(1)</script>\n1 < 2 & 3 > 2")

    assert shown == (
        "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n<p>1 &lt; 2 &amp; 3 &gt; 2</p>"
    )


def test_plain_text_has_its_headings():
    shown = body_html("一、总体要求\n（一）工作目标\n按时完成。")

    assert shown == "<h2>一、总体要求</h2>\n<h3>（一）工作目标</h3>\n<p>按时完成。</p>"


def test_a_date_in_the_middle_is_no_signature():
    shown = body_html("2021年5月20日\n会议召开，全体参加。")

    assert "signature" not in shown


def test_the_end_mark_may_follow_the_signature():
    shown = body_html("正文。\n云溪县示例局\n2021年5月20日\n（此件公开发布）")

    assert shown.count("signature") == 3


def test_html_keeps_paragraphs_lists_and_tables():
    shown = body_html(
        '<h1>标题</h1><p class="x" style="color:red">段<b>落</b></p>'
        '<table border="1"><tr><td colspan="2" bgcolor="red">格</td></tr></table>'
    )

    assert shown == (
        "<h2>标题</h2><p>段<b>落</b></p>"
        '<div class="table-box"><table><tbody><tr><td colspan="2">格</td></tr></tbody>'
        "</table></div>"
    )


@pytest.mark.parametrize(
    "attack",
    [
        "<p>a</p><script>alert(1)</script>",
        "<p onclick='alert(1)'>a</p>",
        "<p>a<img src=x onerror=alert(1)></p>",
        "<p><a href='javascript:alert(1)'>a</a></p>",
        "<p><a href='&#106;avascript:alert(1)'>a</a></p>",
        "<p><a href='data:text/html,<script>alert(1)</script>'>a</a></p>",
        "<p>a</p><svg><style><img src=x onerror=alert(1)></style></svg>",
        "<p>a</p><math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        "<p>a</p><!--><img src=x onerror=alert(1)>-->",
        "<p>a</p><template><p onclick=alert(1)>b</p></template>",
        "<p>a</p><noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
        "<p>a</p><iframe src=//x.example></iframe><object data=x></object>",
        "<p>a</p><form action=//x.example><input name=a></form>",
        "<p>a</p><td colspan='1\" onclick=\"alert(1)'>b</td>",
        "<p>a</p><![CDATA[<img src=x onerror=alert(1)>]]>",
        "<p>a</p><![CDATA[x><img src=x onerror=alert(1)>]]>",
        "<p>a</p><!DOCTYPE x [<!ENTITY y '><img src=x onerror=alert(1)>'>]>",
        "<p>a</p><!x ><img src=x onerror=alert(1)>>",
        "<p>a</p><?xml <img src=x onerror=alert(1)>?>",
    ],
)
def test_html_loses_what_could_run(attack):
    shown = lxml.html.fragment_fromstring(body_html(attack), create_parent="div")

    elements = {element.tag for element in shown.iter()}
    attributes = {name for element in shown.iter() for name in element.attrib}
    assert elements <= {"div", "p", "a", "td", "table", "tr", "tbody"}
    assert attributes <= {"colspan", "class"}


def test_html_has_its_signature_on_the_right():
    shown = body_html("<p>正文。</p><p>云溪县示例局</p><p>2021年5月20日</p>")

    assert shown == (
        '<p>正文。</p><p class="signature">云溪县示例局</p>'
        '<p class="signature">2021年5月20日</p>'
    )


def test_html_that_ends_in_a_table_has_no_signature():
    shown = body_html("<p>2021年5月20日</p><table><tr><td>甲</td></tr></table>")

    assert "signature" not in shown


def test_html_keeps_a_link_to_a_page():
    shown = body_html('<p><a href="https://www.yunxi.example/" target="x">网</a></p>')

    assert shown == '<p><a href="https://www.yunxi.example/">网</a></p>'


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("正文。\n（此件公开发布）", True),
        ("<p>正文。</p><p>（此件主动公开）</p>", True),
        ("正文提到（此件公开发布）字样。", False),
        ("正文。", False),
    ],
)
def test_end_mark_is_looked_for_at_the_end(body, found):
    assert has_end_mark(body) == found
