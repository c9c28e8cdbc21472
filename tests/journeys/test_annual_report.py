"""The officer's way through the annual report, in a real browser."""

import re

import docx
import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.journey]

TITLE = "遂平县教育局2021年政府信息公开工作年度报告"


def open_report(page):
    page.goto("/desk/annual-reports/")
    page.get_by_role("link", name="2021年").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)


def test_a_figure_opens_its_records_and_the_report_goes_out(page, tmp_path):
    open_report(page)

    page.get_by_role("link", name=re.compile("行政许可.*588")).click()
    expect(page.get_by_text("588").first).to_be_visible()
    expect(page.locator("tbody tr")).to_have_count(50)
    expect(page.get_by_text("行政许可").first).to_be_visible()

    open_report(page)
    with page.expect_download() as downloading:
        page.get_by_role("link", name=re.compile("Word")).click()
    path = tmp_path / downloading.value.suggested_filename
    downloading.value.save_as(path)
    assert path.name == f"{TITLE}.docx"
    cells = [
        cell.text
        for table in docx.Document(str(path)).tables
        for cell in table._cells  # noqa: SLF001
    ]
    assert "588" in cells
    assert "2673.5355" in cells

    page.get_by_role("link", name="看公开页面").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(page.get_by_text("通过政府网站公开信息64条")).to_be_visible()


def test_a_figure_typed_over_is_shown_and_can_be_restored(page):
    open_report(page)
    page.get_by_role("link", name="撤回修改").click()
    page.get_by_label("撤回理由").fill("核对公开条数")
    page.get_by_role("button", name="撤回").click()

    page.get_by_role("link", name="编辑一、总体情况").click()
    text = page.get_by_label("正文")
    text.fill(text.input_value().replace("公开信息64条", "公开信息65条"))
    expect(page.get_by_text("手写，记录为64")).to_be_visible()
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_text("手写，记录为64")).to_be_visible()

    page.get_by_role("link", name="编辑一、总体情况").click()
    page.get_by_role("button", name="恢复记录数").click()
    expect(page.get_by_text("随记录更新")).to_be_visible()

    page.goto("/desk/annual-reports/")
    page.get_by_role("link", name="2021年").first.click()
    page.get_by_role("link", name="发布年度报告").click()
    page.get_by_label("公开日期").fill("2022-01-28")
    page.get_by_role("button", name="发布，全网可见").click()
    expect(page.get_by_text("已发布").first).to_be_visible()
