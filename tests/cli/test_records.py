import json

import pytest
from click.testing import CliRunner

from factories.casework import DisclosureRequestFactory
from factories.organs import OrganFactory
from factories.tables import csv_of
from gongkai.casework.models import DisclosureRequest
from gongkai.cli.main import main
from gongkai.cli.records import records
from gongkai.organs.models import Office, Organ

pytestmark = pytest.mark.django_db

REQUEST = {
    "机关代码": "YX",
    "编号": "Y1",
    "申请人类别": "自然人",
    "申请渠道": "网上提交",
    "申请内容": "申请公开招聘方案。",
    "收到日期": "2021-03-05",
}
ORGAN = {"机关代码": "YX", "机关全称": "云溪县教育局", "层级": "县级部门"}
OFFICE = {"机关代码": "YX", "编号": "G01", "股室名称": "办公室"}


@pytest.fixture
def organ():
    return OrganFactory(code="YX")


def run(*arguments):
    return CliRunner().invoke(records, [str(one) for one in arguments])


def refusal_of(capsys, *arguments):
    """Run the whole command as a shell would; return its status and its words."""
    with pytest.raises(SystemExit) as leaving:
        main(["records", *(str(one) for one in arguments)])
    return leaving.value.code, capsys.readouterr().err.strip()


def file_with(folder, slug, *rows, name=None):
    path = folder / (name or f"{slug}.csv")
    path.write_bytes(csv_of(slug, *rows))
    return path


def test_import_knows_the_register_by_the_files_name(organ, tmp_path):
    path = file_with(tmp_path, "requests", REQUEST)

    result = run("import", path)

    assert result.exit_code == 0
    assert result.stdout == f"{path}：新增1条，修改0条，未变0条。\n"
    assert DisclosureRequest.objects.get().number == "Y1"


def test_import_knows_the_register_by_its_chinese_name(organ, tmp_path):
    path = file_with(tmp_path, "requests", REQUEST, name="依申请公开.csv")

    assert run("import", path).exit_code == 0


def test_import_takes_the_register_that_is_asked_for(organ, tmp_path):
    path = file_with(tmp_path, "requests", REQUEST, name="三月.csv")

    assert run("import", path, "--register", "requests").exit_code == 0


def test_import_lists_wrong_rows_and_exits_with_one(organ, tmp_path):
    path = file_with(tmp_path, "requests", REQUEST | {"收到日期": "昨天"})

    result = run("import", path)

    assert result.exit_code == 1
    assert result.stdout == f"{path}：有1处错误，文件没有导入，数据没有改动。\n"
    assert result.stderr == (
        "  requests.csv第2行“收到日期”（F列）“昨天”："
        "不是日期，请写成2021-03-05的样子。\n"
    )
    assert DisclosureRequest.objects.count() == 0


def test_import_as_json_is_one_document(organ, tmp_path):
    path = file_with(tmp_path, "requests", REQUEST, REQUEST | {"编号": ""})

    result = run("import", path, "--json")

    assert result.exit_code == 1
    assert json.loads(result.stdout) == {
        "files": [
            {
                "file": str(path),
                "register": "requests",
                "added": 0,
                "changed": 0,
                "unchanged": 0,
                "errors": [
                    {
                        "sheet": "requests.csv",
                        "line": 3,
                        "column": "编号",
                        "letter": "B",
                        "value": "",
                        "reason": "这一格必填。",
                    }
                ],
                "error_count": 1,
                "notes": [],
                "questions": [],
                "error": None,
                "summary": "有1处错误，文件没有导入，数据没有改动。",
            }
        ]
    }


def test_import_of_a_folder_loads_all_its_tables(tmp_path):
    file_with(tmp_path, "offices", OFFICE)
    file_with(tmp_path, "organs", ORGAN)

    result = run("import", tmp_path)

    assert result.exit_code == 0
    assert (Organ.objects.count(), Office.objects.count()) == (1, 1)


def test_import_goes_on_after_an_unreadable_file_and_exits_with_two(organ, tmp_path):
    broken = tmp_path / "items.csv"
    broken.write_bytes(b"\0")
    good = file_with(tmp_path, "requests", REQUEST)

    result = run("import", broken, good)

    assert result.exit_code == 2
    assert result.stderr.startswith("“items.csv”不是CSV")
    assert DisclosureRequest.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("taxes.csv", "从文件名“taxes.csv”看不出是哪个登记簿，请用 --register 指定。"),
        ("items.csv", "读不出文件"),
    ],
)
def test_import_of_what_is_not_there_exits_with_two(tmp_path, name, said):
    result = run("import", tmp_path / name)

    assert result.exit_code == 2
    assert result.stderr.startswith(said)


def test_export_and_import_make_the_round(organ, tmp_path):
    DisclosureRequestFactory(organ=organ)
    DisclosureRequestFactory()
    path = tmp_path / "requests.xlsx"

    exported = run("export", "--register", "requests", "--organ", "YX", "-o", path)
    imported = run("import", path)

    assert exported.stderr == f"已导出1条，存为 {path}\n"
    assert imported.stdout == f"{path}：新增0条，修改0条，未变1条。\n"


def test_export_without_an_organ_takes_all(organ, tmp_path):
    DisclosureRequestFactory(organ=organ)
    DisclosureRequestFactory()
    path = tmp_path / "requests.csv"

    run("export", "--register", "requests", "-o", path)

    assert len(path.read_text("utf-8-sig").splitlines()) == 3


def test_export_of_the_organs_register_takes_the_organ_itself(organ, tmp_path):
    OrganFactory()
    path = tmp_path / "organs.csv"

    run("export", "--register", "organs", "--organ", "YX", "-o", path)

    assert len(path.read_text("utf-8-sig").splitlines()) == 2


def test_template_is_written_to_a_file(tmp_path):
    path = tmp_path / "模板.csv"

    assert run("template", "--register", "patrols", "-o", path).exit_code == 0
    assert path.read_text("utf-8-sig").startswith("机关代码,编号,巡查日期,")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("template", "--register", "taxes", "-o", "a.csv"), "没有“taxes”这个登记簿"),
        (("template", "--register", "items", "-o", "a.pdf"), "“a.pdf”的后缀应为"),
        (
            ("export", "--register", "items", "--organ", "Z", "-o", "a.csv"),
            "没有代码为“Z”的机关",
        ),
        (("import",), "缺少参数"),
    ],
)
def test_a_wrong_call_is_one_chinese_sentence(capsys, arguments, said):
    status, words = refusal_of(capsys, *arguments)

    assert status == 2
    assert words.startswith(said)
    assert len(words.splitlines()) == 1


def test_export_masks_applicants_unless_they_are_asked_for(organ, tmp_path):
    run("import", file_with(tmp_path, "requests", REQUEST | {"姓名或者名称": "林小满"}))
    path = tmp_path / "out.csv"

    run("export", "--register", "requests", "-o", path)
    masked = path.read_text("utf-8-sig")
    run("export", "--register", "requests", "-o", path, "--with-applicants")

    assert ",林**," in masked
    assert ",林小满," in path.read_text("utf-8-sig")
