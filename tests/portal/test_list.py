from datetime import date

import pytest
from django.test.utils import CaptureQueriesContext

from factories.catalogue import CategoryFactory
from factories.publishing import ItemFactory
from gongkai.catalogue.models import Section
from gongkai.publishing.models import ItemStatus, Validity

pytestmark = pytest.mark.django_db

CONTENT = "/o/YX01/content/"


@pytest.fixture
def items(organ, category):
    """Make published items, one for each title."""

    def make(*titles, **fields):
        fields = {"organ": organ, "category": category} | fields
        return [ItemFactory(title=title, **fields) for title in titles]

    return make


def titles(page):
    return [one.text for one in page.select(".list .items-title")]


def test_list_shows_what_is_published_only(page, items):
    items("草稿", status=ItemStatus.DRAFT)
    items("已撤下", status=ItemStatus.WITHDRAWN)
    items("已发布")

    assert titles(page(CONTENT)) == ["已发布"]


def test_list_of_one_organ_leaves_out_the_others(page, items):
    ItemFactory(title="别的机关的信息")
    items("本机关的信息")

    assert titles(page(CONTENT)) == ["本机关的信息"]


def test_list_has_the_items_of_its_section_only(page, organ, items):
    rules = CategoryFactory(organ=organ, section=Section.RULES)
    items("公开审查制度", category=rules)
    items("通知")

    assert titles(page(CONTENT)) == ["通知"]
    assert titles(page("/o/YX01/rules/")) == ["公开审查制度"]


def test_list_says_what_it_knows_of_an_item(page, items, words):
    items("通知", document_number="云示〔2021〕7号", validity=Validity.REPEALED)

    facts = page(CONTENT).select(".items-facts")[0]

    assert words(facts) == "2021-06-01云示〔2021〕7号政策文件废止"


@pytest.mark.parametrize(
    "keyword", ["防汛", "防汛 工作", "示〔2021〕7", "示[2021]7", "S-77"]
)
def test_search_finds_title_document_number_and_index_number(page, items, keyword):
    items("关于防汛工作的通知", document_number="云示〔2021〕7号", number="S-77")
    items("关于招生工作的通知")

    assert titles(page(f"{CONTENT}?q={keyword}")) == ["关于防汛工作的通知"]


def test_search_without_a_hit_says_what_to_do(page, items):
    items("通知")

    found = page(f"{CONTENT}?q=没有的词")

    assert found.select(".empty p")[0].text == "没有符合条件的信息。"


def test_search_shows_the_keyword_as_text(client, items):
    items("通知")

    response = client.get(CONTENT, {"q": '"><script>alert(1)</script>'})

    assert b"<script>alert" not in response.content
    assert b"&lt;script&gt;alert(1)" in response.content


@pytest.mark.parametrize(
    "query",
    ["q=%00", "year=x", "year=99999999999999999999", "year=²", "page=x", "page=-1"],
)
def test_list_bears_with_an_address_that_means_nothing(page, items, query):
    items("通知")

    assert titles(page(f"{CONTENT}?{query}")) == ["通知"]


def test_list_can_be_narrowed_to_a_year(page, items):
    items("旧", disclosed_on=date(2020, 12, 31))
    items("新", disclosed_on=date(2021, 1, 1))

    narrowed = page(f"{CONTENT}?year=2020")

    assert titles(narrowed) == ["旧"]
    assert narrowed.xpath("//select[@id='year']/option/@value") == ["", "2021", "2020"]
    assert narrowed.xpath("//option[@selected]/@value") == ["2020"]


def test_list_can_begin_with_the_oldest(page, items):
    items("新", disclosed_on=date(2021, 6, 2))
    items("旧", disclosed_on=date(2021, 6, 1))

    assert titles(page(CONTENT)) == ["新", "旧"]
    assert titles(page(f"{CONTENT}?sort=oldest")) == ["旧", "新"]


def test_list_comes_in_pages_of_twenty(page, items):
    items(*(f"第{n}条" for n in range(21)))

    first, second = page(CONTENT), page(f"{CONTENT}?page=2")

    assert len(titles(first)) == 20
    assert titles(second) == ["第0条"]


def test_pages_keep_what_was_asked(page, items):
    items(*(f"防汛第{n}条" for n in range(41)))
    items("招生")

    second = page(f"{CONTENT}?q=防汛&year=2021&sort=oldest&page=2")

    asked = "?q=%E9%98%B2%E6%B1%9B&year=2021&sort=oldest"
    assert second.xpath("//a[@rel='prev']/@href") == [asked]
    assert second.xpath("//a[@rel='next']/@href") == [f"{asked}&page=3"]
    assert titles(second)[0] == "防汛第20条"


def test_first_page_is_reachable_where_nothing_was_asked(page, items):
    items(*(f"第{n}条" for n in range(21)))

    assert page(f"{CONTENT}?page=2").xpath("//a[@rel='prev']/@href") == ["?"]


def test_category_shows_what_is_below_it_too(page, organ, category, items, words):
    below = CategoryFactory(
        organ=organ, code="F0101", name="规范性文件", parent=category
    )
    other = CategoryFactory(organ=organ, code="F02", name="规划计划")
    items("文件", category=below)
    items("规划", category=other)

    shown = page(f"{CONTENT}F01/")

    assert titles(shown) == ["文件"]
    assert [words(one) for one in shown.select(".catalogue-list a")] == [
        "全部目录，2条",
        "政策文件，1条",
        "规范性文件，1条",
        "规划计划，1条",
    ]
    assert words(shown.select(".catalogue-list [aria-current]")[0]) == ("政策文件，1条")


@pytest.mark.usefixtures("organ", "category")
def test_category_is_told_in_the_page_tags(page, items):
    items("文件")

    tags = page(f"{CONTENT}F01/").xpath("//meta[starts-with(@name, 'Column')]")

    assert [(tag.get("name"), tag.get("content")) for tag in tags] == [
        ("ColumnName", "政策文件"),
        ("ColumnType", "信息公开"),
    ]


def test_category_keeps_the_search_when_changed(page, items):
    items("防汛")

    links = page(f"{CONTENT}?q=防汛&year=2021").xpath(
        "//ul[contains(@class, 'catalogue-list')]//a/@href"
    )

    asked = "?q=%E9%98%B2%E6%B1%9B&year=2021"
    assert links == [f"{CONTENT}{asked}", f"{CONTENT}F01/{asked}"]


@pytest.mark.usefixtures("organ")
def test_category_that_is_unknown_is_not_found(page):
    page(f"{CONTENT}没有/", status=404)


def test_catalogue_counts_what_was_found(page, organ, items, words):
    other = CategoryFactory(organ=organ, code="F02", name="规划计划")
    items("防汛通知", "招生通知")
    items("防汛规划", category=other)

    tree = page(f"{CONTENT}?q=通知").select(".catalogue-list a")

    assert [words(one) for one in tree] == ["全部目录，2条", "政策文件，2条"]


@pytest.mark.usefixtures("organ")
def test_empty_list_says_so(page):
    assert page("/o/YX01/rules/").select(".empty")[0].text == "本栏目暂无公开信息。"


def test_organ_search_finds_items_of_every_section(page, organ, items):
    rules = CategoryFactory(organ=organ, section=Section.RULES)
    items("公开审查制度", category=rules)
    items("审查通知", disclosed_on=date(2021, 7, 1))

    assert titles(page("/o/YX01/search/?q=审查")) == ["审查通知", "公开审查制度"]


def test_search_of_all_organs_names_them(page, items, words):
    ItemFactory(title="防汛", organ__name="云溪县第二局")
    items("招生")

    found = page("/search/?q=防汛")

    assert words(found.select(".items-facts")[0]) == (
        f"2021-06-01云溪县第二局{found.select('.items-facts span')[1].text}"
    )
    assert titles(found) == ["防汛"]


@pytest.mark.parametrize("address", [CONTENT, f"{CONTENT}F01/", "/o/YX01/", "/search/"])
@pytest.mark.usefixtures("django_db_blocker")
def test_list_needs_the_same_queries_for_one_and_three(client, items, organ, address):
    from django.db import connection  # noqa: PLC0415

    def queries():
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        return len(captured)

    items("一")
    few = queries()
    items("二", "三", category=CategoryFactory(organ=organ, code="F02"))

    assert queries() == few
