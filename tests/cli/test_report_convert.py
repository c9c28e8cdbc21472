import json

import pytest
from click.testing import CliRunner, Result

from factories.reports import numbered_report
from gongkai.cli.report_convert import convert
from gongkai.exchange.json.rendering import render


def run(*arguments: object) -> Result:
    return CliRunner().invoke(convert, [str(each) for each in arguments])


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "报告.json"
    path.write_bytes(render(numbered_report()))
    return path


@pytest.mark.parametrize(
    ("suffix", "opening", "label"),
    [
        (".docx", b"PK", "Word文档"),
        (".xlsx", b"PK", "Excel表格"),
        (".html", b"<!DOCTYPE html>", "网页"),
        (".json", b'{\n  "schema"', "交换文件"),
    ],
)
def test_suffix_of_the_output_chooses_its_format(source, suffix, opening, label):
    target = source.with_suffix(f".新{suffix}")

    result = run(source, "-o", target)

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"已生成{label}：{target}\n"
    assert target.read_bytes().startswith(opening)


def test_file_that_was_there_is_replaced(source):
    target = source.with_suffix(".html")
    target.write_text("旧的")

    assert run(source, "-o", target).exit_code == 0
    assert "临河县教育局" in target.read_text()


def refused(result: Result) -> str:
    """Return the one sentence of a refusal."""
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    return line


@pytest.mark.parametrize(
    "arguments", [[], ["报告.json"], ["一.json", "二.json", "-o", "三.pdf"]]
)
def test_arguments_that_are_missing_are_named(arguments):
    assert refused(run(*arguments)) == (
        "应给出一个要转换的文件，并用-o指明要生成的文件，例如："
        "gongkai report convert 报告.json -o 报告.docx；"
        "可以生成的有：.docx、.pdf、.xlsx、.html、.json。"
    )


def test_unknown_output_is_refused_before_anything_is_read(tmp_path):
    assert refused(run(tmp_path / "无.json", "-o", tmp_path / "报告.wps")) == (
        "不能生成“.wps”文件；可以生成的有：.docx、.pdf、.xlsx、.html、.json。"
    )


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("报告.txt", "一、总体情况", "不是 .json 文件"),
        ("报告.json", "{", "不是完整的 JSON 文件"),
        ("报告.json", "[]", "不是年度报告交换文件"),
    ],
)
def test_input_that_is_no_report_is_refused_and_nothing_written(
    tmp_path, name, content, told
):
    source, target = tmp_path / name, tmp_path / "报告.docx"
    source.write_text(content)

    assert told in refused(run(source, "-o", target))
    assert list(tmp_path.iterdir()) == [source]


def test_report_without_tables_is_refused(tmp_path):
    source = tmp_path / "报告.json"
    document = numbered_report(format=None)
    for table in ("table2", "table3", "table4"):
        del document[table]
    source.write_text(json.dumps(document))

    refused(run(source, "-o", tmp_path / "报告.docx"))

    assert list(tmp_path.iterdir()) == [source]


def test_missing_input_is_named(tmp_path):
    source = tmp_path / "无.json"

    assert str(source) in refused(run(source, "-o", tmp_path / "报告.docx"))


def test_missing_directory_is_named(source):
    target = source.parent / "无" / "报告.html"

    assert refused(run(source, "-o", target)) == (
        f"目录“{target.parent}”不存在，请先建立目录，或者换一个保存位置。"
    )


def test_directory_is_no_output(source):
    target = source.parent / "夹.html"
    target.mkdir()

    assert refused(run(source, "-o", target)) == (
        f"“{target}”是目录，请写明要保存的文件名。"
    )
    assert sorted(source.parent.iterdir()) == sorted([source, target])
