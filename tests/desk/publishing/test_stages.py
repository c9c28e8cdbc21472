"""审核用时 and 审核单 on the desk."""

import io

import pytest
from openpyxl import load_workbook

from desk.pages import text_of
from factories.organs import account_with_role
from factories.publishing import draft_of, reviewers_of
from gongkai.organs.roles import Role
from gongkai.publishing.services import approve, submit
from gongkai.statute.review import ReviewLevel

pytestmark = pytest.mark.django_db

STAGES = "/desk/review/stages/"


@pytest.fixture
def item(organ):
    made = draft_of(account_with_role(Role.CLERK, organ))
    submit(item=made, actor=made.author)
    approve(item=made, actor=reviewers_of(made)[ReviewLevel.FIRST])
    return made


def test_the_page_tells_each_level(desk, item):
    page = text_of(desk.get(STAGES))

    assert "审了 1 次，用时中位数 0 个工作日" in page


def test_the_table_goes_out_as_xlsx(desk, item):
    answer = desk.get(f"{STAGES}?export=xlsx")

    sheet = load_workbook(io.BytesIO(answer.content)).active
    rows = list(sheet.iter_rows(values_only=True))
    assert (len(rows), rows[13]) == (40, ("一审", "全年", 1, 0, 0))


def test_the_item_page_shows_the_timeline_and_the_form(desk, item):
    page = text_of(desk.get(f"/desk/items/view/{item.pk}/"))

    assert "一审：审核通过" in page
    assert "用时 当天，不到1小时" in page


@pytest.mark.parametrize("suffix", ["docx", "pdf"])
def test_the_form_is_downloaded(desk, item, suffix):
    answer = desk.get(f"/desk/items/review/{item.pk}/{suffix}/")

    assert f".{suffix}" in answer["Content-Disposition"]


def test_without_a_trail_there_is_no_form(desk, organ):
    draft = draft_of(account_with_role(Role.CLERK, organ))

    answer = desk.get(f"/desk/items/review/{draft.pk}/pdf/", follow=True)

    assert "还没有提交审核" in text_of(answer)
