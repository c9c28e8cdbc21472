from datetime import date

import pytest

from factories.catalogue import CategoryFactory
from factories.organs import OrganFactory
from factories.publishing import ItemFactory
from gongkai.publishing.models import Channel, ItemStatus

pytestmark = pytest.mark.django_db


@pytest.mark.usefixtures("item")
def test_front_is_the_home_of_the_only_organ_that_discloses(page):
    OrganFactory(name="没有公开过信息的机关")

    home = page("/")

    assert home.findtext(".//h1") == "云溪县示例局政府信息公开"
    assert home.xpath("//link[@rel='canonical']/@href") == ["http://testserver/o/YX01/"]


@pytest.mark.usefixtures("item")
def test_front_lists_the_organs_where_several_disclose(page, words):
    other = ItemFactory(organ__name="云溪县第二局", organ__code="YX02")

    front = page("/")

    assert [words(one) for one in front.select(".organs-name")] == [
        "云溪县示例局",
        "云溪县第二局",
    ]
    assert [words(one) for one in front.select(".organs-facts")] == [
        "公开信息1条",
        "公开信息1条",
    ]
    assert [words(one) for one in front.select(".organs-sections a")][:5] == [
        "政府信息公开指南",
        "政府信息公开制度",
        "法定主动公开内容",
        "政府信息公开年报",
        "依申请公开",
    ]
    assert front.select(".items-title")[0].text == other.title


def test_front_links_the_newest_report_of_each_organ(page, published):
    published(2020)
    published(2021)
    ItemFactory()

    link = page("/").xpath("//dl//a[@href='/o/YX01/reports/2021/']")[0]

    assert link.text == "2021年"


@pytest.mark.usefixtures("item")
def test_front_carries_the_marks_of_the_organ_above_all(page, organ, words):
    ItemFactory(organ__name="云溪县示例所", organ__parent=organ)

    front = page("/")

    assert words(front.select(".masthead-name")[0]) == "云溪县示例局政府信息公开"
    assert front.xpath("//meta[@name='SiteIDCode']/@content") == ["0000000001"]
    assert "网站标识码：0000000001" in words(front.select("footer")[0])


@pytest.mark.usefixtures("item")
def test_front_of_several_trees_carries_the_marks_of_none(page, words):
    ItemFactory(organ__site_id_code="0000000002")

    front = page("/")

    assert words(front.select(".masthead-name")[0]) == "政府信息公开"
    assert front.xpath("//meta[@name='SiteIDCode']") == []


@pytest.mark.usefixtures("item")
def test_front_leaves_out_an_organ_that_is_no_longer_in_use(page):
    ItemFactory(organ__name="已撤并的局", organ__is_active=False)

    home = page("/")

    assert home.findtext(".//h1") == "云溪县示例局政府信息公开"


def test_front_of_an_empty_installation_says_so(page):
    assert page("/").select(".empty")[0].text == "本平台还没有公开的信息。"


def test_home_shows_the_newest_first(page, organ, category):
    for day in (1, 3, 2):
        ItemFactory(
            organ=organ,
            category=category,
            title=f"{day}日的信息",
            disclosed_on=date(2021, 6, day),
        )

    home = page("/o/YX01/")

    titles = [one.text for one in home.select(".items-title")]
    assert titles == ["3日的信息", "2日的信息", "1日的信息"]


def test_home_shows_nothing_that_is_not_published(page, item):
    draft = ItemFactory(
        organ=item.organ, category=item.category, status=ItemStatus.DRAFT
    )
    ItemFactory(organ=item.organ, category=item.category, status=ItemStatus.WITHDRAWN)
    assert draft.disclosed_on is not None

    home = page("/o/YX01/")

    assert [one.text for one in home.select(".items-title")] == [item.title]
    assert home.select(".head-row a")[0].text == "全部1条"


def test_home_offers_the_categories_that_have_something(page, item, words):
    CategoryFactory(organ=item.organ, name="空栏目")

    home = page("/o/YX01/")

    assert [words(one) for one in home.select(".catalogue-grid li")] == [
        "政策文件，1条"
    ]


def test_home_draws_the_months_of_the_newest_report(page, organ, category, published):
    published(2020)
    published(2021)
    for month in (3, 3, 5):
        ItemFactory(
            organ=organ,
            category=category,
            disclosed_on=date(2021, month, 9),
            channels=[Channel.GOVERNMENT_WEBSITE],
        )
    ItemFactory(organ=organ, category=category, disclosed_on=date(2021, 8, 1))

    home = page("/o/YX01/")

    assert home.select("#report")[0].text_content() == "2021年度报告"
    assert [one.text for one in home.select(".chart-value")] == ["2", "1"]
    assert home.select("svg")[0].get("aria-label") == (
        "2021年各月政府网站公开信息条数：共3条，3月最多，2条。"
    )
    assert home.select("tfoot td")[0].text == "3"


@pytest.mark.usefixtures("item")
def test_home_draws_all_items_where_no_channel_is_kept(page, published):
    published(2021)

    home = page("/o/YX01/")

    assert home.select("figcaption")[0].text == "2021年各月公开信息条数"


def test_home_wears_the_colour_of_the_organ(page, organ):
    organ.colour = "#8a1f1f"
    organ.save()

    assert page("/o/YX01/").get("class") == "theme-8a1f1f"


def test_home_of_an_unknown_organ_is_not_found(page):
    missing = page("/o/NOBODY/", status=404)

    assert missing.findtext(".//h1") == "没有这个页面"
