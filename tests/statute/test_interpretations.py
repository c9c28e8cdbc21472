"""The readings of the law are complete, listed, and cited by pages that exist."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "interpretations"
PAGES = sorted(FOLDER.glob("[0-9]*.md"))
PARTS = ["条文", "问题", "答案", "依据", "设置"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_reading_has_all_its_parts(page):
    text = page.read_text("utf-8")

    assert re.findall(r"^\*\*(.+?)\*\*　", text, flags=re.MULTILINE) == PARTS
    assert text.startswith(f"# {page.stem[:4]} ")


def test_the_list_of_readings_is_complete():
    listed = re.findall(r"\]\((\S+\.md)\)", (FOLDER / "README.md").read_text("utf-8"))

    assert listed == [page.name for page in PAGES]


def test_readings_cited_in_the_code_exist():
    numbers = {page.stem[:4] for page in PAGES}
    cited = {
        number
        for path in (ROOT / "src").rglob("*.py")
        for number in re.findall(r"interpretations/(\d{4})", path.read_text("utf-8"))
    }

    assert cited
    assert cited - numbers == set()
