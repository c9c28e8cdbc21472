"""The home page: first the work, then the year."""

from datetime import date

import pytest

from desk.pages import english_in, text_of
from factories.casework import DisclosureRequestFactory
from factories.ledger import LedgerEntryFactory
from factories.organs import OrganFactory, account_with_role
from factories.patrol import PatrolEntryFactory
from factories.publishing import ItemFactory
from factories.remedies import RemedyCaseFactory
from factories.supervision import ProblemFactory, ProposalFactory
from gongkai.annual_report.models import AnnualReport
from gongkai.organs.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def work(page):
    """Return the lines of work by their label: count and address."""
    (panel, _) = page.context["panels"]
    lines = panel.get_context_data({})["waiting"]
    return {line.label: (line.count, line.url) for line in lines}


def quiet(organ):
    """Do everything that would otherwise wait."""
    AnnualReport.objects.create(
        organ=organ, year=2021, status="published", published_on=date(2022, 1, 20)
    )
    PatrolEntryFactory(organ=organ, patrolled_on=date(2022, 2, 9))


def test_nothing_waiting_is_said_well(desk, organ):
    quiet(organ)

    page = desk.get("/desk/")

    assert work(page) == {}
    assert "没有待办" in text_of(page)


def test_each_kind_of_work_is_counted_and_opens_its_list(desk, organ, other_organ):
    ItemFactory(
        organ=organ, status="draft", disclosed_on=None, formed_on=date(2021, 12, 1)
    )
    DisclosureRequestFactory(organ=organ, received_on=date(2022, 1, 30))
    DisclosureRequestFactory(organ=other_organ)
    ProposalFactory.create_batch(2, organ=organ)
    RemedyCaseFactory(organ=organ)
    ProblemFactory(organ=organ)

    page = desk.get("/desk/")

    assert work(page) == {
        "信息已成文20个工作日，仍是草稿": (1, "/desk/items/?status=overdue"),
        "2021年年度报告没有发布": (1, "/desk/annual-reports/"),
        "公开申请未办结": (1, "/desk/requests/?state=open"),
        "建议提案待答复": (2, "/desk/proposals/?state=open"),
        "今天的巡查没有登记": (1, "/desk/patrols/new/"),
        "复议诉讼尚未审结": (1, "/desk/remedies/?state=open"),
        "2021年以来的问题和改进未完成": (1, "/desk/problems/?state=open"),
    }
    assert "2022年1月30日收到，已10天" in text_of(page)


def test_every_line_of_work_opens_as_many_records_as_it_counts(desk, organ):
    quiet(organ)
    ItemFactory(
        organ=organ, status="draft", disclosed_on=None, formed_on=date(2021, 12, 1)
    )
    ItemFactory(
        organ=organ, status="draft", disclosed_on=None, formed_on=date(2022, 2, 8)
    )
    DisclosureRequestFactory.create_batch(3, organ=organ)
    ProposalFactory(organ=organ)
    RemedyCaseFactory(organ=organ)

    lines = work(desk.get("/desk/"))

    counts = {url: desk.get(url).context["items_count"] for _, url in lines.values()}
    assert [counts[url] for _, url in lines.values()] == [n for n, _ in lines.values()]
    assert len(lines) == 4


def test_a_report_before_the_last_of_january_is_due_not_overdue(
    desk, organ, monkeypatch
):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2022, 1, 15))

    page = desk.get("/desk/")

    assert "将到期" in text_of(page)
    assert "超期" not in text_of(page)
    assert organ.name in text_of(page)


def test_the_figures_of_the_year_lead_to_their_records(desk, organ):
    ItemFactory.create_batch(2, organ=organ)
    LedgerEntryFactory(organ=organ, quantity=588)
    LedgerEntryFactory(organ=organ, fee=True)

    page = desk.get("/desk/", {"year": "2021"})

    (_, panel) = page.context["panels"]
    figures = {one.label: one for one in panel.get_context_data({})["figures"]}
    assert (figures["公开信息"].value, figures["行政许可"].value) == ("2", "588")
    assert figures["行政事业性收费"].value == "0.01"
    opened = desk.get(figures["公开信息"].url)
    assert opened.context["items_count"] == 2
    assert english_in(text_of(page)) == []


def test_the_chart_has_its_table(desk, organ):
    ItemFactory(organ=organ, disclosed_on=date(2021, 6, 1))

    page = desk.get("/desk/", {"year": "2021"})

    (_, panel) = page.context["panels"]
    chart = panel.get_context_data({})["chart"]
    assert [bar.count for bar in chart.bars] == [0] * 5 + [1] + [0] * 6
    assert "数据表" in text_of(page)
    assert "style=" not in page.content.decode()


@pytest.mark.parametrize("year", ["1066", "去年", "-1"])
def test_a_year_that_is_not_offered_gives_this_year(desk, organ, year):
    page = desk.get("/desk/", {"year": year})

    assert "2022年数字" in text_of(page)
    assert organ.name in text_of(page)


def test_the_year_last_reported_on_comes_up_until_this_one_has_items(desk, organ):
    AnnualReport.objects.create(organ=organ, year=2014)

    before = text_of(desk.get("/desk/"))
    ItemFactory(organ=organ, disclosed_on=date(2022, 1, 5))
    after = text_of(desk.get("/desk/"))

    assert "2014年数字" in before
    assert "2022年数字" in after


def test_a_supervisor_switches_between_organs_and_sees_no_other(client, organ):
    county, foreign = OrganFactory(name="云溪县人民政府"), OrganFactory(code="Z-9")
    organ.parent = county
    organ.save()
    client.force_login(account_with_role(Role.SUPERVISOR, county))

    own = client.get("/desk/", {"organ": organ.code}).context["panels"][1]
    other = client.get("/desk/", {"organ": foreign.code}).context["panels"][1]

    assert (own.organ, other.organ) == (organ, county)


def test_a_role_sees_the_work_of_its_registers_only(client, organ):
    ProposalFactory(organ=organ)
    DisclosureRequestFactory(organ=organ)
    client.force_login(account_with_role(Role.CLERK, organ))

    assert set(work(client.get("/desk/"))) == {"建议提案待答复", "今天的巡查没有登记"}


def test_an_administrator_sees_a_home_without_registers_of_others(client, organ):
    client.force_login(account_with_role(Role.ADMINISTRATOR, organ))

    page = client.get("/desk/")

    assert page.status_code == 200
    assert work(page) == {}


def test_number_of_queries_does_not_grow_with_the_records(
    desk, organ, django_assert_num_queries
):
    ItemFactory(organ=organ)
    DisclosureRequestFactory(organ=organ)
    desk.get("/desk/")
    with django_assert_num_queries(200, exact=False) as few:
        desk.get("/desk/")
    ItemFactory.create_batch(3, organ=organ)
    DisclosureRequestFactory.create_batch(3, organ=organ)

    with django_assert_num_queries(len(few)):
        desk.get("/desk/")
