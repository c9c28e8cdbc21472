"""A citizen's way on a phone: apply, keep the receipt, follow the case."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from factories.organs import OrganFactory
from factories.publishing import ItemFactory
from gongkai.casework.models import DisclosureRequest
from gongkai.casework.services import record_step
from gongkai.statute.clock import Step, StepKind
from journeys.applying import press

pytestmark = [pytest.mark.browser, pytest.mark.journey]

WIDTH = 390


@pytest.fixture
def phone(chromium, live_server, transactional_db):
    """Open the site of an invented organ on a phone."""
    organ = OrganFactory(code="YX01", name="云溪县示例局", phone="0000-1234567")
    ItemFactory(organ=organ, title="2021年教师公开招聘公告")
    context = chromium.new_context(
        viewport={"width": WIDTH, "height": 844},
        base_url=live_server.url,
        accept_downloads=True,
    )
    page = context.new_page()
    yield page
    context.close()


def say_who_applies(phone):
    """Make two mistakes on the way, and correct them."""
    press(phone, "继续")
    expect(phone.get_by_role("alert")).to_be_focused()
    phone.get_by_label("公民（个人）").check()
    press(phone, "继续")

    phone.get_by_label("姓名").fill("林小满")
    phone.get_by_label("证件号码").fill("110105194912310021")
    phone.get_by_label("联系电话").fill("0000-7654321")
    press(phone, "继续")
    expect(phone.get_by_role("heading", name="请再核对一遍")).to_be_visible()
    phone.get_by_label("证件号码").fill("11010519491231002X")
    press(phone, "继续")


def say_what_is_asked_for(phone):
    """Be offered what is published, go back, and find everything as it was."""
    phone.get_by_label("信息的名称").press_sequentially("2021年教师招聘方案")
    offer = phone.get_by_role("link", name="2021年教师公开招聘公告")
    expect(offer).to_be_visible(timeout=30_000)
    press(phone, "上一步")
    press(phone, "继续")
    expect(phone.get_by_label("信息的名称")).to_have_value("2021年教师招聘方案")
    press(phone, "继续")

    phone.get_by_label(re.compile("电子文件")).check()
    press(phone, "继续")


def attach(phone, scan):
    scan.write_bytes(b"%PDF-1.7")
    phone.set_input_files("input[type=file]", scan)
    press(phone, "添加")
    expect(phone.get_by_text("证件.pdf").first).to_be_visible()
    press(phone, "继续")


def save_receipt(phone, path):
    """Return number and code, which the saved file has too."""
    number, code = phone.locator(".receipt-key").all_inner_texts()
    expect(phone.get_by_role("button", name="打印回执")).to_be_visible()
    with phone.expect_download() as saving:
        phone.get_by_role("link", name="保存为文本文件").click()
    saving.value.save_as(path)
    assert f"查询码：{code}" in path.read_text("utf-8")
    return number, code


def test_citizen_applies_and_follows(phone, tmp_path):
    phone.goto("/o/YX01/apply/")
    phone.get_by_role("link", name="在线申请", exact=True).click()
    say_who_applies(phone)
    say_what_is_asked_for(phone)
    attach(phone, tmp_path / "证件.pdf")
    expect(phone.get_by_role("heading", level=1)).to_have_text("核对并提交")

    phone.get_by_role("button", name="提交申请").dblclick()

    expect(phone.get_by_role("heading", level=1)).to_have_text("申请已提交")
    number, code = save_receipt(phone, tmp_path / "receipt.txt")
    case = DisclosureRequest.objects.get()
    assert case.number == number
    assert "林小满" not in phone.url + phone.title()

    record_step(
        disclosure_request=case,
        step=Step(StepKind.RECEIPT_CONFIRMED, on=timezone.localdate()),
        actor=None,
    )
    phone.get_by_role("link", name="查询办理进度").click()
    phone.get_by_label("申请编号").fill(number)
    phone.get_by_label("查询码").fill("AAAAAAAA")
    press(phone, "查询")
    expect(phone.get_by_role("alert")).to_contain_text("没有查到")
    phone.get_by_label("查询码").fill(code.lower())
    press(phone, "查询")
    expect(phone.get_by_text("正在办理", exact=True)).to_be_visible()
    assert code not in phone.url
