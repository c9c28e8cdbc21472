import io
from datetime import date

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from desk.pages import english_in, text_of
from factories.catalogue import DutyFactory, GuideFactory
from factories.organs import OrganFactory
from factories.publishing import ItemFactory
from gongkai.catalogue.models import Duty
from gongkai.organs.roles import Role
from gongkai.statute.duties import DutyState, duty_template

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

COVERAGE, ADOPT = "/desk/duties/coverage/", "/desk/duties/adopt/"


def listed(page):
    return [one.duty for one, _chip, _url in page.context["rows"]]


def test_the_page_begins_with_what_is_missing(desk, organ):
    met, empty = DutyFactory.create_batch(2, organ=organ)
    ItemFactory(organ=organ, duty=met)

    page = desk.get(COVERAGE)

    assert listed(page) == [empty, met]
    assert english_in(text_of(page)) == []


def test_a_total_opens_the_duties_of_its_state(desk, organ):
    met, empty = DutyFactory.create_batch(2, organ=organ)
    ItemFactory(organ=organ, duty=met)
    page = desk.get(COVERAGE)
    queries = {each.state: each.query for each in page.context["totals"]}

    shown = desk.get(f"{COVERAGE}?{queries[DutyState.EMPTY]}")

    assert listed(shown) == [empty]


def test_an_account_over_several_organs_sees_a_line_for_each(desk, organ):
    below = OrganFactory(parent=organ, name="云溪县第一示例所")
    DutyFactory(organ=organ)
    DutyFactory.create_batch(2, organ=below)

    page = desk.get(COVERAGE)
    one = desk.get(f"{COVERAGE}?organ={below.code}")

    lines = [(line.organ, line.missing) for line in page.context["lines"]]
    assert lines == [(below, 2), (organ, 1)]
    assert len(listed(one)) == 2


@pytest.mark.parametrize("duties", [1, 3])
def test_the_number_of_queries_does_not_grow(
    desk, organ, duties, django_assert_max_num_queries
):
    DutyFactory.create_batch(duties, organ=organ)

    with django_assert_max_num_queries(16):
        desk.get(COVERAGE)


def test_the_table_holds_what_the_page_shows(desk, organ):
    duty = DutyFactory(organ=organ, number="007")

    response = desk.get(f"{COVERAGE}?export=xlsx")

    sheet = load_workbook(io.BytesIO(response.content)).active
    rows = list(sheet.iter_rows(values_only=True))
    assert [row[:4] for row in rows[1:]] == [
        (organ.name, "007", duty.first_level, duty.second_level)
    ]


def test_no_other_organ_is_shown(desk, other_organ):
    DutyFactory(organ=other_organ)

    assert desk.get(f"{COVERAGE}?organ={other_organ.code}").status_code == 404


def test_ticked_rows_are_adopted_and_the_others_not(desk, organ):
    first, second = duty_template("article_20").rows[:2]

    response = desk.post(ADOPT, {"take-0": "on", "category-0": ""})

    assert response.url == f"{COVERAGE}?organ={organ.code}"
    assert [duty.template_key for duty in Duty.objects.all()] == [first.key]
    assert second.key not in Duty.objects.values_list("template_key", flat=True)


def test_nothing_ticked_is_said(desk):
    page = desk.post(ADOPT, {})

    assert "没有勾选事项。请勾选要采用的事项再保存。" in text_of(page)
    assert Duty.objects.count() == 0


def test_only_templates_of_the_organs_level_are_offered(desk, organ):
    organ.level = "township"
    organ.save()

    page = desk.get(ADOPT)

    keys = [template.key for template in page.context["templates"]]
    assert keys == ["article_20", "article_21_township", "compulsory_education"]
    assert english_in(text_of(page)) == []


def test_a_duty_is_declared_not_applicable_and_restored(desk, organ):
    duty = DutyFactory(organ=organ)

    refused = desk.post(reverse("duty:not_applicable", args=[duty.pk]), {"reason": ""})
    desk.post(reverse("duty:not_applicable", args=[duty.pk]), {"reason": "无此职权"})
    declared = Duty.objects.get().not_applicable
    desk.post(reverse("duty:restore", args=[duty.pk]))

    assert "请写明不适用的理由。" in text_of(refused)
    assert (declared, Duty.objects.get().not_applicable) == ("无此职权", "")


def test_a_guide_that_lacks_elements_says_so_and_is_not_looked_over(desk, organ):
    guide = GuideFactory(organ=organ)
    sentence = "公开指南还缺：办公地址"

    page = desk.get(reverse("guide:inspect", args=[guide.pk]))
    refused = desk.post(reverse("guide:reviewed", args=[guide.pk]))

    assert sentence in text_of(page)
    assert sentence in text_of(refused)


def test_a_whole_guide_is_looked_over_today(desk, organ, today):
    for name in ("address", "office_hours", "phone", "fax", "email"):
        setattr(organ, name, "gongkai@yunxi.example")
    organ.save()
    guide = GuideFactory(organ=organ)

    desk.post(reverse("guide:reviewed", args=[guide.pk]))

    guide.refresh_from_db()
    assert guide.reviewed_on == today


def test_a_clerk_sees_the_coverage_and_changes_nothing(as_role, organ):
    DutyFactory(organ=organ)
    browser = as_role(Role.CLERK)

    page = browser.get(COVERAGE)

    labels = [act.label for act in page.context["acts"]]
    assert labels == ["公开事项目录"]
    assert browser.get(ADOPT).status_code == 302


def test_what_is_overdue_and_empty_waits_on_the_home_page(desk, organ):
    overdue, _empty = (
        DutyFactory(organ=organ, cycle="01-31"),
        DutyFactory(organ=organ),
    )
    ItemFactory(organ=organ, duty=overdue, disclosed_on=date(2020, 1, 20))
    GuideFactory(organ=organ)

    (panel, _) = desk.get("/desk/").context["panels"]

    lines = panel.get_context_data({})["waiting"]
    assert {line.label: line.count for line in lines if "公开" in line.label} == {
        "公开事项逾期未更新": 1,
        "公开事项没有内容": 1,
        "公开指南一年没有核对": 1,
    }
