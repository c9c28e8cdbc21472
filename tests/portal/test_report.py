import json

import pytest

from factories.annual_report import AnnualReportFactory
from factories.catalogue import CategoryFactory
from factories.organs import OrganFactory
from factories.publishing import ItemFactory
from gongkai.annual_report.models import ReportStatus
from gongkai.catalogue.models import Section

pytestmark = pytest.mark.django_db

REPORTS = "/o/YX01/reports/"


def file_name(suffix, year=2021):
    return f"云溪县示例局{year}年政府信息公开工作年度报告{suffix}"


def test_reports_are_listed_newest_first(page, published):
    published(2020)
    published(2021)

    years = page(REPORTS).select(".year-number")

    assert [year.text for year in years] == ["2021年", "2020年"]


def test_reports_leave_out_one_that_is_being_written(page, organ):
    AnnualReportFactory(organ=organ, year=2021, overview="还没有写完。")

    shown = page(REPORTS)

    assert shown.select(".empty")[0].text == "本机关还没有公开年度报告。"
    page(f"{REPORTS}2021/", status=404)


def test_reports_taken_back_to_draft_disappear(page, published):
    report = published(2021)
    page(f"{REPORTS}2021/")
    report.status = ReportStatus.DRAFT
    report.save()

    page(f"{REPORTS}2021/", status=404)
    page(f"{REPORTS}2021/{file_name('.json')}", status=404)


def test_reports_of_earlier_years_may_be_items(page, organ):
    category = CategoryFactory(organ=organ, section=Section.REPORTS)
    ItemFactory(organ=organ, category=category, title="2015年度报告")

    assert page(REPORTS).select(".items-title")[0].text == "2015年度报告"


def test_reports_of_organs_below_are_linked(page, organ, published):
    below = OrganFactory(parent=organ, name="云溪县示例所", code="YX0101")
    report = published(2020)
    report.pk, report.organ = None, below
    report.save()

    links = page(REPORTS).xpath("//section[@aria-labelledby='below']//a")

    assert [(link.text, link.get("href")) for link in links] == [
        ("云溪县示例所2020年政府信息公开工作年度报告", "/o/YX0101/reports/2020/")
    ]


def test_report_shows_its_six_sections(page, published):
    published(2021)

    headings = page(f"{REPORTS}2021/").select(".report-part > h2")

    assert [heading.text for heading in headings] == [
        "一、总体情况",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
        "五、存在的主要问题及改进情况",
        "六、其他需要报告的事项",
        "下载",
    ]


def test_report_puts_its_figures_on_top(page, published, words):
    published(2021)

    figures = page(f"{REPORTS}2021/").select(".figures > div")

    assert [words(figure) for figure in figures] == [
        "政府网站公开信息64条",
        "行政许可决定588件",
        "行政事业性收费2,673.5355万元",
        "新收公开申请0件",
    ]


def test_report_prose_has_its_headings(page, published):
    published(2021)

    paragraph = page(f"{REPORTS}2021/").select(".report-part .prose p")[0]

    assert paragraph.findtext("strong") == "（一）主动公开。"
    assert paragraph.text_content() == "（一）主动公开。通过政府网站公开信息64条。"


def test_report_prose_is_text(client, published):
    report = published(2021)
    report.published["sections"]["overview"] = "<script>alert(1)</script>"
    report.save()

    shown = client.get(f"{REPORTS}2021/").content.decode()

    assert "<script" not in shown
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown


def test_report_tables_have_captions_and_downloads(page, published):
    published(2021)

    shown = page(f"{REPORTS}2021/")

    assert [table.findtext("caption") for table in shown.iter("table")] == [
        "主动公开政府信息情况",
        "收到和处理政府信息公开申请情况",
        "政府信息公开行政复议、行政诉讼情况",
    ]
    assert len(shown.select(".report-file a")) == 3
    assert len(shown.select(".report-table-box[tabindex='0'][role='region']")) == 3


def test_report_shows_what_was_published_not_what_is_counted_now(page, published, item):
    published(2021)
    item.delete()

    cell = page(f"{REPORTS}2021/").xpath(
        "//td[@data-cell='table2.administrative_licensing.decisions']"
    )[0]

    assert cell.text == "588"


def test_report_carries_the_page_tags(page, published):
    published(2021)

    tags = {
        tag.get("name"): tag.get("content")
        for tag in page(f"{REPORTS}2021/").select("meta[name]")
    }

    assert tags["ColumnName"] == "政府信息公开年报"
    assert tags["ArticleTitle"] == "云溪县示例局2021年政府信息公开工作年度报告"
    assert tags["PubDate"] == "2022-01-20 00:00"
    assert tags["ContentSource"] == "云溪县示例局"


def test_report_without_a_known_form_shows_its_prose(page, published):
    report = published(2021)
    report.published = {"format": None, "sections": {"overview": "只有正文。"}}
    report.save()

    shown = page(f"{REPORTS}2021/")

    assert [one.text for one in shown.select(".report-part p")] == ["只有正文。"]
    assert shown.select(".card") == []


@pytest.mark.parametrize(
    ("suffix", "begins"),
    [
        (".docx", b"PK"),
        (".pdf", b"%PDF"),
        (".xlsx", b"PK"),
        (".json", b"{"),
        (".html", b"<!"),
    ],
)
def test_report_is_sent_as_a_file(client, published, suffix, begins):
    published(2021)

    response = client.get(f"{REPORTS}2021/{file_name(suffix)}")

    assert response.status_code == 200
    assert response.content.startswith(begins)
    assert response.headers["Content-Disposition"].startswith("attachment; filename*=")


def test_report_file_is_the_published_document(client, published):
    report = published(2021)

    response = client.get(f"{REPORTS}2021/{file_name('.json')}")

    assert json.loads(response.content)["table2"] == report.published["table2"]


@pytest.mark.parametrize("name", ["别的文件.docx", file_name(".exe"), "x"])
def test_report_file_of_another_name_is_not_found(page, published, name):
    published(2021)

    page(f"{REPORTS}2021/{name}", status=404)


def test_reports_need_the_same_queries_for_one_and_three(
    client, published, django_assert_num_queries
):
    published(2021)
    client.get(REPORTS)
    with django_assert_num_queries(5):
        client.get(REPORTS)
    published(2020)
    published(2019)

    with django_assert_num_queries(5):
        client.get(REPORTS)
