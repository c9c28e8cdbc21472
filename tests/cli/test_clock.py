import json
import subprocess
import sys
from datetime import date, datetime, timedelta, timezone

import pytest
from click.testing import CliRunner, Result

from gongkai.cli.clock import clock
from gongkai.statute.clock import StepKind

RECEIVED = {"on": "2024-09-25", "channel": "in_person"}
EXTENDED = {
    "received": RECEIVED,
    "steps": [{"kind": "extended", "on": "2024-10-18"}],
    "as_of": "2024-11-01",
}
TOO_LATE = {
    "received": RECEIVED,
    "steps": [{"kind": "extended", "on": "2024-10-29"}],
    "as_of": "2024-11-01",
}


@pytest.fixture
def asked(tmp_path):
    """Ask about a case, or about the lines of a file."""

    def ask(document: object, *arguments: str, name: str = "case.json") -> Result:
        file = tmp_path / name
        text = document if isinstance(document, str) else json.dumps(document)
        file.write_text(text, encoding="utf-8")
        return CliRunner().invoke(clock, [str(file), *arguments])

    return ask


def test_json_is_one_document(asked):
    result = asked(EXTENDED, "--json")

    answer = json.loads(result.stdout)
    assert result.exit_code == 0
    assert (answer["state"], answer["due_on"], answer["remaining_working_days"]) == (
        "registered",
        "2024-11-25",
        16,
    )
    assert sum(line["counted"] for line in answer["reasoning"]) == 40


def test_the_account_reads_as_an_officer_would_write_it(asked):
    result = asked(EXTENDED)

    assert result.exit_code == 0
    assert result.stdout.startswith(
        "2024年9月25日（星期三）当面提交的申请\n"
        "截至2024年11月1日（星期五）：办理中，到期日2024年11月25日（星期一），"
        "还有16个工作日。\n"
        "\n"
        "期限怎么算：\n"
        "  2024-09-25至2024-09-25　计0日　"
        "当面提交，2024年9月25日为收到申请之日，当日不计。\n"
        "      依据：《政府信息公开条例》第三十一条第（一）项\n"
    )
    assert "\n  合计40个工作日。\n\n其他期限：\n" in result.stdout
    assert (
        "\n  告知补正：2024-10-10以前，已满　《政府信息公开条例》第三十条\n"
        in result.stdout
    )
    assert "\n接下来可以：\n" in result.stdout


def test_the_account_of_a_consultation_names_the_party(asked):
    steps = [{"kind": "third_party_consulted", "on": "2024-10-08", "party": "甲公司"}]

    result = asked({"received": RECEIVED, "steps": steps, "as_of": "2024-10-09"})

    assert "：征求意见中，期限没有起算或者已经中止。\n" in result.stdout
    assert "第三方提出意见（甲公司）：2024-10-28以前，未满" in result.stdout
    assert "合计" not in result.stdout


def test_the_account_of_an_overdue_case_says_by_how_much(asked):
    result = asked({"received": RECEIVED, "as_of": "2024-10-30"})

    assert "：逾期未答复，到期日2024年10月28日（星期一），已过2个工作日。\n" in (
        result.stdout
    )
    assert "\n注意：\n  答复期限已于2024年10月28日届满" in result.stdout


@pytest.mark.parametrize(
    ("on", "said"),
    [
        ("2024-10-28", "已答复，到期日2024年10月28日（星期一）。"),
        ("2024-10-29", "已答复，到期日2024年10月28日（星期一），逾期。"),
    ],
)
def test_the_account_of_a_decision_says_whether_it_was_in_time(asked, on, said):
    steps = [{"kind": "decided", "on": on, "outcome": "disclosed"}]

    result = asked({"received": RECEIVED, "steps": steps, "as_of": "2024-10-31"})

    assert f"：{said}\n结果：予以公开\n" in result.stdout


def test_the_account_of_a_withdrawal_before_confirmation_has_no_due_day(asked):
    result = asked(
        {
            "received": {"on": "2024-09-25", "channel": "online"},
            "steps": [{"kind": "withdrawn", "on": "2024-09-26"}],
            "as_of": "2024-10-31",
        }
    )

    assert "：已终结。\n结果：其他处理：其他\n" in result.stdout
    assert "接下来可以" not in result.stdout


def test_a_case_without_a_day_is_asked_for_today(asked):
    steps = [{"kind": "withdrawn", "on": "2024-09-26"}]
    beijing = timezone(timedelta(hours=8))

    before = datetime.now(beijing).date()
    result = asked({"received": RECEIVED, "steps": steps}, "--json")
    after = datetime.now(beijing).date()

    as_of = date.fromisoformat(json.loads(result.stdout)["as_of"])
    assert before <= as_of <= after


def test_an_impossible_history_is_one_sentence_and_exit_2(asked):
    result = asked(TOO_LATE, "--json")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "第1步“延长答复期限”（2024-10-29）：答复期限已于2024年10月28日届满，"
        "延长应当在届满以前告知申请人。请尽快答复；日期记错的，请改正。\n"
    )


@pytest.mark.parametrize(
    "text", ["", "{", "[" * 100_000, '{"received": NaN', "\ufeff{"]
)
def test_what_is_no_json_is_refused(asked, text):
    result = asked(text)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "不合JSON格式。请对照说明改正。\n"


@pytest.mark.parametrize("name", ["没有.json", "没有.jsonl"])
def test_a_missing_file_is_refused(tmp_path, name):
    result = CliRunner().invoke(clock, [str(tmp_path / name)])

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"没有“{tmp_path / name}”这个文件。请检查路径。\n"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("a.json", "“{}”读不出来，或者不是UTF-8编码。请检查文件。\n"),
        ("a.jsonl", "“{}”读不出来。请检查文件。\n"),
    ],
)
def test_a_folder_is_refused(tmp_path, name, sentence):
    folder = tmp_path / name
    folder.mkdir()

    result = CliRunner().invoke(clock, [str(folder)])

    assert (result.exit_code, result.stderr) == (2, sentence.format(folder))


def test_lines_are_answered_one_by_one(asked):
    lines = "\n".join(
        [json.dumps({**EXTENDED, "id": "甲"}), "", json.dumps(EXTENDED), ""]
    )

    result = asked(lines, name="cases.jsonl")

    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert [answer["due_on"] for answer in answers] == ["2024-11-25"] * 2
    assert [answer.get("id") for answer in answers] == ["甲", None]


def test_a_bad_line_does_not_stop_the_rest(asked):
    lines = "\n".join([json.dumps(TOO_LATE), "{", json.dumps(EXTENDED)])

    result = asked(lines, name="cases.jsonl")

    first, second, third = (json.loads(line) for line in result.stdout.splitlines())
    assert result.exit_code == 2
    assert first["error"].startswith("第1步“延长答复期限”（2024-10-29）：")
    assert second == {"error": "不合JSON格式。请对照说明改正。", "line": 2}
    assert third["due_on"] == "2024-11-25"


def test_a_line_in_another_encoding_fails_alone(tmp_path):
    file = tmp_path / "cases.jsonl"
    line = json.dumps(EXTENDED)
    file.write_bytes("甲\n".encode("gbk") + line.encode() + b"\n")

    result = CliRunner().invoke(clock, [str(file)])

    first, second = (json.loads(line) for line in result.stdout.splitlines())
    assert first["error"] == "不合JSON格式。请对照说明改正。"
    assert second["state"] == "registered"


def test_a_year_without_notice_is_refused_or_provisional(asked):
    case = {
        "received": {"on": "2026-12-20", "channel": "in_person"},
        "as_of": "2026-12-31",
    }

    refused, provisional = asked(case), asked(case, "--provisional", "--json")

    assert refused.exit_code == 2
    assert refused.stderr.startswith("2027年的放假安排尚未公布或者尚未收入")
    assert json.loads(provisional.stdout)["provisional"] is True


def test_notices_of_an_organ_are_used(asked, tmp_path):
    (tmp_path / "2027.toml").write_text(
        'title = "示例通知"\ndocument_number = "示例〔2026〕1号"\n'
        'issued_on = 2026-11-01\nyear = 2027\nsource = "示例"\n'
        '[[festival]]\nname = "元旦"\noff = [[2027-01-01, 2027-01-03]]\n',
        encoding="utf-8",
    )
    case = {
        "received": {"on": "2026-12-20", "channel": "in_person"},
        "as_of": "2026-12-31",
    }

    result = asked(case, "--json", "--notices", str(tmp_path))

    assert json.loads(result.stdout)["due_on"] == "2027-01-18"


def test_every_kind_of_step_can_be_written_in_a_clock_file(asked):
    for kind in StepKind:
        result = asked(
            {
                "received": RECEIVED,
                "steps": [{"kind": kind.value, "on": "2024-10-08"}],
                "as_of": "2024-10-08",
            }
        )

        assert "不认识" not in result.stderr


def test_clock_runs_without_django():
    code = (
        "import sys; from gongkai.cli.clock import clock; "
        "sys.exit(any(name.partition('.')[0] == 'django' for name in sys.modules))"
    )

    completed = subprocess.run([sys.executable, "-c", code], check=False)  # noqa: S603

    assert completed.returncode == 0
