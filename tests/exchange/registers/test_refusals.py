import pytest

from factories.casework import DisclosureRequestFactory
from factories.organs import AccountFactory, OfficeFactory, OrganFactory
from factories.tables import csv_of, take_in, xlsx_of
from gongkai.audit.models import AuditEntry
from gongkai.casework.models import DisclosureRequest
from gongkai.exchange.models import ImportBatch
from gongkai.exchange.registers.results import MOST_ERRORS
from gongkai.organs.models import Organ
from gongkai.statute.errors import GongkaiError

pytestmark = pytest.mark.django_db

REQUEST = {
    "机关代码": "YX",
    "编号": "Y1",
    "申请人类别": "自然人",
    "申请渠道": "网上提交",
    "申请内容": "申请公开招聘方案。",
    "收到日期": "2021-03-05",
}


@pytest.fixture(autouse=True)
def organ():
    return OrganFactory(code="YX")


def error_of(row, slug="requests", **how):
    result = take_in(slug, csv_of(slug, row), **how)
    (error,) = result.errors
    return error


def sentence(row, **how):
    return str(error_of(row, **how))


def test_an_error_names_file_line_column_letter_value_and_what_to_do():
    error = error_of(REQUEST | {"收到日期": "2021-13-05"})

    assert (error.sheet, error.line, error.column, error.letter, error.value) == (
        "requests.csv",
        2,
        "收到日期",
        "F",
        "2021-13-05",
    )
    assert str(error) == (
        "requests.csv第2行“收到日期”（F列）“2021-13-05”："
        "不是日期，请写成2021-03-05的样子。"
    )


def test_an_error_in_xlsx_names_the_sheet_and_its_row():
    content = xlsx_of("requests", REQUEST, REQUEST | {"编号": "Y2", "收到日期": "昨天"})

    (error,) = take_in("requests", content, "三月.xlsx").errors

    assert (error.sheet, error.line, error.letter) == ("依申请公开", 3, "F")


def test_an_error_after_a_cell_of_several_lines_names_its_own_line():
    content = csv_of(
        "requests",
        REQUEST | {"申请内容": "一\n二\n三"},
        REQUEST | {"编号": "Y2", "收到日期": "昨天"},
    )

    (error,) = take_in("requests", content).errors

    assert error.line == 5


def test_one_wrong_row_keeps_all_others_out_and_leaves_no_trace():
    content = csv_of("requests", REQUEST, REQUEST | {"编号": "Y2", "收到日期": "昨天"})

    result = take_in("requests", content)

    assert not result.accepted
    assert (result.added, result.changed, result.unchanged) == (0, 0, 0)
    assert DisclosureRequest.objects.count() == 0
    assert AuditEntry.objects.count() == 0
    assert ImportBatch.objects.count() == 0


def test_a_wrong_row_far_below_undoes_the_chunks_before_it(organ):
    DisclosureRequestFactory(organ=organ, number="Y1", note="旧")
    rows = [REQUEST | {"编号": f"Y{n}"} for n in range(1, 2100)]

    result = take_in(
        "requests", csv_of("requests", *rows, REQUEST | {"编号": "Z", "收到日期": ""})
    )

    assert [error.line for error in result.errors] == [2101]
    assert DisclosureRequest.objects.get().note == "旧"


def test_every_wrong_cell_is_reported():
    row = REQUEST | {"收到日期": "昨天", "申请人类别": "村民", "申请渠道": ""}

    result = take_in("requests", csv_of("requests", row, REQUEST | {"编号": ""}))

    assert [(error.line, error.column) for error in result.errors] == [
        (2, "申请人类别"),
        (2, "申请渠道"),
        (2, "收到日期"),
        (3, "编号"),
    ]


def test_errors_beyond_the_first_ones_are_counted():
    rows = [REQUEST | {"编号": f"Y{n}", "收到日期": "昨天"} for n in range(250)]

    result = take_in("requests", csv_of("requests", *rows))

    assert (len(result.errors), result.error_count) == (MOST_ERRORS, 250)
    assert result.summary() == (
        "有250处错误，文件没有导入，数据没有改动（以下列出前200处）。"
    )


def test_an_unknown_column_is_named_with_the_likely_one():
    content = csv_of("requests", REQUEST).decode().replace("收到日期", "收到日子")

    unknown, missing = take_in("requests", content.encode()).errors

    assert str(unknown) == (
        "requests.csv第1行“收到日子”（F列）："
        "“依申请公开”没有这一列。是不是“收到日期”？请改正列名或删去这一列。"
    )
    assert str(missing) == (
        "requests.csv第1行“收到日期”：缺少这一列，请补上，或下载模板重填。"
    )


def test_a_column_twice_is_refused():
    content = csv_of("requests", REQUEST).replace("备注".encode(), "编号".encode())

    reasons = [(e.letter, e.reason) for e in take_in("requests", content).errors]

    assert reasons[0] == ("O", "这一列出现了两次，请删去一列。")


def test_a_table_of_another_register_is_refused_by_its_columns():
    result = take_in("requests", csv_of("patrols"))

    assert result.error_count > 5
    assert {error.line for error in result.errors} == {1}


def test_a_cell_beyond_the_header_is_refused():
    content = csv_of("requests", REQUEST).strip() + ",多出来的\n".encode()

    (error,) = take_in("requests", content).errors

    assert (error.line, error.letter, error.value) == (2, "AC", "多出来的")


def test_a_missing_column_name_over_filled_cells_is_refused():
    content = csv_of("requests", REQUEST | {"备注": "急件"})
    first, rest = content.split(b"\n", 1)
    nameless = first.replace(",备注".encode(), b",")

    (error,) = take_in("requests", nameless + b"\n" + rest).errors

    assert (error.column, error.reason) == (
        "备注",
        "缺少这一列，请补上，或下载模板重填。",
    )


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"机关代码": "LS"}, "“机关代码”（A列）“LS”：没有这个机关代码，请先登记"),
        ({"机关代码": ""}, "“机关代码”（A列）：这一格必填。"),
        ({"承办股室": "G99"}, "“承办股室”（G列）“G99”：本机关没有这个股室编号"),
        ({"申请人类别": "村民"}, "不在可填的值里，可填：自然人、商业企业、科研机构"),
        ({"实收信息处理费（元）": "1.005"}, "“1.005”：不是金额"),
        ({"编号": "长" * 81}, "最多80字，现有81字，请改短。"),
        ({"办理结果": "予以公开"}, "办理结果和办结日期要么都填，要么都不填。"),
        ({"办结日期": "2021-03-09"}, "办理结果和办结日期要么都填，要么都不填。"),
        (
            {"办理结果": "予以公开", "办结日期": "2021-03-04"},
            "“2021-03-05、2021-03-04”：办结日期早于收到日期，请改正其中一个。",
        ),
    ],
)
def test_a_wrong_cell_says_why_and_what_to_do(cells, said):
    result = take_in("requests", csv_of("requests", REQUEST | cells))

    text = str(result.errors[0])
    assert text[text.find(said) :].startswith(said)
    assert result.error_count == 1


def test_a_broken_constraint_names_the_columns_that_it_ties():
    error = error_of(REQUEST | {"办理结果": "予以公开"})

    assert (error.column, error.letter) == ("办理结果、办结日期", "L、M")


def test_an_office_of_another_organ_is_unknown_here():
    OfficeFactory(organ=OrganFactory(), number="G01")

    assert "本机关没有这个股室编号" in sentence(REQUEST | {"承办股室": "G01"})


def test_a_number_twice_in_the_file_names_the_earlier_line():
    result = take_in("requests", csv_of("requests", REQUEST, REQUEST))

    (error,) = result.errors
    assert (error.line, error.column) == (3, "编号")
    assert error.reason == "和第2行重复，请删去一行或改正。"


def test_a_number_twice_is_found_across_chunks():
    rows = [REQUEST | {"编号": f"Y{n}"} for n in range(1500)]

    (error,) = take_in("requests", csv_of("requests", *rows, rows[3])).errors

    assert error.reason == "和第5行重复，请删去一行或改正。"


def test_a_result_of_another_route_is_refused_with_the_routes_results():
    row = {
        "机关代码": "YX",
        "编号": "J1",
        "途径": "行政复议",
        "复议机关（法院）": "云溪县人民政府",
        "事由": "不服答复。",
        "受理（立案）日期": "2021-03-05",
        "审结日期": "2021-06-05",
        "结果": "准许撤诉",
    }

    error = error_of(row, "remedies")

    assert error.column == "结果"
    assert "调解" in error.reason
    assert "准许撤诉" not in error.reason


@pytest.mark.parametrize(
    ("year", "reason"),
    [("2101", "不能大于2100，请改正。"), ("1999", "不能小于2008，请改正。")],
)
def test_a_number_out_of_range_says_the_limit(year, reason):
    row = {
        "机关代码": "YX",
        "编号": "W1",
        "报告年度": year,
        "类别": "存在的问题",
        "要点": "数量不足",
    }

    error = error_of(row, "problems")

    assert (error.column, error.reason) == ("报告年度", reason)


def test_a_long_value_is_shown_shortened():
    assert error_of(REQUEST | {"收到日期": "长" * 500}).value == "长" * 60 + "……"


@pytest.mark.parametrize("content", [b"", b"\0\1\2", b"PK\x03\x04broken"])
def test_a_file_that_is_no_table_raises_one_sentence(content):
    with pytest.raises(GongkaiError):
        take_in("requests", content)


def test_a_table_cut_off_in_the_middle_keeps_nothing():
    content = csv_of("requests", REQUEST) + b'"YX,'

    with pytest.raises(GongkaiError, match="从第3行起不是正确的CSV"):
        take_in("requests", content)

    assert DisclosureRequest.objects.count() == 0


def test_rows_of_organs_beyond_the_limit_are_refused(organ):
    OrganFactory(code="LS")
    content = csv_of("requests", REQUEST, REQUEST | {"机关代码": "LS"})

    result = take_in("requests", content, organ_limit=Organ.objects.filter(pk=organ.pk))

    (error,) = result.errors
    assert (error.line, error.value) == (3, "LS")
    assert error.reason == "您没有这个机关的权限，请删去这一行，或请有权限的同事导入。"


def test_a_superuser_has_no_limit(organ):
    superuser = AccountFactory(is_superuser=True)

    result = take_in(
        "requests",
        csv_of("requests", REQUEST),
        actor=superuser,
        organ_limit=Organ.objects.none(),
    )

    assert result.added == 1
