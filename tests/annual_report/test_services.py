from datetime import date

import pytest

from factories.annual_report import AnnualReportFactory
from factories.casework import DisclosureRequestFactory
from factories.ledger import LedgerEntryFactory
from factories.organs import OrganFactory, account_with_role
from factories.publishing import ItemFactory
from gongkai.annual_report.models import AnnualReport, ReportStatus
from gongkai.annual_report.selectors import build_report, report_findings
from gongkai.annual_report.services import (
    open_report,
    publish_report,
    redraft_section,
    reopen_report,
    restore_figure,
    write_section,
)
from gongkai.audit.models import AuditEntry
from gongkai.organs.roles import Role
from gongkai.statute.errors import GongkaiError

pytestmark = pytest.mark.django_db

ON = date(2022, 1, 20)


@pytest.fixture
def organ():
    return OrganFactory()


@pytest.fixture
def officer(organ):
    return account_with_role(Role.OGI_OFFICER, organ)


def website_item(organ):
    return ItemFactory(organ=organ, channels=["government_website"])


def contradiction(organ):
    """Make a report whose prose denies the request that the records hold."""
    DisclosureRequestFactory(organ=organ)
    return AnnualReportFactory(organ=organ)


def test_open_report_drafts_prose_with_live_figures(organ, officer):
    website_item(organ)

    report = open_report(organ=organ, year=2021, actor=officer)

    document = build_report(report)
    assert "通过政府网站公开信息1条" in document["sections"]["overview"]
    assert document["figures"]["items.government_website"] == 1


def test_open_report_returns_the_one_that_exists(organ, officer):
    first = open_report(organ=organ, year=2021, actor=officer)

    assert open_report(organ=organ, year=2021, actor=officer) == first
    assert AnnualReport.objects.count() == 1


def test_open_report_is_refused_to_a_clerk(organ):
    clerk = account_with_role(Role.CLERK, organ)

    with pytest.raises(GongkaiError, match="权限"):
        open_report(organ=organ, year=2021, actor=clerk)


def test_a_draft_of_an_empty_year_contradicts_nothing(organ, officer):
    report = open_report(organ=organ, year=2021, actor=officer)

    rules = {finding.rule for finding in report_findings(report)}
    assert rules == {"X-BLANK"}


def test_write_section_keeps_untouched_figures_live(organ, officer):
    report = AnnualReportFactory(organ=organ)

    write_section(
        report=report,
        section="overview",
        text="全年在政府网站公开信息0条。未收到政府信息公开申请。",
        actor=officer,
    )
    website_item(organ)

    assert build_report(report)["sections"]["overview"].startswith(
        "全年在政府网站公开信息1条"
    )


def test_a_typed_figure_goes_into_the_report_as_typed_until_it_is_restored(
    organ, officer
):
    website_item(organ)
    report = AnnualReportFactory(organ=organ, overview="⟦items.government_website⟧条")
    write_section(report=report, section="overview", text="65条", actor=officer)
    assert build_report(report)["figures"] == {"items.government_website": 65}

    restore_figure(
        report=report,
        section="overview",
        key="items.government_website",
        actor=officer,
    )

    assert build_report(report)["figures"] == {"items.government_website": 1}


def test_a_typed_figure_is_among_the_findings_with_what_the_records_say(organ, officer):
    website_item(organ)
    report = AnnualReportFactory(organ=organ, overview="⟦items.government_website⟧条")
    write_section(report=report, section="overview", text="65条", actor=officer)

    (finding,) = report_findings(report)

    assert (finding.rule, finding.expected, finding.found) == ("X-TYPED", "1", "65")


def test_a_draft_with_open_places_is_not_published(organ, officer):
    report = open_report(organ=organ, year=2021, actor=officer)

    with pytest.raises(GongkaiError, match="错误没有解决"):
        publish_report(report=report, on=ON, actor=officer)


def test_redraft_section_replaces_what_was_written(organ, officer):
    report = AnnualReportFactory(organ=organ, other_matters="旧文。")

    redraft_section(report=report, section="other_matters", actor=officer)

    assert "未收取信息处理费" in report.other_matters


def test_a_changed_section_is_in_the_journal_with_its_old_text(organ, officer):
    report = AnnualReportFactory(organ=organ, problems="旧文。")

    write_section(report=report, section="problems", text="新文。", actor=officer)

    entry = AuditEntry.objects.get(action="修改")
    assert entry.detail == {"problems": {"from": "旧文。", "to": "新文。"}}


def test_publish_keeps_the_text_as_counted_that_day(organ, officer):
    LedgerEntryFactory(organ=organ)
    report = AnnualReportFactory(organ=organ)

    published = publish_report(report=report, on=ON, actor=officer)
    LedgerEntryFactory(organ=organ)

    assert published.status == ReportStatus.PUBLISHED
    kept = published.published["table2"]["administrative_licensing"]["decisions"]
    assert kept == 1


def test_publish_is_blocked_by_an_error(organ, officer):
    report = contradiction(organ)

    with pytest.raises(GongkaiError, match="还有1个错误没有解决"):
        publish_report(report=report, on=ON, actor=officer)

    report.refresh_from_db()
    assert report.status == ReportStatus.DRAFT


def test_publish_against_an_error_keeps_who_why_and_what(organ, officer):
    report = contradiction(organ)

    publish_report(report=report, on=ON, actor=officer, override_reason="县里已核准")

    override = report.overrides.get()
    assert (override.account, override.reason) == (officer, "县里已核准")
    assert [finding["rule"] for finding in override.findings] == ["X-TEXT0"]


def test_the_program_itself_cannot_override(organ):
    report = contradiction(organ)

    with pytest.raises(GongkaiError, match="错误"):
        publish_report(report=report, on=ON, actor=None, override_reason="无人")


def test_publish_is_refused_before_the_year_is_over(organ, officer):
    report = AnnualReportFactory(organ=organ)

    with pytest.raises(GongkaiError, match="次年1月1日"):
        publish_report(report=report, on=date(2021, 12, 31), actor=officer)


def test_a_published_report_is_not_written_any_more(organ, officer):
    report = publish_report(
        report=AnnualReportFactory(organ=organ), on=ON, actor=officer
    )

    with pytest.raises(GongkaiError, match="已经发布"):
        write_section(report=report, section="overview", text="改", actor=officer)


def test_reopen_wants_a_reason_and_keeps_the_published_text(organ, officer):
    report = publish_report(
        report=AnnualReportFactory(organ=organ), on=ON, actor=officer
    )
    published = report.published
    with pytest.raises(GongkaiError, match="理由"):
        reopen_report(report=report, reason=" ", actor=officer)

    reopen_report(report=report, reason="数字更正", actor=officer)

    assert report.status == ReportStatus.DRAFT
    assert AuditEntry.objects.get(action="撤回").detail["was"] == published


def test_findings_compare_with_the_year_before(organ, officer):
    DisclosureRequestFactory(organ=organ, received_on=date(2020, 12, 30))
    before = AnnualReportFactory(organ=organ, year=2020, overview="本年收到1件申请。")
    publish_report(report=before, on=date(2021, 1, 20), actor=officer)
    before.refresh_from_db()
    before.published["table3"]["natural_person"]["carried_forward"] = 0
    before.save()

    report = AnnualReportFactory(organ=organ, overview="")

    assert "T3-YEAR" in {finding.rule for finding in report_findings(report)}
