"""Screening an item: findings stored once, settled one by one, files made clean."""

import pytest
from django.core.files.base import ContentFile

from factories.office_files import IDENTITY, MOBILE, sheet_file, unpacked, word_file
from factories.organs import OrganFactory, account_with_role
from factories.publishing import draft_of, reviewers_of
from gongkai.audit.models import AuditEntry
from gongkai.organs.roles import Role
from gongkai.publishing.models import Attachment, Item, LexiconWord, ScreeningRun
from gongkai.publishing.selectors import current_findings, screening_standing
from gongkai.publishing.services import (
    approve,
    clean_attachment,
    confirm_change,
    keep_finding,
    mask_finding,
    screen_item,
    submit,
)
from gongkai.statute.errors import GongkaiError

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def clerk():
    return account_with_role(Role.CLERK, OrganFactory())


@pytest.fixture
def draft(clerk):
    return with_text(draft_of(clerk), f"张小满，证号{IDENTITY}，电话{MOBILE}。")


def with_text(item, body):
    Item.objects.filter(pk=item.pk).update(body=body)
    item.refresh_from_db()
    return item


def with_file(item, name, content):
    made = Attachment(item=item, title=name.partition(".")[0])
    made.file.save(name, ContentFile(content))
    return made


def found(item):
    return [(each.check_name, each.settlement) for each in current_findings(item)]


def finding(item, check):
    return item.findings.get(check_name=check, is_current=True)


def test_findings_are_stored_once_with_the_number_sealed_and_masked(draft):
    screen_item(item=draft)
    screen_item(item=draft)

    each = finding(draft, "identity_number")
    assert ScreeningRun.objects.count() == 2
    assert draft.findings.count() == 3
    assert (each.place, each.excerpt) == ("正文", IDENTITY)
    assert each.masked == "张**，证号【110105************】，电话139******34。"


def test_what_is_gone_is_no_longer_current(draft):
    screen_item(item=draft)

    screen_item(item=with_text(draft, "见附件。"))

    assert found(draft) == []
    assert draft.findings.filter(is_current=False).count() == 3


def test_a_settled_finding_stays_settled_when_the_text_around_it_changes(clerk, draft):
    screen_item(item=draft)
    keep_finding(finding=finding(draft, "mobile_number"), actor=clerk, reason="咨询用")

    screen_item(item=with_text(draft, f"咨询电话：{MOBILE}。"))

    assert found(draft) == [("mobile_number", "kept")]


def test_keeping_needs_a_reason(clerk, draft):
    screen_item(item=draft)

    with pytest.raises(GongkaiError, match="请写明核实可以公开的理由"):
        keep_finding(finding=finding(draft, "mobile_number"), actor=clerk, reason=" ")


def test_changed_is_believed_when_the_check_agrees(clerk, draft):
    screen_item(item=draft)
    mobile = finding(draft, "mobile_number")

    with pytest.raises(GongkaiError, match="正文的手机号还在"):
        confirm_change(finding=mobile, actor=clerk)
    with_text(draft, "见附件。")
    confirm_change(finding=mobile, actor=clerk)

    mobile.refresh_from_db()
    assert (mobile.settlement, mobile.is_current) == ("changed", False)


def test_masking_writes_stars_into_the_text_and_nothing_into_the_journal(clerk, draft):
    screen_item(item=draft)

    mask_finding(finding=finding(draft, "identity_number"), actor=clerk)
    mask_finding(finding=finding(draft, "mobile_number"), actor=clerk)

    assert draft.body == "张小满，证号110105************，电话139******34。"
    assert found(draft) == []
    assert screening_standing(draft).settled == 2
    told = [str(entry.detail) for entry in AuditEntry.objects.all()]
    assert [text for text in told if IDENTITY in text or MOBILE in text] == []


def test_what_came_back_after_masking_is_open_again(clerk, draft):
    screen_item(item=draft)
    before = draft.body
    mask_finding(finding=finding(draft, "mobile_number"), actor=clerk)

    screen_item(item=with_text(draft, before))

    assert ("mobile_number", "") in found(draft)


def test_masking_a_word_file_makes_a_new_one_without_the_number(clerk, draft):
    with_text(draft, "见附件。")
    file = with_file(
        draft, "名单.docx", word_file(rows=[["张小满", IDENTITY]], author="何一舟")
    )
    old = file.file.name
    screen_item(item=draft)

    mask_finding(finding=finding(draft, "identity_number"), actor=clerk)

    file.refresh_from_db()
    assert file.file.name != old
    assert file.text == "张小满\t110105************"
    with file.file.open("rb") as opened:
        assert IDENTITY.encode() not in unpacked(opened.read())
    assert found(draft) == []


def test_all_alike_in_a_sheet_are_masked_at_once(clerk, draft):
    with_text(draft, "见附件。")
    rows = [[f"第{n}户", 13900001234 + n] for n in range(3)]
    with_file(draft, "名单.xlsx", sheet_file(*rows))
    screen_item(item=draft)
    first = draft.findings.filter(check_name="mobile_number").first()

    assert mask_finding(finding=first, actor=clerk, all_alike=True) == 3
    assert found(draft) == []


def test_a_pdf_is_not_masked_but_replaced(clerk, draft):
    import typst  # noqa: PLC0415

    with_text(draft, "见附件。")
    with_file(draft, "a.pdf", typst.compile(f"A {MOBILE}".encode()))
    screen_item(item=draft)

    with pytest.raises(GongkaiError, match="请在原文件里改好后重新导出"):
        mask_finding(finding=finding(draft, "mobile_number"), actor=clerk)


def test_cleaning_a_file_takes_comments_and_author_away(clerk, draft):
    with_text(draft, "见附件。")
    file = with_file(
        draft, "a.docx", word_file("通知", author="何一舟", comment="核对")
    )
    screen_item(item=draft)
    assert {check for check, _ in found(draft)} == {"author", "comment"}

    clean_attachment(attachment=file, actor=clerk)

    assert found(draft) == []


def test_a_held_file_cannot_be_kept(clerk, draft):
    with_text(draft, "见附件。")
    with_file(draft, "a.docx", b"not a package")
    screen_item(item=draft)

    with pytest.raises(GongkaiError, match="内容不是 DOCX 文件"):
        keep_finding(finding=finding(draft, "wrong_type"), actor=clerk, reason="核对过")


def test_a_scan_is_told_as_unread_and_kept_with_a_reason(clerk, draft):
    with_text(draft, "见附件。")
    with_file(draft, "a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    run = screen_item(item=draft)

    keep_finding(finding=finding(draft, "unread"), actor=clerk, reason="逐页看过")

    assert run.unread[0]["title"] == "a"
    assert screening_standing(draft).blocking == 0


def test_the_organs_words_are_told_but_do_not_stop(clerk, draft):
    LexiconWord.objects.create(organ=draft.organ, word="按排", suggestion="安排")
    with_text(draft, "按排值班。")

    submit(item=draft, actor=clerk)

    assert found(draft) == [("lexicon", "")]


def test_a_number_that_is_found_before_release_stops_it(clerk, draft):
    with_text(draft, "按排值班。")
    submit(item=draft, actor=clerk)
    LexiconWord.objects.create(organ=draft.organ, word="按排", is_blocking=True)
    *others, last = reviewers_of(draft).values()
    for reviewer in others:
        approve(item=draft, actor=reviewer)

    with pytest.raises(GongkaiError, match="内容检查还有1处没有处理"):
        approve(item=draft, actor=last)

    draft.refresh_from_db()
    assert draft.status == "draft"
    assert found(draft) == [("lexicon", "")]


def test_nothing_is_masked_while_reviewers_read(clerk, draft):
    with_text(draft, "见附件。")
    submit(item=draft, actor=clerk)
    screen_item(item=with_text(draft, f"电话{MOBILE}。"))

    with pytest.raises(GongkaiError, match="正在审核，不能修改"):
        mask_finding(finding=finding(draft, "mobile_number"), actor=clerk)
