"""Retake the pictures of the README from a running demo (`make run`)."""

import io
import shutil
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
SITE = "http://127.0.0.1:8000"
COLOURS = 128


def take(page: Page, name: str) -> None:
    """Save what the page shows as a small PNG."""
    picture = Image.open(io.BytesIO(page.screenshot()))
    picture.convert("P", palette=Image.Palette.ADAPTIVE, colors=COLOURS).save(
        ROOT / "docs" / "pictures" / f"{name}.png", optimize=True
    )


def main() -> None:
    """Log in as the OGI officer and take the desk's and the portal's picture."""
    password = (ROOT / "var" / "demo-password").read_text("utf-8").strip()
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        page = browser.new_page(viewport={"width": 1280, "height": 860})
        page.goto(f"{SITE}/desk/login/")
        page.fill("input[name=username]", "zhouzhixing")
        page.fill("input[name=password]", password)
        page.click("button[type=submit]")
        page.goto(f"{SITE}/desk/annual-reports/")
        page.get_by_role("link", name="2021年").first.click()
        page.locator("#part-table2").scroll_into_view_if_needed()
        page.evaluate("document.querySelector('#part-table2').scrollIntoView()")
        take(page, "desk-report")
        page.goto(f"{SITE}/o/SPJYJ/reports/2021/")
        take(page, "portal-report")
        browser.close()


if __name__ == "__main__":
    main()
