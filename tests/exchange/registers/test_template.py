import io

import pytest
from openpyxl import load_workbook

from factories.tables import headers, take_in
from gongkai.exchange.registers import LAYOUTS, template_file
from gongkai.statute.errors import GongkaiError

pytestmark = pytest.mark.django_db


def workbook_of(slug):
    return load_workbook(io.BytesIO(template_file(slug, "xlsx")))


@pytest.mark.parametrize("slug", LAYOUTS)
@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_an_empty_template_is_accepted_as_it_is(slug, suffix):
    result = take_in(slug, template_file(slug, suffix), f"模板.{suffix}")

    assert result.accepted
    assert (result.added, result.changed, result.unchanged) == (0, 0, 0)


def test_a_template_has_the_registers_sheet_and_the_guidance():
    workbook = workbook_of("requests")

    assert workbook.sheetnames == ["依申请公开", "填写说明"]
    assert [cell.value for cell in workbook["依申请公开"][1]] == headers("requests")


def test_the_guidance_tells_of_every_column_what_it_takes():
    rows = list(workbook_of("requests")["填写说明"].iter_rows(values_only=True))

    assert rows[0] == ("列名", "必填", "怎么填", "可填的值")
    assert [row[0] for row in rows[1:]] == headers("requests")
    told = {row[0]: row[1:] for row in rows}
    assert told["收到日期"] == ("是", "日期，如 2021-03-05", None)
    assert told["申请人类别"] == (
        "是",
        None,
        "自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他",
    )


def test_a_template_offers_short_lists_to_choose_from():
    sheet = workbook_of("requests")["依申请公开"]

    rules = {
        str(rule.sqref): rule.formula1 for rule in sheet.data_validations.dataValidation
    }

    assert rules["C2:C1000000"] == (
        '"自然人,商业企业,科研机构,社会公益组织,法律服务机构,其他"'
    )


def test_a_template_keeps_numbers_typed_into_text_columns():
    sheet = workbook_of("requests")["依申请公开"]

    assert sheet.column_dimensions["B"].number_format == "@"
    assert sheet.column_dimensions["F"].number_format == "General"


def test_a_template_in_another_format_is_refused():
    with pytest.raises(GongkaiError, match="没有“pdf”格式的模板"):
        template_file("requests", "pdf")
