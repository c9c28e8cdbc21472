from datetime import date

import pytest
from django.urls import reverse
from lxml import html

from factories.annual_report import AnnualReportFactory
from factories.casework import DisclosureRequestFactory
from factories.ledger import LedgerEntryFactory
from factories.organs import OrganFactory, account_with_role
from factories.publishing import ItemFactory
from gongkai.annual_report.models import AnnualReport, ReportStatus
from gongkai.annual_report.services import publish_report
from gongkai.organs.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def organ():
    return OrganFactory()


@pytest.fixture
def officer(client, organ):
    account = account_with_role(Role.OGI_OFFICER, organ)
    client.force_login(account)
    return account


@pytest.fixture
def report(organ):
    return AnnualReportFactory(organ=organ)


def address(name, *args):
    return reverse(f"annual_report:{name}", args=args)


def tree(response):
    return html.fromstring(response.content.decode())


def text_of(response):
    return tree(response).text_content()


def test_index_opens_a_new_report_of_the_officers_organ(client, officer, organ):
    answer = client.post(address("index"), {"organ": organ.pk, "year": 2021})

    made = AnnualReport.objects.get()
    assert (made.organ, made.year) == (organ, 2021)
    assert answer.url == address("page", made.pk)


@pytest.mark.parametrize(
    ("year", "sentence"),
    [("二〇二一", "年度应为四位数字"), ("1990", "年度不能早于2008年")],
)
def test_index_says_what_is_wrong_with_a_year(client, officer, organ, year, sentence):
    answer = client.post(address("index"), {"organ": organ.pk, "year": year})

    assert sentence in text_of(answer)
    assert not AnnualReport.objects.exists()


def test_index_tells_what_to_do_when_there_is_none(client, officer):
    assert "编制年度报告" in text_of(client.get(address("index")))


def test_index_lists_only_reports_of_organs_that_are_open(client, officer, report):
    AnnualReportFactory()

    page = tree(client.get(address("index")))

    assert len(page.xpath("//table[@class='report-list']/tbody/tr")) == 1


def test_page_links_every_figure_to_the_records_it_counts(client, officer, report):
    LedgerEntryFactory(organ=report.organ, quantity=7)

    page = tree(client.get(address("page", report.pk)))

    path = "table2.administrative_licensing.decisions"
    (link,) = page.xpath(f"//a[contains(@href, 'figure={path}&')]")
    assert link.text_content() == "7"
    opened = client.get(link.get("href"))
    assert "7" in text_of(opened)
    assert len(page.xpath("//table//*[contains(@class, 'report-figure')]/a")) == 200


def test_page_links_the_figures_inside_the_prose(client, officer, report):
    ItemFactory(organ=report.organ, channels=["government_website"])

    page = tree(client.get(address("page", report.pk)))

    (link,) = page.xpath("//*[@id='part-overview']//a[@class='report-live']")
    assert link.text_content() == "1"
    assert "figure=figures.items.government_website" in link.get("href")


def test_page_of_another_organs_report_is_not_there(client, officer):
    assert client.get(address("page", AnnualReportFactory().pk)).status_code == 404


def test_page_shows_findings_with_rule_expected_and_found(client, officer, report):
    DisclosureRequestFactory(organ=report.organ)

    shown = text_of(client.get(address("page", report.pk)))

    assert "1 个错误" in shown
    assert "X-TEXT0" in shown


def test_page_says_when_records_changed_after_publication(client, officer, report):
    publish_report(report=report, on=date(2022, 1, 20), actor=officer)
    assert "记录在发布后有变化" not in text_of(client.get(address("page", report.pk)))

    LedgerEntryFactory(organ=report.organ)

    assert "记录在发布后有变化" in text_of(client.get(address("page", report.pk)))


def test_section_is_edited_as_it_reads(client, officer, report):
    ItemFactory(organ=report.organ, channels=["government_website"])
    page = tree(client.get(address("section", report.pk, "overview")))
    (area,) = page.xpath("//textarea")
    assert area.text.strip() == ("通过政府网站公开信息1条。未收到政府信息公开申请。")

    client.post(
        address("section", report.pk, "overview"),
        {"text": "在政府网站公开信息1条。未收到政府信息公开申请。"},
    )

    report.refresh_from_db()
    assert report.overview == (
        "在政府网站公开信息⟦items.government_website⟧条。未收到政府信息公开申请。"
    )


def test_preview_shows_a_figure_typed_over_without_saving(client, officer, report):
    answer = client.post(
        address("preview", report.pk, "overview"),
        {"text": "通过政府网站公开信息9条。收到政府信息公开申请3件。"},
    )

    assert "手写，记录为0" in text_of(answer)
    assert "X-TEXT0" in text_of(answer)
    report.refresh_from_db()
    assert "⟦items.government_website⟧" in report.overview


def test_restore_puts_the_counted_figure_back(client, officer, report):
    report.overview = "⟦items.government_website|9⟧条"
    report.save()

    client.post(
        address("restore", report.pk, "overview"),
        {"figure": "items.government_website"},
    )

    report.refresh_from_db()
    assert report.overview == "⟦items.government_website⟧条"


def test_restore_without_a_figure_drafts_the_section_anew(client, officer, report):
    client.post(address("restore", report.pk, "other_matters"))

    report.refresh_from_db()
    assert "信息处理费" in report.other_matters


def test_a_section_of_a_published_report_leads_back_with_the_reason(
    client, officer, report
):
    publish_report(report=report, on=date(2022, 1, 20), actor=officer)

    answer = client.get(address("section", report.pk, "overview"), follow=True)

    assert "先撤回再修改" in text_of(answer)


def test_publish_blocked_by_an_error_asks_for_the_reason(client, officer, report):
    DisclosureRequestFactory(organ=report.organ)

    answer = client.post(
        address("publish", report.pk), {"published_on": "2022-01-20", "reason": ""}
    )

    assert "确需发布的，写明理由" in text_of(answer)
    report.refresh_from_db()
    assert report.status == ReportStatus.DRAFT


def test_publish_with_a_reason_keeps_it(client, officer, report):
    DisclosureRequestFactory(organ=report.organ)

    client.post(
        address("publish", report.pk),
        {"published_on": "2022-01-20", "reason": "主管部门已核准"},
    )

    report.refresh_from_db()
    assert report.status == ReportStatus.PUBLISHED
    assert report.overrides.get().reason == "主管部门已核准"


def test_publish_says_what_is_wrong_with_a_date(client, officer, report):
    answer = client.post(address("publish", report.pk), {"published_on": "一月"})

    assert "日期应写成 2022-01-28 的样式" in text_of(answer)


def test_reopen_wants_a_reason(client, officer, report):
    publish_report(report=report, on=date(2022, 1, 20), actor=officer)

    refused = client.post(address("reopen", report.pk), {"reason": ""})
    assert "请写明撤回理由" in text_of(refused)

    client.post(address("reopen", report.pk), {"reason": "更正"})
    report.refresh_from_db()
    assert report.status == ReportStatus.DRAFT


@pytest.mark.parametrize("suffix", ["docx", "xlsx", "html", "json"])
def test_export_hands_out_a_file_with_the_reports_name(client, officer, report, suffix):
    answer = client.get(address("export", report.pk, suffix))

    assert answer.status_code == 200
    assert "2021%E5%B9%B4" in answer["Content-Disposition"]
    assert answer["Content-Disposition"].endswith(f".{suffix}")


def test_export_of_another_kind_is_not_there(client, officer, report):
    assert client.get(address("export", report.pk, "txt")).status_code == 404


@pytest.mark.parametrize(
    ("role", "page", "section", "publish"),
    [
        (Role.OGI_OFFICER, 200, 200, 200),
        (Role.DIRECTOR, 200, 403, 200),
        (Role.RELEASE_REVIEWER, 200, 403, 200),
        (Role.SUPERVISOR, 200, 403, 403),
        (Role.AUDITOR, 200, 403, 403),
    ],
)
def test_who_may_see_write_and_publish(client, report, role, page, section, publish):
    client.force_login(account_with_role(role, report.organ))

    def status(name, *args):
        return client.get(address(name, report.pk, *args)).status_code

    assert status("page") == page
    assert _refusal(status("section", "overview")) == _refusal(section)
    assert _refusal(status("publish")) == _refusal(publish)


def _refusal(status):
    """Wagtail turns a refusal into a way back to the desk's first page."""
    return status in {302, 403}


def test_a_clerk_does_not_see_reports(client, report):
    client.force_login(account_with_role(Role.CLERK, report.organ))

    assert _refusal(client.get(address("page", report.pk)).status_code)
