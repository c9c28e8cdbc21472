import json
import subprocess
import sys

import pytest
from click.testing import CliRunner, Result

from gongkai.cli.workdays import workdays


def run(*arguments: str) -> Result:
    return CliRunner().invoke(workdays, arguments)


def test_workdays_answers_in_one_chinese_sentence():
    result = run("2024-09-25", "20")

    assert result.exit_code == 0
    assert result.stdout == (
        "2024年9月25日（星期三）之后第20个工作日是2024年10月28日（星期一）。"
        "其间9月29日国庆节调休上班，10月1日至10月7日国庆节放假，"
        "10月12日国庆节调休上班。\n"
    )


def test_workdays_of_an_ordinary_week_names_no_holiday():
    assert run("2024-03-04", "3").stdout == (
        "2024年3月4日（星期一）之后第3个工作日是2024年3月7日（星期四）。\n"
    )


def test_no_working_days_is_the_day_itself():
    assert run("2024-10-01", "0").stdout == (
        "2024年10月1日（星期二）之后0个工作日，即当日。\n"
    )


def test_json_is_one_document_with_the_ledger():
    result = run("2025-09-26", "2", "--json")

    weekly = "《国务院关于职工工作时间的规定》第七条"
    notice = "《国务院办公厅关于2025年部分节假日安排的通知》（国办发明电〔2024〕12号）"
    assert json.loads(result.stdout) == {
        "from": "2025-09-26",
        "n": 2,
        "date": "2025-09-29",
        "provisional": False,
        "counted": [
            {
                "from": "2025-09-27",
                "to": "2025-09-27",
                "counted": 0,
                "reason": "周末休息",
                "source": weekly,
            },
            {
                "from": "2025-09-28",
                "to": "2025-09-28",
                "counted": 1,
                "reason": "国庆节、中秋节调休上班",
                "source": notice,
            },
            {
                "from": "2025-09-29",
                "to": "2025-09-29",
                "counted": 1,
                "reason": "工作日",
                "source": weekly,
            },
        ],
    }


def test_json_counts_add_up_to_the_number_asked():
    document = json.loads(run("2021-01-29", "20", "--json").stdout)

    assert sum(line["counted"] for line in document["counted"]) == 20


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["2024-13-01", "5"], "“2024-13-01”不是日期。请写成2024-09-25的样子。"),
        (["2023-02-29", "5"], "“2023-02-29”不是日期。请写成2024-09-25的样子。"),
        (["20240925", "5"], "“20240925”不是日期。请写成2024-09-25的样子。"),
        (["昨天", "5"], "“昨天”不是日期。请写成2024-09-25的样子。"),
        (["2024-09-25", "五"], "“五”不是工作日数。请写0或者正整数，例如20。"),
        (["2024-09-25", "-1"], "“-1”不是工作日数。请写0或者正整数，例如20。"),
        (["2024-09-25", "1.5"], "“1.5”不是工作日数。请写0或者正整数，例如20。"),
        (["2024-09-25", "9999"], "工作日数应为0至2500的整数，现为9999。请改正后再算。"),
        (
            ["2024-09-25"],
            "应给出日期和工作日数两项，例如：gongkai workdays 2024-09-25 20。",
        ),
        (
            ["2024-09-25", "5", "--unknown"],
            "应给出日期和工作日数两项，例如：gongkai workdays 2024-09-25 20。",
        ),
    ],
)
def test_bad_input_gets_one_chinese_sentence(arguments, sentence):
    result = run(*arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"{sentence}\n"


def test_a_year_without_notice_is_refused():
    result = run("2030-01-04", "5")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("2030年的放假安排尚未公布或者尚未收入")


def test_provisional_result_says_so():
    result = run("2030-01-04", "5", "--provisional")

    assert result.exit_code == 0
    assert result.stdout.endswith(
        "此为暂定结果，待国务院办公厅公布放假安排后应当重算。\n"
    )


def test_notices_of_an_organ_are_used(tmp_path):
    (tmp_path / "2030.toml").write_text(
        'title = "示例通知"\ndocument_number = "示例〔2029〕1号"\n'
        'issued_on = 2029-11-01\nyear = 2030\nsource = "示例"\n'
        '[[festival]]\nname = "元旦"\noff = [[2030-01-01, 2030-01-01]]\n',
        encoding="utf-8",
    )

    result = run("2030-01-01", "1", "--notices", str(tmp_path))

    assert result.stdout == (
        "2030年1月1日（星期二）之后第1个工作日是2030年1月2日（星期三）。\n"
    )


def test_a_missing_notices_folder_is_refused(tmp_path):
    folder = tmp_path / "没有"

    result = run("2024-09-25", "5", "--notices", str(folder))

    assert result.exit_code == 2
    assert result.stderr == f"放假安排目录不存在：{folder}。请检查路径。\n"


def test_workdays_runs_without_django():
    code = (
        "import sys; from gongkai.cli.workdays import workdays; "
        "sys.exit(any(name.partition('.')[0] == 'django' for name in sys.modules))"
    )

    completed = subprocess.run([sys.executable, "-c", code], check=False)  # noqa: S603

    assert completed.returncode == 0
