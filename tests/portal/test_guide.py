import pytest

from factories.catalogue import CategoryFactory
from factories.publishing import ItemFactory
from gongkai.catalogue.models import Section

pytestmark = pytest.mark.django_db


def contacts(page):
    return [one.text for one in page.select(".contact dt")]


def ways(page):
    return [one.text for one in page.select(".ways h3")]


@pytest.mark.usefixtures("guide")
def test_guide_says_what_the_regulation_asks_for(page):
    shown = page("/o/YX01/guide/")

    assert [one.text for one in shown.select(".guide h2")] == [
        "信息分类",
        "编排体系",
        "获取方式",
    ]
    assert shown.select(".aside-name")[0].text == "云溪县示例局办公室"
    assert contacts(shown) == ["办公地址", "联系电话", "网站"]


@pytest.mark.usefixtures("organ")
def test_guide_that_is_missing_leaves_the_contacts(page):
    shown = page("/o/YX01/guide/")

    assert shown.select(".empty")[0].text == (
        "本机关还没有发布公开指南。需要办理的，请按本页联系方式与本机关联系。"
    )
    assert contacts(shown) == ["办公地址", "联系电话", "网站"]


def test_guide_lists_the_items_of_its_section(page, guide):
    category = CategoryFactory(organ=guide.organ, section=Section.GUIDE)
    ItemFactory(organ=guide.organ, category=category, title="办事指南")

    assert page("/o/YX01/guide/").select(".items-title")[0].text == "办事指南"


def test_guide_shows_the_officers_words_as_text(client, guide):
    guide.supervision = "<script>alert(1)</script>"
    guide.save()

    shown = client.get("/o/YX01/guide/").content.decode()

    assert "<script" not in shown


def test_apply_names_the_ways_that_the_organ_has(page, organ):
    organ.fax = "0000-7654321"
    organ.save()

    assert ways(page("/o/YX01/apply/")) == ["网上", "当面", "邮寄", "传真"]


@pytest.mark.usefixtures("organ")
def test_apply_names_no_way_that_the_organ_has_not(page):
    assert ways(page("/o/YX01/apply/")) == ["网上", "当面", "邮寄"]


def test_apply_without_an_address_says_whom_to_call(page, organ, words):
    organ.address = ""
    organ.save()

    shown = page("/o/YX01/apply/")

    assert ways(shown) == ["网上"]
    assert words(shown.select("section .muted")[0]) == (
        "本机关还没有登记办公地址和传真。要当面、邮寄提交的，请致电0000-1234567联系。"
    )


@pytest.mark.usefixtures("organ")
def test_apply_leads_to_the_form_and_to_following_a_case(page):
    links = page("/o/YX01/apply/").select(".apply-start a")

    assert [(link.text, link.get("href")) for link in links] == [
        ("在线申请", "/o/YX01/apply/form/"),
        ("查询办理进度", "/follow/"),
    ]


@pytest.mark.usefixtures("organ")
def test_apply_tells_the_three_blocks_of_a_request(page):
    steps = page("/o/YX01/apply/").select(".steps strong")

    assert [step.text for step in steps] == ["申请人", "要什么信息", "怎样取得"]


def test_apply_tells_the_organs_own_rules(page, guide):
    guide.how_to_apply = "窗口在一楼。"
    guide.save()

    section = page("/o/YX01/apply/").xpath("//section[@aria-labelledby='office']/p")

    assert [one.text for one in section] == ["窗口在一楼。"]
