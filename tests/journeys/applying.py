"""What a citizen does on the portal's form, step by step, on a phone."""

import re

from playwright.sync_api import expect

_OVERHANG = "document.documentElement.scrollWidth - window.innerWidth"


def press(page, name):
    """Press a button of a page that is no wider than the phone."""
    assert page.evaluate(_OVERHANG) <= 0
    page.get_by_role("button", name=name, exact=True).click()


def apply_for(phone, organ_code, subject):
    """Apply for a piece of information; return the number and the query code."""
    phone.goto(f"/o/{organ_code}/apply/")
    phone.get_by_role("link", name="在线申请", exact=True).click()
    phone.get_by_label("公民（个人）").check()
    press(phone, "继续")
    phone.get_by_label("姓名").fill("林小满")
    phone.get_by_label("证件号码").fill("11010519491231002X")
    phone.get_by_label("联系电话").fill("0000-7654321")
    press(phone, "继续")
    phone.get_by_label("信息的名称").fill(subject)
    press(phone, "继续")
    phone.get_by_label(re.compile("电子文件")).check()
    press(phone, "继续")
    press(phone, "继续")
    phone.get_by_role("button", name="提交申请").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("申请已提交")
    number, code = phone.locator(".receipt-key").all_inner_texts()
    return number, code


def follow(phone, number, code):
    """Open the case by number and query code."""
    phone.goto("/follow/")
    phone.get_by_label("申请编号").fill(number)
    phone.get_by_label("查询码").fill(code)
    press(phone, "查询")
