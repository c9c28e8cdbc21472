import io
from datetime import date

import pytest
from openpyxl import load_workbook

from factories.catalogue import DutyFactory
from factories.publishing import ItemFactory
from gongkai.statute.duties import checklist

pytestmark = pytest.mark.django_db

ADDRESS = "/o/YX01/duties/"


def names(page):
    return [one.text for one in page.select(".duty-name")]


def test_the_duties_stand_in_the_order_of_the_catalogue(page, organ):
    for place, name in ((2, "招生范围"), (1, "招生计划")):
        DutyFactory(organ=organ, second_level=name, position=place)

    shown = page(ADDRESS)

    assert names(shown) == ["招生计划", "招生范围"]
    assert [one.text for one in shown.select("section > h2")] == ["招生管理"]


def test_a_duty_tells_content_basis_limit_and_office(page, organ):
    DutyFactory(organ=organ, cycle="06-30", publisher="云溪县示例局")

    shown = page(ADDRESS)

    told = [one.text for one in shown.select(".duty dd")]
    assert told == [
        "招生范围；学区划分详细情况",
        "《政府信息公开条例》第二十条第（十一）项",
        "信息形成或者变更之日起20个工作日内；每年，6月30日前",
        "云溪县示例局",
    ]


def test_a_duty_leads_to_its_newest_item(page, organ):
    item = ItemFactory(
        organ=organ, duty=DutyFactory(organ=organ), disclosed_on=date(2021, 6, 1)
    )

    shown = page(ADDRESS)

    links = [one.get("href") for one in shown.select(".duty a")]
    assert links == [f"/o/YX01/items/{item.pk}/"]


def test_what_the_organ_has_none_of_is_left_out(page, organ):
    DutyFactory(organ=organ, not_applicable="没有这项职权")

    shown = page(ADDRESS)

    assert names(shown) == []
    assert len(shown.select(".empty")) == 1
    page("/o/YX01/duties/duties.xlsx", 404)


def test_the_file_has_the_official_columns(client, organ):
    DutyFactory(organ=organ, number="007", channels="政府网站")

    response = client.get("/o/YX01/duties/duties.xlsx")

    sheet = load_workbook(io.BytesIO(response.content)).active
    head, row = sheet.iter_rows(values_only=True)
    assert head[:4] == ("序号", "一级事项", "二级事项", "公开内容（要素）")
    assert (row[0], row[7]) == ("007", checklist(("政府网站",)))


@pytest.mark.parametrize("duties", [1, 3])
def test_the_number_of_queries_does_not_grow(
    client, organ, duties, django_assert_max_num_queries
):
    DutyFactory.create_batch(duties, organ=organ)

    with django_assert_max_num_queries(8):
        client.get(ADDRESS)
