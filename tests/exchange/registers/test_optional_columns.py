"""Columns that a file may lack."""

import io
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from factories.casework import DisclosureRequestFactory
from factories.organs import OrganFactory
from factories.publishing import ItemFactory
from gongkai.casework.models import DisclosureRequest
from gongkai.exchange.registers import (
    LAYOUTS,
    export_records,
    import_file,
    template_file,
)
from gongkai.publishing.models import Item

pytestmark = pytest.mark.django_db

OPTIONAL = {"备注", "实收信息处理费（元）", "公开渠道", "承办股室"}
HEADER = "机关代码,编号,申请人类别,申请渠道,申请内容,收到日期,补正告知日期,"
REST = "征求第三方意见日期,收费通知日期,办理结果,办结日期,答复文号"
ROW = "YX,Y1,自然人,网上提交,申请公开招聘方案。,2021-03-05,,,,,,"


def with_optional(slug):
    layout = LAYOUTS[slug]
    columns = (
        replace(column, optional=column.optional or column.header in OPTIONAL)
        for column in layout.columns
    )
    return replace(layout, columns=tuple(columns))


def take_in(slug, *lines):
    return import_file(
        layout=with_optional(slug),
        name=f"{slug}.csv",
        content="\n".join(lines).encode(),
        actor=None,
    )


@pytest.fixture(autouse=True)
def organ():
    return OrganFactory(code="YX")


def test_a_file_without_an_optional_column_leaves_what_is_known(organ):
    DisclosureRequestFactory(organ=organ, number="Y1", note="急件", processing_fee=12)

    result = take_in("requests", HEADER + REST, ROW)

    known = DisclosureRequest.objects.get()
    assert (result.changed, result.errors) == (1, [])
    assert (known.subject, known.note, known.processing_fee) == (
        "申请公开招聘方案。",
        "急件",
        12,
    )


def test_a_new_record_starts_with_the_models_default():
    result = take_in("requests", HEADER + REST, ROW)

    new = DisclosureRequest.objects.get()
    assert (result.added, new.note, new.processing_fee, new.office) == (1, "", 0, None)


def test_an_empty_cell_of_an_optional_column_empties_the_field(organ):
    DisclosureRequestFactory(organ=organ, number="Y1", note="急件")

    take_in("requests", HEADER + REST + ",备注", ROW + ",")

    assert DisclosureRequest.objects.get().note == ""


def test_an_optional_column_is_read_where_it_stands():
    take_in("requests", "备注," + HEADER + REST, "急件," + ROW)

    assert DisclosureRequest.objects.get().note == "急件"


def test_a_column_that_is_not_optional_is_still_missed():
    result = take_in("requests", HEADER + "备注", ROW)

    assert [error.column for error in result.errors] == REST.split(",")


def test_the_rows_below_a_record_stay_when_their_column_is_left_out(organ):
    item = ItemFactory(organ=organ, number="I1", channels=["government_website"])
    layout = with_optional("items")
    kept = [column for column in layout.columns if column.header != "公开渠道"]
    content = export_records(
        replace(layout, columns=tuple(kept)), Item.objects.all(), "csv"
    )

    result = import_file(layout=layout, name="items.csv", content=content, actor=None)

    assert (result.unchanged, item.releases.count()) == (1, 1)


def test_exports_and_templates_always_have_it():
    layout = with_optional("requests")

    exported = export_records(layout, DisclosureRequest.objects.all(), "csv")

    assert exported == template_file(layout, "csv")
    assert ",实收信息处理费（元）," in exported.decode()


def test_the_guidance_says_that_a_file_may_lack_it():
    workbook = load_workbook(
        io.BytesIO(template_file(with_optional("requests"), "xlsx"))
    )

    told = {row[0]: row[2] for row in workbook["填写说明"].values}
    assert told["备注"] == "可以没有这一列"
    assert told["收到日期"] == "日期，如 2021-03-05"


@pytest.mark.parametrize("slug", LAYOUTS)
def test_no_optional_column_has_to_be_filled(slug):
    wrong = [c.header for c in LAYOUTS[slug].columns if c.optional and c.required]

    assert wrong == []
