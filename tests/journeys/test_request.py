"""A request from the phone to the annual report, through every clock on its way."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from journeys.applying import apply_for, follow, press
from journeys.conftest import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.journey]

ORGAN = "SPJYJ"
ELEMENTS = {
    "severance": "遮盖附件中的单价",
    "supplied": "设备采购合同正文",
    "withheld": "附件中的单价",
    "reasons": "第三方不同意公开，公开会损害其商业秘密",
}
SUBJECT = "义务教育学校设备采购合同及附件"


@pytest.fixture
def open_page(chromium, live_server, example_year):
    """Return a function that opens a page of its own, logged in or as a citizen."""
    contexts = []

    def opened(username=None, width=1280):
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, base_url=live_server.url
        )
        contexts.append(context)
        page = context.new_page()
        if username:
            page.goto("/desk/login/")
            page.fill("input[name=username]", username)
            page.fill("input[name=password]", PASSWORD)
            page.click("button[type=submit]")
            page.wait_for_url("**/desk/")
        return page

    yield opened
    for context in contexts:
        context.close()


def take(desk, verb, **fields):
    """Take a step of the case: its button, its form, its verb."""
    desk.locator(".case-acts").get_by_role("link", name=verb, exact=True).click()
    for name, value in fields.items():
        desk.locator(f"[name={name}]").fill(value)
    desk.get_by_role("button", name=verb, exact=True).click()
    expect(desk.locator(".case-timeline")).to_be_visible()


def decide_partly(desk):
    """Draft the decision with its elements, and make it final."""
    desk.get_by_role("link", name="起草文书").click()
    desk.locator("[name=notice]").select_option(label="政府信息公开告知书（部分公开）")
    desk.locator("[name=ground]").fill("15")
    desk.get_by_role("button", name="起草").click()
    for name, value in ELEMENTS.items():
        desk.locator(f"[name={name}]").fill(value)
    desk.get_by_role("button", name="保存").click()
    desk.get_by_role("button", name="定稿").click()


def approve(head, notice):
    """Approve the notice on a phone, as another person than its author."""
    head.goto(notice)
    press(head, "批准")
    expect(head.get_by_text("已批准").first).to_be_visible()


def deliver(desk, notice):
    """Send the notice over the platform, record the step, and prove the arrival."""
    desk.goto(notice)
    desk.locator("[name=way]").select_option("platform")
    desk.get_by_role("button", name="送出", exact=True).click()
    desk.get_by_role("link", name="登记办理步骤").click()
    desk.get_by_label("部分公开").check()
    desk.get_by_role("button", name="作出答复", exact=True).click()
    expect(desk.locator(".case-timeline")).to_be_visible()
    desk.goto(notice)
    desk.get_by_text("登记签收").first.click()
    desk.get_by_role("button", name="登记签收").click()


def file_reconsideration(desk, number):
    """Register that the applicant asked for reconsideration of the decision."""
    today = timezone.localdate().isoformat()
    desk.goto("/desk/requests/")
    desk.get_by_role("link", name=SUBJECT).click()
    desk.get_by_role("link", name="登记复议", exact=True).click()
    expect(desk.locator("[name=disclosure_request]")).to_have_value(number)
    desk.locator("[name=number]").fill("遂政复〔2026〕1号")
    desk.locator("[name=accepted_on]").fill(today)
    desk.get_by_role("button", name="登记", exact=True).click()
    expect(desk.get_by_text("遂政复〔2026〕1号").first).to_be_visible()


def open_report(desk, year):
    """Begin the year's report: its tables are counted from the cases."""
    desk.goto("/desk/annual-reports/")
    desk.locator("[name=year]").fill(str(year))
    desk.get_by_role("button", name="编制年度报告").click()


def answer_amendment(phone, number, code):
    """Amend the request online, as the notice asks."""
    follow(phone, number, code)
    phone.get_by_role("link", name=re.compile("补正")).first.click()
    phone.get_by_label("补正后的申请内容").fill("示例学校2026年设备采购合同及附件")
    press(phone, "继续")
    phone.get_by_role("button", name="提交补正").click()
    expect(phone.get_by_text("已补正，等待确认")).to_be_visible()


def test_request_from_the_phone_to_the_annual_report(open_page):
    phone, desk = open_page(width=390), open_page("zhouzhixing")
    number, code = apply_for(phone, ORGAN, SUBJECT)
    desk.goto("/desk/cases/")
    desk.get_by_role("link", name=SUBJECT).click()
    take(desk, "确认收到")
    take(desk, "告知补正", note="请写明是哪一所学校的合同。")
    answer_amendment(phone, number, code)
    desk.reload()
    desk.get_by_role("button", name="确认收到补正").click()
    take(desk, "征求第三方意见", party="第三方甲")
    take(desk, "登记第三方意见", note="不同意公开单价。")
    take(desk, "延长答复期限")
    decide_partly(desk)
    notice = desk.url
    approve(open_page("linxiaoman", width=390), notice)
    deliver(desk, notice)
    follow(phone, number, code)
    expect(phone.get_by_text("已经答复", exact=True)).to_be_visible()
    expect(
        phone.get_by_role("link", name="政府信息公开告知书（部分公开）")
    ).to_be_visible()

    file_reconsideration(desk, number)
    open_report(desk, timezone.localdate().year)
    pending = desk.locator('a[href*="table4.reconsideration.pending"]')
    expect(pending).to_have_text("1")
    desk.locator('a[href*="table3.total.partially_disclosed"]').click()
    expect(desk.get_by_role("link", name=SUBJECT)).to_be_visible()
