"""A clerk pastes a Word table, in a real browser: the cells stay, the dress goes."""

import pytest

from gongkai.publishing.models import Item

pytestmark = pytest.mark.django_db(transaction=True)

WORD = (
    '<html><body><p class=MsoNormal style="mso-pagination:none"><b>各单位：</b>'
    "<o:p></o:p></p><table class=MsoTableGrid border=1><tr>"
    '<td colspan=2 width=99 style="border:solid">姓名和单位</td>'
    "<td rowspan=2>备注</td></tr><tr><td>甲</td><td>乙</td></tr></table></body></html>"
)
PASTE = """html => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  data.setData("text/plain", "各单位");
  document.querySelector("#id_body_page").dispatchEvent(
    new ClipboardEvent(
      "paste", {clipboardData: data, bubbles: true, cancelable: true}));
}"""


def test_a_pasted_word_table_is_saved_with_its_merged_cells(page):
    page.goto("/desk/items/new/")
    page.fill("#id_title", "关于填报名册的通知")
    page.fill("#id_formed_on", "2021-09-01")
    page.select_option("#id_category", index=1)
    page.locator("#id_body_page").click()
    page.evaluate(PASTE, WORD)

    page.click(".desk-submit button[type=submit]")
    page.wait_for_url("**/desk/items/view/**")

    assert Item.objects.get(title="关于填报名册的通知").body == (
        '<p><b>各单位：</b></p><table><tbody><tr><td colspan="2">姓名和单位</td>'
        '<td rowspan="2">备注</td></tr><tr><td>甲</td><td>乙</td></tr></tbody></table>'
    )


def test_text_without_form_stays_plain(page):
    page.goto("/desk/items/new/")
    page.fill("#id_title", "关于开学的通知")
    page.fill("#id_formed_on", "2021-09-01")
    page.select_option("#id_category", index=1)
    page.locator("#id_body_page").click()
    page.keyboard.type("各学校：")
    page.keyboard.press("Enter")
    page.keyboard.type("按时开学。")

    page.click(".desk-submit button[type=submit]")
    page.wait_for_url("**/desk/items/view/**")

    assert Item.objects.get(title="关于开学的通知").body == "各学校：\n按时开学。"
