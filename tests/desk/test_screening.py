"""内容检查 on the desk: an officer is stopped, sees where, and settles it."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from desk.pages import text_of
from factories.office_files import IDENTITY, MOBILE, package, word_file
from factories.organs import account_with_role
from factories.publishing import draft_of
from gongkai.desk.publishing.attachments import AttachmentsField
from gongkai.organs.roles import Role
from gongkai.publishing.models import Attachment, Item
from gongkai.publishing.services import screen_item

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def clerk(client, organ):
    account = account_with_role(Role.CLERK, organ)
    client.force_login(account)
    return account


@pytest.fixture
def item(clerk):
    made = draft_of(clerk)
    Item.objects.filter(pk=made.pk).update(body=f"张小满，电话{MOBILE}。")
    made.refresh_from_db()
    screen_item(item=made)
    return made


def press(client, item, act, check="mobile_number", **more):
    finding = item.findings.get(check_name=check)
    data = {"act": act, "finding": finding.pk, **more}
    return client.post(f"/desk/items/screening/{item.pk}/", data, follow=True)


def test_the_record_tells_the_counts(client, item):
    page = text_of(client.get(f"/desk/items/view/{item.pk}/"))

    assert "1处必须处理，1处提示" in page


def test_the_page_shows_the_place_and_never_the_number(client, item):
    page = client.get(f"/desk/items/screening/{item.pk}/")

    assert "必须处理 手机号 正文 …张**，电话 139******34 。…" in text_of(page)
    assert MOBILE not in page.content.decode()


def test_an_officer_is_stopped_masks_and_submits(client, item):
    submission = f"/desk/items/submit/{item.pk}/"
    refused = client.post(submission, {"version": item.version})
    assert "内容检查还有1处没有处理" in text_of(refused)

    press(client, item, "mask")
    item.refresh_from_db()
    client.post(submission, {"version": item.version})

    item.refresh_from_db()
    assert item.body == "张小满，电话139******34。"
    assert item.review_state == "under_review"


def test_a_reason_lets_a_number_stay(client, item):
    refused = press(client, item, "keep")
    assert "请写明核实可以公开的理由" in text_of(refused)

    page = press(client, item, "keep", reason="值班电话")

    assert "核实可以公开" in text_of(page)
    assert "理由：值班电话" in text_of(page)


def test_changed_is_refused_while_it_still_stands_there(client, item):
    page = press(client, item, "changed")

    assert "正文的手机号还在" in text_of(page)


def test_who_only_reads_gets_no_buttons_and_settles_nothing(client, organ, item):
    client.force_login(account_with_role(Role.OGI_REVIEWER, organ))

    page = press(client, item, "keep", reason="值班电话")

    assert "没有办理" in text_of(page)
    assert "记录理由" not in text_of(page)
    assert item.findings.exclude(settlement="").count() == 0


def test_cleaning_names_what_goes_and_does_it(client, item):
    file = Attachment(item=item, title="名单")
    content = word_file("通知", author="何一舟", comment="核对")
    file.file.save("a.docx", ContentFile(content))
    screen_item(item=item)
    url = f"/desk/items/screening/{item.pk}/clean/{file.pk}/"

    asked = text_of(client.get(url))
    client.post(url, {"version": item.version})

    assert "作者信息：何一舟" in asked
    assert "批注：有1条批注。" in asked
    assert file.findings.filter(is_current=True).count() == 0


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.docx", package(**{"word/vbaProject.bin": "x"}), "文件带有宏。"),
        ("a.docm", b"PK", "文件带有宏。"),
        ("a.zip", package(a="0" * 30_000_000), "不像正常文件。"),
        ("a.pdf", b"MZ", "内容不是 PDF 文件"),
    ],
)
def test_an_unsound_upload_is_refused_with_the_reason(name, content, sentence):
    field = AttachmentsField()

    with pytest.raises(Exception, match=sentence) as refused:
        field.clean([SimpleUploadedFile(name, content)])

    assert refused.value.messages[0].startswith(f"“{name}”")


def test_the_query_count_is_the_same_for_one_and_three(
    client, item, django_assert_num_queries
):
    url = f"/desk/items/screening/{item.pk}/"
    with CaptureQueriesContext(connection) as one:
        client.get(url)
    Item.objects.filter(pk=item.pk).update(summary=f"证号{IDENTITY}，电话13900001235。")
    screen_item(item=item)

    with django_assert_num_queries(len(one)):
        client.get(url)
