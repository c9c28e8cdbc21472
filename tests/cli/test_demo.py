"""``gongkai demo`` in a process and a database of its own, as a newcomer runs it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-c", "from gongkai.cli.main import main; main()"]


def gongkai(data_dir, *arguments, **environment):
    return subprocess.run(  # noqa: S603 - our own command
        [*COMMAND, *arguments],
        env={
            **{k: v for k, v in os.environ.items() if k != "DATABASE_URL"},
            "DJANGO_SETTINGS_MODULE": "gongkai.project.settings",
            "GONGKAI_DATA_DIR": str(data_dir),
            "PYTHONWARNINGS": "default",
            **environment,
        },
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    """A data folder into which the demo was loaded once, and what that printed."""
    folder = tmp_path_factory.mktemp("demo")
    return folder, gongkai(folder, "demo")


@pytest.fixture
def data_dir(loaded, tmp_path):
    return shutil.copytree(loaded[0], tmp_path / "data")


def without_line(source, target, register, start):
    """Copy the examples, leaving out the first row that starts so."""
    folder = shutil.copytree(source, target)
    path = folder / "suiping-2021" / register
    lines = path.read_text("utf-8").splitlines(keepends=True)
    gone = next(i for i, line in enumerate(lines) if line.startswith(start))
    path.write_text("".join(lines[:gone] + lines[gone + 1 :]), "utf-8")
    return folder


def test_demo_prints_both_tables_and_that_all_cells_are_equal(loaded):
    _, done = loaded

    assert done.returncode == 0, done.stderr
    assert "  = 588 | 588  行政许可" in done.stdout
    assert "  = 2673.5355 | 2673.5355  行政事业性收费" in done.stdout
    assert done.stdout.rstrip().endswith("全部相等。")


def test_demo_json_is_one_document_on_standard_output(data_dir):
    done = gongkai(data_dir, "demo", "--json")

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {"equal": True, "cells": 207, "differences": []}


def test_demo_names_the_cell_that_a_removed_record_changes(data_dir, tmp_path):
    examples = without_line(
        ROOT / "examples", tmp_path / "examples", "ledger.csv", "SPJYJ,2021-许-0300,"
    )

    done = gongkai(data_dir, "demo", "--json", "--examples", str(examples))

    assert done.returncode == 1, done.stderr
    assert json.loads(done.stdout)["differences"] == [
        {
            "cell": "table2.administrative_licensing.decisions",
            "label": "表二 · 行政许可 · 本年处理决定数量",
            "published": 588,
            "built": 587,
        }
    ]


def test_demo_sees_a_record_that_was_removed_from_the_database(data_dir):
    gongkai(
        data_dir,
        "manage",
        "shell",
        "-c",
        "from gongkai.supervision.models import Proposal;"
        "Proposal.objects.filter(organ__code='SPJYJ', kind='cppcc').first().delete()",
    )

    done = gongkai(data_dir, "demo", "--json")

    assert done.returncode == 1, done.stderr
    assert {d["cell"] for d in json.loads(done.stdout)["differences"]} == {
        "figures.proposals.total",
        "figures.proposals.cppcc",
        "figures.proposals.answered",
    }


def test_demo_refuses_a_database_with_other_data_and_leaves_it(data_dir):
    gongkai(
        data_dir,
        "manage",
        "shell",
        "-c",
        "from gongkai.organs.models import Organ;"
        "from gongkai.exchange.models import ImportBatch;"
        "ImportBatch.objects.all().delete();"
        "Organ.objects.create(code='Q', name='青山县示例局', level='township')",
    )

    done = gongkai(data_dir, "demo")

    assert done.returncode == 2
    assert done.stderr.startswith("这个数据库里已有其他数据")
    assert "Traceback" not in done.stderr


def test_demo_once_does_nothing_where_there_is_data(data_dir):
    done = gongkai(data_dir, "demo", "--once")

    assert (done.returncode, done.stdout) == (0, "")


def test_the_password_of_the_accounts_is_for_its_owner_only(loaded):
    folder, _ = loaded

    assert (folder / "demo-password").stat().st_mode & 0o077 == 0


def test_report_build_writes_the_counted_report(data_dir, tmp_path):
    path = tmp_path / "年报.json"

    done = gongkai(
        data_dir, "report", "build", "--organ", "YXJYJ", "--year", "2021", "-o", path
    )

    assert done.returncode == 0, done.stderr
    built = json.loads(path.read_text("utf-8"))
    expected = json.loads(
        (ROOT / "examples/yunxi-2021/expected.json").read_text("utf-8")
    )
    for table in ("table2", "table3", "table4"):
        assert built[table] == expected[table]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--organ", "没有", "--year", "2021"], "没有代码为“没有”的机关。现有："),
        (["--organ", "SPJYJ", "--year", "2035"], "遂平县教育局没有2035年的记录"),
        (["--organ", "SPJYJ", "--year", "今年"], "年度应为四位数字"),
        (["--organ", "SPJYJ", "--year", "1999"], "年度"),
        (["--organ", "SPJYJ"], "缺少参数"),
    ],
)
def test_report_build_refuses_in_one_sentence(data_dir, arguments, sentence):
    done = gongkai(data_dir, "report", "build", *arguments)

    assert done.returncode == 2
    assert sentence in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_report_build_leaves_no_file_of_a_kind_it_cannot_make(data_dir, tmp_path):
    path = tmp_path / "年报.txt"

    done = gongkai(
        data_dir, "report", "build", "--organ", "SPJYJ", "--year", "2021", "-o", path
    )

    assert done.returncode == 2
    assert "可以生成的有" in done.stderr
    assert list(tmp_path.glob("年报*")) == []


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("postgres://nobody@127.0.0.1:1/none", "连不上数据库（127.0.0.1:1/none）"),
        ("这不是地址", "DATABASE_URL"),
        ("sqlite:////没有/这个/目录/a.sqlite3", "连不上数据库"),
    ],
)
def test_a_database_that_is_not_there_is_told_in_one_sentence(tmp_path, url, sentence):
    done = gongkai(tmp_path, "demo", DATABASE_URL=url)

    assert done.returncode == 2
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_that_is_no_database_is_told_in_one_sentence(tmp_path):
    path = tmp_path / "a.sqlite3"
    path.write_text("这不是数据库" * 200, "utf-8")

    done = gongkai(tmp_path, "demo", DATABASE_URL=f"sqlite:///{path}")

    assert done.returncode == 2
    assert "数据库" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_that_is_no_example_is_told_in_one_sentence(tmp_path):
    done = gongkai(tmp_path, "demo", "--examples", str(tmp_path / "none"))

    assert done.returncode == 2
    assert done.stderr.startswith("没有示例目录")


def test_serve_refuses_a_port_that_is_no_number(tmp_path):
    done = gongkai(tmp_path, "serve", "--port", "八千")

    assert done.returncode == 2
    assert done.stderr == "端口应为正整数，现为“八千”，请改正。\n"
