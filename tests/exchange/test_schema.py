import json
from copy import deepcopy
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from gongkai.exchange.schema import read_report, report_schema, validated_report
from gongkai.statute.annual_report.cells import empty_report
from gongkai.statute.annual_report.format import load_format
from gongkai.statute.errors import GongkaiError, ReportFormatError

PUBLISHED = Path(__file__).parents[2] / "examples" / "suiping-2021" / "published.json"
NEW = "表三 · 自然人 · 一、本年新收政府信息公开申请数量”（table3.natural_person.new）"
FEE = (
    "表二 · 行政事业性收费 · 本年收费金额（单位：万元）”"
    "（table2.administrative_fees.amount_10k_yuan）"
)
COUNT = "整数，没有数据的填 null"
MONEY = "十进制数字字符串（如“2673.5355”），没有数据的填 null"


@pytest.fixture
def report():
    return json.loads(PUBLISHED.read_text(encoding="utf-8"))


def put(report, path, value):
    *folders, last = path.split("/")
    place = report
    for folder in folders:
        place = place[folder]
    place[last] = value
    return report


def test_schema_is_valid_itself():
    Draft202012Validator.check_schema(report_schema())


def test_published_example_keeps_to_the_schema(report):
    assert validated_report(report) is report


def test_empty_report_keeps_to_the_schema():
    report = empty_report("青禾县教育局", 2022, load_format("2021"))

    assert validated_report(report) == report


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("organ_code", "11411728005850000X"),
        ("organ_code", None),
        ("published_on", "2022-01-20"),
        ("published_on", None),
        ("origins", {"table3": {"total": {"new": {"page": 3, "text": "0"}}}}),
        ("sections/problems", None),
        ("table3/natural_person/new", None),
        ("table3/natural_person/new", -1),
        ("table3/natural_person/other", 4),
        ("table3/natural_person/other", None),
        ("figures", {}),
        ("figures/trainings.held", None),
        ("figures/fees.collected", "12.50"),
    ],
)
def test_what_the_exchange_leaves_open_is_accepted(report, path, value):
    put(report, path, value)

    assert validated_report(report) == report


def test_optional_parts_may_be_left_out(report):
    del report["figures"]

    assert validated_report(report) == report


@pytest.mark.parametrize("table", [None, "left out"])
def test_report_without_tables_has_no_form(report, table):
    report["format"] = None
    for key in ("table2", "table3", "table4"):
        report[key] = None
        if table == "left out":
            del report[key]

    assert validated_report(report) == report


def of_2019(report):
    items = {"items_last_year": 8, "change": -2, "decisions": None}
    documents = {"made": 13, "published": 13, "total_public": 524}
    report["format"] = "2019"
    report["table2"] = {
        "regulations": documents,
        "normative_documents": documents,
        "administrative_licensing": items,
        "other_external_services": items,
        "administrative_penalties": items,
        "administrative_compulsion": items,
        "administrative_fees": {"items_last_year": 5, "change": 0},
        "centralised_procurement": {"projects": 6, "amount": "976.81", "unit": "万元"},
    }
    for column in report["table3"].values():
        column["other"] = 0
    return report


def test_report_of_the_older_form_keeps_to_the_schema(report):
    assert validated_report(of_2019(report))["format"] == "2019"


@pytest.mark.parametrize(
    ("path", "value", "sentence"),
    [
        ("schema", "gongkai/annual-report/2", "“schema”应为“gongkai/annual-report/1”"),
        ("format", "2020", "“format”应为“2021”、“2019”或者 null（没有表格）"),
        ("format", ["2021"], "“format”应为“2021”、“2019”或者 null（没有表格）"),
        (
            "format",
            None,
            "“table2”应为null，因为格式（format）为 null 的报告没有表格",
        ),
        (
            "format",
            "2019",
            "“table2”缺少“other_external_services”、“centralised_procurement”",
        ),
        ("organ", "", "“organ”应为机关名称，不能为空"),
        ("year", 1999, "“year”应为2008年以后的年份（整数）"),
        ("year", 2021.0, "“year”应为2008年以后的年份（整数）"),
        (
            "published_on",
            "2022-02-30",
            "“公开日期”（published_on）应为日期（如“2022-01-20”），或者 null",
        ),
        (
            "published_on",
            "20220120",
            "“公开日期”（published_on）应为日期（如“2022-01-20”），或者 null",
        ),
        ("sections", [], "“sections”应为三部分正文的对照表"),
        (
            "sections/overview",
            3,
            "“一、总体情况”（sections.overview）应为文字，没有的填 null",
        ),
        ("sections/annex", "", "“sections”多出“annex”"),
        ("table3/natural_person/new", "3", f"“{NEW}应为{COUNT}"),
        ("table3/natural_person/new", 3.0, f"“{NEW}应为{COUNT}"),
        ("table3/natural_person/new", True, f"“{NEW}应为{COUNT}"),
        ("table3/natural_person/old", 1, "“table3.natural_person”多出“old”"),
        (
            "table3/natural_person/other",
            "4",
            (
                "“表三 · 自然人 · （六）其他处理”（table3.natural_person.other）"
                "应为对照表（{}）、整数或者 null"
            ),
        ),
        ("table3", None, "“table3”应为对照表（{}）"),
        ("table2/administrative_fees/amount_10k_yuan", 2673.5355, f"“{FEE}应为{MONEY}"),
        ("table2/administrative_fees/amount_10k_yuan", "2,673", f"“{FEE}应为{MONEY}"),
        (
            "table2/administrative_fees/amount_10k_yuan",
            "1" * 30,
            f"“{FEE}应为{MONEY}",
        ),
        (
            "figures/items",
            3,
            "“figures”应为对照表，其中的名称用小写英文、以点分段",
        ),
        (
            "figures/items.total",
            "三",
            (
                "“正文 · items.total”（figures.items.total）"
                "应为整数、十进制数字字符串或者 null"
            ),
        ),
        ("remarks", "", "年度报告多出“remarks”"),
    ],
)
def test_first_fault_is_named_by_its_place(report, path, value, sentence):
    put(report, path, value)

    with pytest.raises(ReportFormatError) as refusal:
        validated_report(report)

    assert refusal.value.message == f"{sentence}；请按交换格式改正。"


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("format", "年度报告缺少“format”"),
        ("year", "年度报告缺少“year”"),
        ("table4", "年度报告缺少“table4”"),
        ("sections/problems", "“sections”缺少“problems”"),
        ("table3/total/concluded", "“table3.total”缺少“concluded”"),
    ],
)
def test_missing_part_is_named(report, path, sentence):
    *folders, last = path.split("/")
    place = report
    for folder in folders:
        place = place[folder]
    del place[last]

    with pytest.raises(ReportFormatError) as refusal:
        validated_report(report)

    assert refusal.value.message == f"{sentence}；请按交换格式改正。"


def test_place_in_an_older_form_is_named_by_its_path(report):
    report = of_2019(report)
    report["table2"]["centralised_procurement"]["unit"] = "美元"

    with pytest.raises(ReportFormatError) as refusal:
        validated_report(report)

    assert refusal.value.message == (
        "“table2.centralised_procurement.unit”应为“元”、“万元”或者 null；"
        "请按交换格式改正。"
    )


@pytest.mark.parametrize(
    "document", [[], "report", None, 3, {}, {"organ": "青禾县教育局"}]
)
def test_document_that_is_no_report_is_refused(document):
    with pytest.raises(ReportFormatError) as refusal:
        validated_report(document)

    assert refusal.value.message == (
        "这不是年度报告交换文件：缺少“schema”；"
        "请提供本系统导出的或者按交换格式编写的文件。"
    )


def test_every_end_of_the_schema_says_what_is_wanted():
    untitled = [
        place for place, schema in ends(report_schema()) if "title" not in schema
    ]

    assert untitled == []


def ends(schema, place="schema"):
    """Yield the subschemas that can themselves refuse a value."""
    if {"type", "enum", "const", "pattern", "anyOf"} & schema.keys():
        yield place, schema
    for key in ("properties", "$defs"):
        for name, below in schema.get(key, {}).items():
            yield from ends(below, f"{place}/{name}")
    for branch in schema.get("allOf", ()):
        for name, below in branch["then"]["properties"].items():
            yield from ends(below, f"{place}/then/{name}")


def test_read_report_reads_a_file():
    assert read_report(PUBLISHED)["organ"] == "遂平县教育局"


def test_read_report_minds_no_byte_order_mark(tmp_path, report):
    file = tmp_path / "report.JSON"
    file.write_text(json.dumps(report), encoding="utf-8-sig")

    assert read_report(file) == report


def refused(file):
    with pytest.raises(GongkaiError) as refusal:
        read_report(file)
    return refusal.value.message


def test_missing_file_is_refused(tmp_path):
    file = tmp_path / "nothing.json"

    assert refused(file) == f"找不到文件“{file}”；请检查路径。"


def test_folder_is_refused(tmp_path):
    folder = tmp_path / "reports.json"
    folder.mkdir()

    assert refused(folder) == (
        f"读不了文件“{folder}”；请检查它是否为文件、有无读取权限。"
    )


@pytest.mark.parametrize("name", ["report.docx", "report.pdf", "report", "json"])
def test_other_suffix_is_refused_with_a_word_on_what_comes(tmp_path, name):
    file = tmp_path / name

    assert refused(file) == (
        f"“{file}”不是 .json 文件；目前只读取交换格式 .json，其他格式将在后续版本支持。"
    )


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b'{"schema": ',
        "政府信息公开".encode("gb18030"),
        b'{"schema": NaN}',
        b"[" * 100_000,
        b'{"schema": ' + b"1" * 10_000 + b"}",
    ],
    ids=["empty", "broken", "gb18030", "nan", "deep", "huge"],
)
def test_file_that_is_no_json_is_refused(tmp_path, content):
    file = tmp_path / "report.json"
    file.write_bytes(content)

    assert refused(file) == (
        f"“{file}”不是完整的 JSON 文件；请检查内容和编码（应为 UTF-8）。"
    )


def test_name_written_twice_is_refused(tmp_path):
    file = tmp_path / "report.json"
    file.write_text('{"schema": 1, "schema": 2}', encoding="utf-8")

    assert refused(file) == (f"“{file}”：同一对照表中有重复的名称；请删去重复的一项。")


def test_file_that_is_no_report_is_refused_by_name(tmp_path, report):
    file = tmp_path / "report.json"
    broken = put(deepcopy(report), "year", "2021")
    file.write_text(json.dumps(broken), encoding="utf-8")

    assert refused(file) == (
        f"“{file}”：“year”应为2008年以后的年份（整数）；请按交换格式改正。"
    )
