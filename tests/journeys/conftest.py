import os
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

from gongkai.exchange.example import Example, ensure_loaded, open_accounts

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # the driver's event loop

expect.set_options(timeout=30_000)  # a page may take its time on a busy machine

PASSWORD = "示例口令-3271"
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
_NAMES = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def chromium():
    """Drive the system's Chromium; without one the browser tests are left out."""
    path = next(filter(None, map(shutil.which, _NAMES)), None)
    if path is None:
        pytest.skip("没有找到 Chromium，浏览器测试没有运行（Debian：chromium）")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=path,
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
            ],
        )
        yield browser
        browser.close()


@pytest.fixture
def example_year(transactional_db):
    """Load both example years and open their accounts."""
    folders = ("suiping-2021", "yunxi-2021")
    ensure_loaded([Example.at(EXAMPLES / folder) for folder in folders])
    open_accounts(PASSWORD)


@pytest.fixture(params=[1280, 390], ids=["desktop", "phone"])
def page(request, chromium, live_server, example_year):
    """Open a page of the running site, logged in as the OGI officer of 遂平县教育局."""
    context = chromium.new_context(
        viewport={"width": request.param, "height": 900},
        base_url=live_server.url,
        accept_downloads=True,
    )
    page = context.new_page()
    page.goto("/desk/login/")
    page.fill("input[name=username]", "zhouzhixing")
    page.fill("input[name=password]", PASSWORD)
    page.click("button[type=submit]")
    page.wait_for_url("**/desk/")
    yield page
    context.close()
