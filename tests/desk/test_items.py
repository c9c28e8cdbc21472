"""Items: channels, files, and who decides that the public sees them."""

import io
from datetime import date, timedelta

import pytest
from django.utils import timezone

from desk.cases import NO_ROWS
from desk.pages import text_of
from factories.catalogue import CategoryFactory
from factories.organs import account_with_role
from factories.publishing import ItemFactory, draft_of, reviewers_of
from gongkai.audit.models import AuditEntry
from gongkai.organs.roles import Role
from gongkai.publishing.models import Attachment, Item, ItemStatus
from gongkai.publishing.services import approve, submit

pytestmark = pytest.mark.django_db


@pytest.fixture
def data(organ):
    return {
        "number": "S-1",
        "title": "关于秋季开学的通知",
        "category": str(CategoryFactory(organ=organ).pk),
        "formed_on": "2021-08-20",
        "validity": "not_applicable",
        "status": "draft",
        **NO_ROWS,
    }


@pytest.fixture
def draft(organ):
    return ItemFactory(organ=organ, status=ItemStatus.DRAFT, disclosed_on=None)


def approved(organ):
    """An item that three persons approved and that waits for its appointment."""
    clerk = account_with_role(Role.CLERK, organ)
    item = draft_of(clerk, publish_at=timezone.now() + timedelta(days=1))
    submit(item=item, actor=clerk)
    for reviewer in reviewers_of(item).values():
        approve(item=item, actor=reviewer)
    return item


def named(content, name):
    file = io.BytesIO(content)
    file.name = name
    return file


def test_channels_are_written_ticked_and_taken_away(desk, data):
    desk.post(
        "/desk/items/new/",
        data
        | {
            "releases-government_website": "on",
            "releases-government_website_address": "https://example.gov.cn/1",
            "releases-wechat": "on",
        },
    )
    item = Item.objects.get()
    first = dict(item.releases.values_list("channel", "address"))

    desk.post(
        f"/desk/items/edit/{item.pk}/",
        data
        | {
            "releases-government_website": "on",
            "releases-government_website_address": "https://example.gov.cn/2",
        },
    )

    assert first == {"government_website": "https://example.gov.cn/1", "wechat": ""}
    assert dict(item.releases.values_list("channel", "address")) == {
        "government_website": "https://example.gov.cn/2"
    }
    entries = AuditEntry.objects.filter(subject="publishing.release").order_by("pk")
    assert [entry.action for entry in entries] == ["登记", "登记", "修改", "删除"]
    assert {entry.organ_code for entry in entries} == {"A-1"}


def test_an_address_without_its_channel_is_refused(desk, data):
    page = desk.post(
        "/desk/items/new/",
        data | {"releases-wechat_address": "https://example.gov.cn/1"},
    )

    assert "填了网址但没有勾选“微信公众号”" in text_of(page)
    assert Item.objects.count() == 0


def test_files_are_added_renamed_and_deleted(desk, data):
    files = [named(b"1", "招生方案.txt"), named(b"x", "报名表.csv")]
    desk.post("/desk/items/new/", data | {"new_files": files})
    item = Item.objects.get()
    plan, form = item.attachments.all()

    rows = {
        "attachments-TOTAL_FORMS": "2",
        "attachments-INITIAL_FORMS": "2",
        "attachments-0-id": str(plan.pk),
        "attachments-0-title": "2021年招生方案",
        "attachments-0-position": "1",
        "attachments-1-id": str(form.pk),
        "attachments-1-title": "报名表",
        "attachments-1-position": "2",
        "attachments-1-DELETE": "on",
    }
    desk.post(f"/desk/items/edit/{item.pk}/", data | rows)

    assert [plan.title, form.title] == ["招生方案", "报名表"]
    assert [file.title for file in item.attachments.all()] == ["2021年招生方案"]


def test_a_file_that_a_browser_would_run_is_refused(desk, data):
    page = desk.post(
        "/desk/items/new/",
        data | {"new_files": [named(b"<script>", "page.html")]},
    )

    assert "“page.html”这类文件不能作附件" in text_of(page)
    assert Item.objects.count() == 0


def test_a_file_is_handed_out_as_a_download(desk, data):
    desk.post("/desk/items/new/", data | {"new_files": [named(b"1", "方案.txt")]})
    file = Attachment.objects.get()

    response = desk.get(f"/desk/items/view/{file.item_id}/files/{file.pk}/")

    assert b"".join(response.streaming_content) == b"1"
    assert response.headers["Content-Disposition"].startswith("attachment;")


def test_the_form_publishes_nothing(desk, data):
    desk.post(
        "/desk/items/new/",
        data | {"status": "published", "disclosed_on": "2021-08-21"},
    )

    assert Item.objects.get().status == ItemStatus.DRAFT


def test_a_clerk_cannot_change_what_is_published(client, organ, data):
    item = ItemFactory(organ=organ, title="已经公开的通知")
    client.force_login(account_with_role(Role.CLERK, organ))

    page = client.post(f"/desk/items/edit/{item.pk}/", data)

    item.refresh_from_db()
    assert "请交公开专员或三审修改" in text_of(page)
    assert item.title == "已经公开的通知"


def test_publishing_names_the_consequence_and_dates_the_item(client, organ):
    item = approved(organ)
    client.force_login(account_with_role(Role.RELEASE_REVIEWER, organ))
    url = f"/desk/items/publish/{item.pk}/"

    asked = client.get(url)
    client.post(url, {"disclosed_on": "2021-08-21", "version": item.version})

    item.refresh_from_db()
    assert "发布后全网可见" in text_of(asked)
    assert (item.status, item.disclosed_on) == ("published", date(2021, 8, 21))


def test_publishing_before_the_item_was_formed_is_refused(desk, organ):
    item = approved(organ)

    page = desk.post(
        f"/desk/items/publish/{item.pk}/",
        {"disclosed_on": "2020-01-01", "version": item.version},
    )

    item.refresh_from_db()
    assert "早于成文日期" in text_of(page)
    assert item.status == ItemStatus.DRAFT


def test_publishing_without_review_is_refused(desk, draft):
    page = desk.post(
        f"/desk/items/publish/{draft.pk}/",
        {"disclosed_on": "2021-08-21", "version": 0},
    )

    draft.refresh_from_db()
    assert "审核通过后才能发布" in text_of(page)
    assert draft.status == ItemStatus.DRAFT


def test_withdrawing_asks_for_the_reason_and_keeps_it(desk, organ):
    item = ItemFactory(organ=organ)
    url = f"/desk/items/withdraw/{item.pk}/"

    asked = desk.post(url, {"version": 0})
    desk.post(url, {"reason": "含个人信息", "version": 0})

    item.refresh_from_db()
    assert "请写明撤下理由。" in text_of(asked)
    assert item.status == ItemStatus.WITHDRAWN
    assert AuditEntry.objects.latest("pk").detail == {"reason": "含个人信息"}


def test_overdue_drafts_are_those_past_twenty_working_days(desk, organ, today):
    late = ItemFactory(
        organ=organ, status="draft", disclosed_on=None, formed_on=date(2022, 1, 6)
    )
    ItemFactory(
        organ=organ, status="draft", disclosed_on=None, formed_on=date(2022, 1, 7)
    )

    page = desk.get("/desk/items/", {"status": "overdue"})

    # 1月6日起第20个工作日是2月8日：春节放假，1月29日、30日调休上班。
    assert [row.url for row in page.context["table"].rows] == [
        f"/desk/items/view/{late.pk}/"
    ]
    assert today == date(2022, 2, 9)


def test_the_form_shows_the_due_day_of_what_is_typed(desk):
    said = {"deadline_kind": "general", "formed_on": "2021-08-20", "changed_on": ""}

    answer = desk.get("/desk/items/due/", said)

    assert answer.content.decode() == (
        "应在2021-09-17前公开：2021-08-20起20个工作日，2021-09-17届满"
        "（《政府信息公开条例》第二十六条）。"
    )


def test_a_form_left_without_a_number_gets_one(desk, data):
    desk.post("/desk/items/new/", data | {"number": ""})

    assert Item.objects.get().number == f"A-1/{timezone.localdate().year}-00001"


def test_a_title_used_twice_asks_for_the_reason(desk, organ, data):
    ItemFactory(organ=organ, title=data["title"], number="S-0")

    page = desk.post("/desk/items/new/", data)
    desk.post("/desk/items/new/", data | {"same_title": "每年一次"})

    assert "本机关已有同名的信息（索引号S-0" in text_of(page)
    assert Item.objects.filter(title=data["title"]).count() == 2


def test_the_second_editor_keeps_his_text_and_may_save_after_looking(desk, draft, data):
    Item.objects.update(version=3)
    url = f"/desk/items/edit/{draft.pk}/"
    mine = data | {"summary": "我写的概述。", "version": "2"}

    page = desk.post(url, mine)
    desk.post(url, mine | {"version": page.context["form"]["version"].value()})

    assert "另一位同事改过这条信息" in text_of(page)
    assert Item.objects.get().summary == "我写的概述。"


def test_a_published_item_is_corrected_with_a_note(desk, organ, data):
    item = ItemFactory(organ=organ, body="旧的正文。")
    url = f"/desk/items/edit/{item.pk}/"

    refused = desk.post(url, data | {"body": "新的正文。"})
    desk.post(url, data | {"body": "新的正文。", "correction": "电话误写。"})

    item.refresh_from_db()
    assert "要写更正说明" in text_of(refused)
    assert (item.body, item.corrections.get().reason) == ("新的正文。", "电话误写。")


def test_an_appointment_in_the_past_is_refused(desk, data):
    page = desk.post("/desk/items/new/", data | {"publish_at": "2021-01-01T08:30"})

    assert "定时发布的时间已过" in text_of(page)
    assert Item.objects.count() == 0


def test_every_field_of_a_group_has_its_label(desk, organ):
    text = text_of(desk.get("/desk/items/new/"))

    assert "不予公开依据" in text
