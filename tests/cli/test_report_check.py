import json
import subprocess
import sys
from copy import deepcopy
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gongkai.cli.report_check import check

PUBLISHED = Path(__file__).parents[2] / "examples" / "suiping-2021" / "published.json"
TITLE = "遂平县教育局2021年政府信息公开工作年度报告"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(check, [str(argument) for argument in arguments])


@pytest.fixture
def published():
    return json.loads(PUBLISHED.read_text(encoding="utf-8"))


@pytest.fixture
def write(tmp_path):
    def write(report, name="report.json"):
        file = tmp_path / name
        file.write_text(json.dumps(report, ensure_ascii=False), encoding="utf-8")
        return file

    return write


@pytest.fixture
def unbalanced(published):
    report = deepcopy(published)
    report["table4"]["reconsideration"]["total"] = 1
    return report


def test_clean_report_exits_0_and_says_so():
    result = run(PUBLISHED)

    assert result.exit_code == 0
    assert result.stdout == f"{TITLE}（{PUBLISHED}）\n  没有发现问题。\n"
    assert result.stderr == ""


def test_report_with_errors_exits_1_and_lists_every_finding(write, unbalanced):
    file = write(unbalanced)

    result = run(file)

    assert result.exit_code == 1
    assert result.stdout == (
        f"{TITLE}（{file}）\n"
        "  [错误] T4-SUM table4.reconsideration.total\n"
        "      应为 0，读到 1\n"
        "      “表四 · 行政复议 · 总计”为1，而维持、纠正、其他、尚未审结之和为0；"
        "请核对这一组各格。\n"
        "  [错误] X-REMEDY0 overview\n"
        "      应为 1，读到 0\n"
        "      “一、总体情况”写有“没有发生因本局政府信息公开或不公开引起的行政复议、"
        "提起行政诉讼和申请情况”，而表四的行政复议总计为1；请核对正文和表四。\n"
        "  发现2处问题：错误2处，提醒0处。\n"
    )


def test_warning_counts_as_a_finding(write, published):
    file = write(published | {"published_on": "2022-02-01"})

    result = run(file)

    assert result.exit_code == 1
    assert result.stdout.splitlines()[-1] == "  发现1处问题：错误0处，提醒1处。"


def test_finding_without_an_expected_figure_is_told_by_its_sentence(write, published):
    published["sections"]["problems"] = "【待填写】"
    file = write(published)

    assert run(file).stdout == (
        f"{TITLE}（{file}）\n"
        "  [错误] X-BLANK problems\n"
        "      “五、存在的主要问题及改进情况”还有待填写的“【待填写】”；"
        "请写上内容，或者删去这一处。\n"
        "  发现1处问题：错误1处，提醒0处。\n"
    )


def test_json_is_one_document_with_every_finding(write, unbalanced):
    file = write(unbalanced)

    result = run("--json", file, PUBLISHED)

    assert result.exit_code == 1
    document = json.loads(result.stdout)
    assert document["clean"] is False
    assert [item["file"] for item in document["files"]] == [str(file), str(PUBLISHED)]
    assert document["files"][0]["findings"][0] == {
        "rule": "T4-SUM",
        "severity": "error",
        "cell": "table4.reconsideration.total",
        "label": "表四 · 行政复议 · 总计",
        "expected": "0",
        "found": "1",
        "message": "“表四 · 行政复议 · 总计”为1，而维持、纠正、其他、尚未审结之和为0；"
        "请核对这一组各格。",
    }
    assert document["files"][1] == {
        "file": str(PUBLISHED),
        "organ": "遂平县教育局",
        "year": 2021,
        "findings": [],
        "error": None,
    }


def test_unreadable_file_exits_2_and_the_others_are_still_checked(write, unbalanced):
    file = write(unbalanced)

    result = run("nothing.json", file)

    assert result.exit_code == 2
    assert result.stderr == "找不到文件“nothing.json”；请检查路径。\n"
    assert result.stdout.splitlines()[0] == f"{TITLE}（{file}）"


def test_unreadable_file_is_in_the_json_too(tmp_path):
    file = tmp_path / "report.json"
    file.write_text("[]", encoding="utf-8")

    result = run(file, "--json")

    sentence = (
        f"“{file}”：这不是年度报告交换文件：缺少“schema”；"
        "请提供本系统导出的或者按交换格式编写的文件。"
    )
    assert result.exit_code == 2
    assert result.stderr == f"{sentence}\n"
    assert json.loads(result.stdout) == {
        "clean": False,
        "files": [
            {
                "file": str(file),
                "organ": None,
                "year": None,
                "findings": [],
                "error": sentence,
            }
        ],
    }


def test_report_without_tables_exits_2(write, published):
    for table in ("table2", "table3", "table4"):
        published[table] = None
    file = write(published | {"format": None})

    result = run(file)

    assert result.exit_code == 2
    assert result.stderr == (
        f"“{file}”：报告没有注明年度报告格式，无法读取表格；请先导入带表格的报告。\n"
    )


def test_previous_year_is_compared(write, published):
    previous = write(published | {"year": 2020}, "2020.json")
    published["table3"]["total"]["brought_forward"] = 1
    file = write(published)

    result = run(file, "--previous", previous, "--json")

    findings = json.loads(result.stdout)["files"][0]["findings"]
    assert result.exit_code == 1
    assert [(one["rule"], one["cell"]) for one in findings] == [
        ("T3-FLOW", "table3.total.carried_forward"),
        ("T3-ROW", "table3.total.brought_forward"),
        ("T3-YEAR", "table3.total.brought_forward"),
    ]


def test_previous_year_that_follows_is_clean(write, published):
    previous = write(published | {"year": 2020}, "2020.json")

    assert run(PUBLISHED, "--previous", previous).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            [],
            "没有给出要检查的文件；请写成：gongkai report check 报告.json。",
        ),
        (
            [PUBLISHED, PUBLISHED, "--previous", PUBLISHED],
            "与上年对比时一次只能检查一份报告；请分次检查。",
        ),
        (
            [PUBLISHED, "--previous", "nothing.json"],
            "找不到文件“nothing.json”；请检查路径。",
        ),
        (
            [PUBLISHED, "--previous", PUBLISHED],
            f"“{PUBLISHED}”：对比需要2020年的报告，读到的是2021年的；请更换上年报告。",
        ),
    ],
)
def test_wrong_use_exits_2_with_one_sentence(arguments, sentence):
    result = run(*arguments)

    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr == f"{sentence}\n"


def test_checking_needs_no_django():
    script = (
        "import sys; from gongkai.cli.report_check import check;"
        "sys.exit('django' in sys.modules)"
    )

    done = subprocess.run([sys.executable, "-c", script], check=False)  # noqa: S603

    assert done.returncode == 0
