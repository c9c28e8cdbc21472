from datetime import UTC, date, datetime

import pytest
from django.core.files.base import ContentFile

from factories.catalogue import CategoryFactory
from factories.organs import OfficeFactory, OrganFactory, account_with_role
from factories.publishing import ItemFactory
from gongkai.organs.roles import Role
from gongkai.publishing.models import Attachment, Correction, ItemStatus, Validity

pytestmark = pytest.mark.django_db


def address(item):
    return f"/o/{item.organ.code}/items/{item.pk}/"


def metadata(page):
    return {
        row.findtext("dt"): row.findtext("dd")
        for row in page.select(".metadata-list > div")
    }


@pytest.fixture
def attached(item):
    attachment = Attachment(item=item, title="防汛物资清单.xlsx")
    attachment.file.save("a.xlsx", ContentFile(b"x" * 2048))
    return attachment


def test_item_shows_its_official_head(page, item):
    above = CategoryFactory(organ=item.organ, name="应急管理")
    item.category.parent = above
    item.category.save()
    item.office = OfficeFactory(organ=item.organ, name="办公室")
    item.validity = Validity.IN_FORCE
    item.save()

    assert metadata(page(address(item))) == {
        "索引号": "YX01/2021-00001",
        "主题分类": "应急管理\\政策文件",
        "发文机关": "云溪县示例局",
        "成文日期": "2021年5月20日",
        "标题": "关于做好防汛工作的通知",
        "发文字号": "云示〔2021〕7号",
        "发布日期": "2021年6月1日",
        "有效性": "现行有效",
        "公开方式": "主动公开",
        "责任股室": "办公室",
    }


def test_item_shows_what_the_catalogue_says_of_it(page, item):
    item.theme, item.keywords = "综合政务\\政务公开", "防汛 物资"
    item.genre, item.audience = "通知", "全社会"
    item.joint_organs = "云溪县水利局"
    item.due_on = date(2021, 6, 17)
    item.save()

    head = metadata(page(address(item)))

    wanted = ("主题分类", "发文机关", "主题词", "体裁", "公开范围")
    assert [head[label] for label in wanted] == [
        "综合政务\\政务公开",
        "云溪县示例局、云溪县水利局",
        "防汛 物资",
        "通知",
        "全社会",
    ]
    assert "2021年6月17日" not in head.values()


def test_item_tells_the_minute_at_which_it_went_out(page, item):
    item.published_at = datetime(2021, 6, 1, 0, 30, tzinfo=UTC)
    item.save()

    told = page(address(item)).xpath("//meta[@name='PubDate']/@content")

    assert told == ["2021-06-01 08:30"]


def test_item_says_what_was_corrected_and_when(page, item, words):
    Correction.objects.create(
        item=item,
        reason="联系电话误写，现予更正。",
        at=datetime(2021, 6, 8, 2, 0, tzinfo=UTC),
    )

    (note,) = page(address(item)).select("section.notice p")

    assert words(note) == "2021年6月8日：联系电话误写，现予更正。"


def test_a_draft_is_previewed_by_staff_only(client, page, item):
    item.status = ItemStatus.DRAFT
    item.save()
    preview = f"{address(item)}preview/"

    page(preview, status=404)
    client.force_login(account_with_role(Role.CLERK, OrganFactory()))
    page(preview, status=404)
    client.force_login(account_with_role(Role.CLERK, item.organ))
    shown = page(preview)

    assert shown.findtext(".//h1") == item.title
    assert [note.text for note in shown.select("p.notice > strong")] == ["预览"]


def test_staff_read_the_files_of_a_draft_in_its_preview(client, page, attached):
    attached.item.status = ItemStatus.DRAFT
    attached.item.save()
    client.force_login(account_with_role(Role.CLERK, attached.item.organ))
    (link,) = page(f"{address(attached.item)}preview/").xpath(
        "//li[@class='card']/a/@href"
    )

    response = client.get(link)

    assert b"".join(response.streaming_content) == b"x" * 2048


def test_item_names_the_source_it_was_taken_from(page, item):
    item.source = "云溪县人民政府"
    item.save()

    shown = page(address(item))

    assert metadata(shown)["来源"] == "云溪县人民政府"
    assert shown.xpath("//meta[@name='ContentSource']/@content") == ["云溪县人民政府"]


def test_item_carries_the_page_tags_in_order(page, item):
    item.summary = "部署防汛工作。"
    item.save()

    tags = [
        (tag.get("name"), tag.get("content"))
        for tag in page(address(item)).select("meta[name]")
        if tag.get("name") != "viewport"
    ]

    assert tags == [
        ("SiteName", "云溪县示例局"),
        ("SiteDomain", "www.yunxi.example"),
        ("SiteIDCode", "0000000001"),
        ("ColumnName", "政策文件"),
        ("ColumnType", "信息公开"),
        ("ArticleTitle", "关于做好防汛工作的通知"),
        ("PubDate", "2021-06-01 00:00"),
        ("ContentSource", "云溪县示例局"),
        ("Description", "部署防汛工作。"),
        ("Url", f"http://testserver{address(item)}"),
    ]


def test_item_body_is_laid_out_as_a_document(page, item):
    body = page(address(item)).select(".prose")[0]

    assert [(one.get("class"), one.text) for one in body] == [
        ("salutation", "各股室："),
        (None, "请做好防汛工作。"),
        ("signature", "云溪县示例局"),
        ("signature", "2021年5月20日"),
    ]


def test_item_ends_with_the_mark_once(client, item):
    item.body = "正文。\n（此件公开发布）"
    item.save()

    shown = client.get(address(item)).content.decode()

    assert shown.count("此件公开发布") == 1


def test_item_without_a_mark_gets_it(page, item):
    mark = page(address(item)).select(".end-mark")[0]

    assert mark.text == "（此件公开发布）"


@pytest.mark.parametrize("validity", [Validity.REPEALED, Validity.LAPSED])
def test_item_that_no_longer_holds_says_so_first(page, item, words, validity):
    item.validity = validity
    item.save()

    notice = page(address(item)).select(".notice")[0]

    assert words(notice) == f"本文件已{validity.label}，仅供查阅，不再作为办事依据。"


def test_item_names_others_of_its_category(page, item):
    other = ItemFactory(organ=item.organ, category=item.category, title="另一条")
    ItemFactory(
        organ=item.organ, category=item.category, title="草稿", status=ItemStatus.DRAFT
    )

    related = page(address(item)).select(".aside-list a")

    assert [one.text for one in related] == [other.title]


def test_item_of_a_draft_is_not_found(page, item):
    item.status = ItemStatus.DRAFT
    item.save()

    assert item.title not in page(address(item), status=404).text_content()


def test_item_that_was_withdrawn_is_gone_and_says_so(page, item, words):
    item.status = ItemStatus.WITHDRAWN
    item.withdrawn_at = datetime(2021, 7, 1, 1, 0, tzinfo=UTC)
    item.withdrawal_reason = "含个人信息"
    item.save()

    gone = page(address(item), status=410)

    assert gone.findtext(".//h1") == "这条信息已撤下"
    assert [words(line) for line in gone.select(".message > p")][:2] == [
        "2021年7月1日，发布机关撤下了这条信息（索引号YX01/2021-00001），本页不再提供原文。",
        "撤下理由：含个人信息",
    ]
    assert item.title not in gone.text_content()


def test_item_is_not_found_under_another_organ(page, item):
    other = ItemFactory(organ__code="YX02")

    page(f"/o/{other.organ.code}/items/{item.pk}/", status=404)


@pytest.mark.usefixtures("organ")
def test_item_with_an_impossible_number_is_not_found(page):
    page(f"/o/YX01/items/{10**30}/", status=404)


def test_index_number_leads_to_the_item(client, item):
    response = client.get("/o/YX01/index/YX01/2021-00001/")

    assert response.headers["Location"] == address(item)


def test_index_number_of_a_draft_is_not_found(page, item):
    item.status = ItemStatus.DRAFT
    item.save()

    page("/o/YX01/index/YX01/2021-00001/", status=404)


@pytest.mark.usefixtures("organ")
def test_index_number_that_is_none_is_not_found(page):
    page("/o/YX01/index/a%00b/", status=404)


def test_attachment_is_a_card_with_kind_and_size(page, attached, words):
    card = page(address(attached.item)).select(".card")[0]

    assert words(card) == "防汛物资清单Excel表格（XLSX），2.0KB"


def test_attachment_is_sent_under_its_own_name(client, page, attached):
    (link,) = page(address(attached.item)).xpath("//li[@class='card']/a/@href")

    response = client.get(link)

    assert b"".join(response.streaming_content) == b"x" * 2048
    assert response.headers["Content-Disposition"] == (
        "attachment; filename*=utf-8''"
        "%E9%98%B2%E6%B1%9B%E7%89%A9%E8%B5%84%E6%B8%85%E5%8D%95.xlsx"
    )
    assert response.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"


@pytest.mark.parametrize("status", [ItemStatus.DRAFT, ItemStatus.WITHDRAWN])
def test_attachment_goes_with_its_item(client, page, attached, status):
    item = attached.item
    (link,) = page(address(item)).xpath("//li[@class='card']/a/@href")
    item.status = status
    item.save()

    assert client.get(link).status_code == 404


def test_attachment_under_an_old_name_leads_to_the_new_one(client, attached):
    item = attached.item
    old = f"{address(item)}attachments/{attached.pk}/旧名.xlsx"

    response = client.get(old, follow=True)

    assert response.status_code == 200
    response.close()


def test_attachment_whose_file_is_lost_is_not_offered(client, page, attached):
    item = attached.item
    (link,) = page(address(item)).xpath("//li[@class='card']/a/@href")
    attached.file.storage.delete(attached.file.name)

    assert page(address(item)).xpath("//li[@class='card']/a") == []
    assert client.get(link).status_code == 404


def test_item_needs_the_same_queries_for_one_and_three_neighbours(
    client, item, django_assert_max_num_queries
):
    def queries():
        with django_assert_max_num_queries(30) as captured:
            client.get(address(item))
        return len(captured)

    few = queries()
    for number in range(3):
        other = ItemFactory(organ=item.organ, category=item.category)
        Attachment.objects.create(item=item, title=f"附件{number}", file=f"{other.pk}")

    assert queries() == few + 0


def test_item_without_body_says_so(page, item):
    item.body = ""
    item.disclosed_on = date(2021, 6, 2)
    item.save()

    assert page(address(item)).select(".empty")[0].text == "本条信息没有正文。"
