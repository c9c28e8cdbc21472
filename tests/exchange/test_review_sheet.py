"""审核单: what the form says, in both formats."""

import io
from datetime import UTC, datetime

import docx
import pytest

from factories.organs import OrganFactory, account_with_role
from factories.publishing import draft_of, reviewers_of
from gongkai.exchange.review_sheet import render_review_sheet, review_sheet_name
from gongkai.organs.roles import Role
from gongkai.publishing.models import ScreeningFinding
from gongkai.publishing.services import approve, return_item, submit
from gongkai.statute.errors import GongkaiError
from gongkai.statute.review import ReviewLevel

pytestmark = pytest.mark.django_db

FIRST, SECOND, THIRD = ReviewLevel


def at(day):
    return datetime(2026, 3, day, 2, tzinfo=UTC)


@pytest.fixture
def draft():
    return draft_of(account_with_role(Role.CLERK, OrganFactory()), number="A-1/2")


@pytest.fixture
def item(draft):
    submit(item=draft, actor=draft.author, now=at(2))
    return draft


def words_of(item):
    document = docx.Document(io.BytesIO(render_review_sheet(item, ".docx")))
    return [
        [cell.text for cell in row.cells]
        for table in document.tables
        for row in table.rows
    ]


def test_the_form_names_the_item_and_its_checksum(item):
    rows = dict(row for row in words_of(item) if len(row) == 2)

    assert (rows["标题"], rows["索引号"]) == (item.title, item.number)
    assert rows["送审稿校验"] == item.review_entries.get().content


def test_each_opinion_has_its_person_time_and_marks(item):
    reviewers = reviewers_of(item)
    approve(item=item, actor=reviewers[FIRST], now=at(4))
    return_item(
        item=item, actor=reviewers[SECOND], reason="不符", marks=["3条"], now=at(5)
    )

    told = [row[:5] for row in words_of(item) if len(row) == 6][2:]

    assert told == [
        ["一审：审核通过", "林小满", "2026-03-04 10:00", "2个工作日", "同意"],
        [
            "二审：退回修改",
            "林小满",
            "2026-03-05 10:00",
            "1个工作日",
            "不符；标出：3条",
        ],
    ]


def test_settled_findings_are_told_masked(item):
    ScreeningFinding.objects.create(
        item=item,
        check_name="phone_numbers",
        place="正文",
        excerpt="13800000000",
        masked="138****0000",
        advice="遮蔽",
        fingerprint="f",
        settlement="kept",
        reason="值班电话",
    )

    rows = [row for row in words_of(item) if len(row) == 5]

    assert rows[1] == ["138****0000", "正文", "核实可以公开", "值班电话", ""]


def test_a_changed_item_says_so(item):
    type(item).objects.filter(pk=item.pk).update(title="改过")
    item.refresh_from_db()

    assert "送审以后内容有改动" in str(words_of(item))


def test_the_same_trail_gives_the_same_file(item):
    first, second = (render_review_sheet(item, ".pdf") for _ in range(2))

    assert first[:5] == b"%PDF-"
    assert first == second


def test_there_is_no_form_before_a_submission(draft):
    with pytest.raises(GongkaiError, match="还没有提交审核"):
        render_review_sheet(draft, ".pdf")


def test_the_file_has_a_name_that_any_disk_takes(draft):
    assert review_sheet_name(draft, ".pdf") == "A-12审核单.pdf"
