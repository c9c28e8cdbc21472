"""What every public page has: its frame, its manners, its headers."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders

from factories.catalogue import GuideFactory
from factories.publishing import ItemFactory
from gongkai.organs.models import Organ
from gongkai.publishing.models import ItemStatus

pytestmark = pytest.mark.django_db

PAGES = (
    "/o/YX01/duties/",
    "/",
    "/search/?q=通知",
    "/o/YX01/",
    "/o/YX01/guide/",
    "/o/YX01/rules/",
    "/o/YX01/content/",
    "/o/YX01/content/F01/",
    "/o/YX01/reports/",
    "/o/YX01/reports/2021/",
    "/o/YX01/apply/",
    "/o/YX01/search/?q=通知",
    "/o/YX01/items/{pk}/",
)


@pytest.fixture
def everything(item, published):
    published(2021)
    GuideFactory(organ=item.organ)
    ItemFactory(organ=item.organ, category=item.category)
    return item


@pytest.fixture(params=PAGES)
def shown(request, page, everything):
    return page(request.param.format(pk=everything.pk))


def test_page_is_chinese_with_one_heading_and_a_title(shown):
    assert shown.get("lang") == "zh-CN"
    assert len(shown.xpath("//h1")) == 1
    assert shown.findtext(".//title").strip() != ""


def test_page_labels_every_field(shown):
    fields = shown.xpath("//input | //select | //textarea")

    labelled = set(shown.xpath("//label/@for"))
    assert [one.get("id") for one in fields if one.get("id") not in labelled] == []


def test_page_names_every_table_and_heads_its_columns(shown):
    for table in shown.iter("table"):
        assert table.findtext("caption") != ""
        assert table.xpath(".//th[@scope]") != []


def test_page_has_no_id_twice_and_no_reference_into_the_void(shown):
    ids = shown.xpath("//@id")
    meant = [
        name
        for names in shown.xpath("//@aria-labelledby | //@headers | //label/@for")
        for name in names.split()
    ]
    anchors = [link[1:] for link in shown.xpath("//a/@href") if link[:1] == "#"]

    assert sorted(ids) == sorted(set(ids))
    assert set(meant + anchors) <= set(ids)


def test_page_headings_leave_out_no_level(shown):
    levels = [int(one.tag[1]) for one in shown.xpath("//h1 | //h2 | //h3 | //h4")]

    steps = [after - before for before, after in pairwise(levels)]
    assert levels[0] == 1
    assert max(steps, default=0) <= 1


def test_page_has_no_inline_style_or_script(shown):
    assert shown.xpath("//@style | //style | //script") == []


def test_page_has_the_landmarks_and_the_way_past_them(shown):
    assert shown.xpath("//a[@class='skip']/@href") == ["#main"]
    assert [len(shown.xpath(f"//{name}")) for name in ("header", "main", "footer")] == [
        1,
        1,
        1,
    ]


def test_page_has_the_site_tags(shown):
    names = shown.xpath("//meta/@name")

    assert names[1:3] == ["SiteName", "SiteDomain"]
    assert "" not in shown.xpath("//meta[@name]/@content")


def test_page_is_light(client, everything):
    pages = [client.get(one.format(pk=everything.pk)).content for one in PAGES]
    styles = sum(
        len(Path(finders.find(f"portal/{name}")).read_bytes())
        for name in ("tokens.css", "site.css", "favicon.svg")
    )

    assert max(len(one) for one in pages) + styles < 100_000


@pytest.mark.usefixtures("organ")
def test_page_shows_the_four_sections_with_their_exact_names(page):
    links = page("/o/YX01/").select(".sections a")

    assert [link.text for link in links] == [
        "政府信息公开指南",
        "政府信息公开制度",
        "法定主动公开内容",
        "政府信息公开年报",
        "依申请公开",
    ]


@pytest.mark.usefixtures("organ")
def test_footer_has_the_marks_that_the_organ_has(page, words):
    footer = page("/o/YX01/").select("footer")[0]

    assert words(footer) == (
        "主办单位云溪县示例局联系方式0000-1234567地址云溪县春风路1号"
        "网站标识码：0000000001示例ICP备00000000号"
    )


@pytest.mark.usefixtures("organ")
def test_domain_is_the_one_asked_where_the_organ_has_no_site(page):
    Organ.objects.update(website="")

    shown = page("/o/YX01/")

    assert shown.xpath("//meta[@name='SiteDomain']/@content") == ["testserver"]


@pytest.mark.usefixtures("organ")
def test_public_page_allows_no_inline_code(client):
    response = client.get("/o/YX01/")

    policy = response.headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert policy.startswith("default-src 'none';")
    assert response.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.usefixtures("db")
def test_page_that_does_not_exist_is_as_safe(client):
    response = client.get("/没有/")

    assert response.status_code == 404
    assert "Content-Security-Policy" in response.headers


@pytest.mark.usefixtures("organ")
def test_page_sets_no_cookie(client):
    assert client.get("/o/YX01/").cookies == {}


@pytest.mark.usefixtures("organ")
def test_pages_are_read_only(client):
    assert client.post("/o/YX01/").status_code == 405


@pytest.mark.usefixtures("organ")
def test_broken_page_tells_it_in_chinese(client, monkeypatch):
    def fail(*_):
        raise RuntimeError("database gone")

    monkeypatch.setattr("gongkai.portal.organs.views.organ_or_404", fail)
    client.raise_request_exception = False

    response = client.get("/o/YX01/")

    assert response.status_code == 500
    assert "页面暂时打不开" in response.content.decode()
    assert "database gone" not in response.content.decode()


@pytest.mark.usefixtures("db")
def test_robots_are_kept_off_the_staff_site_only(client):
    assert client.get("/robots.txt").content.decode() == (
        "User-agent: *\nDisallow: /desk/\nAllow: /\n"
    )


@pytest.mark.usefixtures("db")
def test_favicon_is_our_own(client):
    response = client.get("/favicon.ico")

    assert response.headers["Location"] == "/static/portal/favicon.svg"
    assert finders.find("portal/favicon.svg") is not None


def test_nothing_unpublished_is_on_any_page(client, everything):
    hidden = "不应当看见的标题"
    for status in (ItemStatus.DRAFT, ItemStatus.WITHDRAWN):
        ItemFactory(
            organ=everything.organ,
            category=everything.category,
            title=hidden,
            status=status,
        )

    for address in PAGES:
        shown = client.get(address.format(pk=everything.pk)).content.decode()
        assert hidden not in shown, address


def _luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one, other):
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _tokens():
    return Path(finders.find("portal/tokens.css")).read_text("utf-8")


@pytest.mark.parametrize("colour", ["#1b4b8f", "#8a1f1f", "#1f5d4c", "#4a3b82"])
def test_colour_can_be_read_on_white_and_on_its_tint(colour):
    tokens = _tokens()
    theme = re.search(rf"theme-{colour[1:]} \{{[^}}]*--main-tint: (#\w+)", tokens)
    tint = theme[1] if theme else re.search(r"--main-tint: (#\w+)", tokens)[1]

    assert f"--main: {colour};" in tokens
    assert _contrast(colour, "#ffffff") >= 4.5
    assert _contrast(colour, tint) >= 4.5


def test_every_colour_that_an_organ_may_choose_is_checked():
    field = Organ._meta.get_field("colour")  # noqa: SLF001

    assert [colour for colour, _ in field.choices] == [
        "#1b4b8f",
        "#8a1f1f",
        "#1f5d4c",
        "#4a3b82",
    ]


def test_muted_ink_can_be_read_on_every_ground():
    tokens = dict(re.findall(r"--([\w-]+): (#\w{6})", _tokens().split("}")[0]))

    for ground in ("#ffffff", tokens["area"], tokens["main-tint"]):
        assert _contrast(tokens["ink-muted"], ground) >= 4.5


def test_settings_have_the_headers_on():
    assert "gongkai.portal.site.security.PublicSecurityHeaders" in settings.MIDDLEWARE
