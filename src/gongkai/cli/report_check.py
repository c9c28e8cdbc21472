"""``gongkai report check FILE…``: what in a report contradicts its form or itself.

Statute and exchange only; Django is never imported.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import click

from gongkai.exchange.schema import read_report
from gongkai.statute.annual_report.cells import Report, cell_label
from gongkai.statute.annual_report.checks import (
    Finding,
    Severity,
    check_report,
    check_years,
)
from gongkai.statute.annual_report.format import load_format
from gongkai.statute.errors import GongkaiError

_CLEAN, _FINDINGS, _UNREADABLE = 0, 1, 2


@dataclass(frozen=True)
class _Checked:
    """One file, with its report and findings or the sentence why it has none."""

    file: str
    report: Report | None
    findings: Sequence[Finding] = ()
    error: str | None = None

    @property
    def status(self) -> int:
        if self.error is not None:
            return _UNREADABLE
        return _FINDINGS if self.findings else _CLEAN


@click.command("check", short_help="检查年度报告")
@click.argument("files", nargs=-1, metavar="FILE…")
@click.option("--json", "as_json", is_flag=True, help="输出一份JSON。")
@click.option(
    "--previous", metavar="FILE", help="上年报告，用来核对结转数（只检查一份报告时）。"
)
@click.pass_context
def check(
    ctx: click.Context, files: tuple[str, ...], as_json: bool, previous: str | None
) -> None:
    """检查年度报告交换文件（.json）：勾稽关系，正文与表格是否一致。

    没有问题退出码为0，发现问题（含提醒）为1，有文件读不了为2。

    例：gongkai report check 报告.json --previous 上年报告.json
    """
    try:
        last_year = _previous(files, previous)
    except GongkaiError as error:
        click.echo(error.message, err=True)
        ctx.exit(_UNREADABLE)
    checked = [_check(file, last_year) for file in files]
    for item in checked:
        if item.error is not None:
            click.echo(item.error, err=True)
    if as_json:
        click.echo(json.dumps(_document(checked), ensure_ascii=False, indent=2))
    else:
        _print(checked)
    ctx.exit(max(item.status for item in checked))


def _previous(files: tuple[str, ...], previous: str | None) -> Report | None:
    if not files:
        raise GongkaiError(
            "没有给出要检查的文件；请写成：gongkai report check 报告.json。"
        )
    if previous is None:
        return None
    if len(files) > 1:
        raise GongkaiError("与上年对比时一次只能检查一份报告；请分次检查。")
    return read_report(Path(previous))


def _check(file: str, previous: Report | None) -> _Checked:
    try:
        report = read_report(Path(file))
    except GongkaiError as error:
        return _Checked(file, None, error=error.message)
    try:
        findings = check_report(report)
        if previous is not None:
            findings += check_years(previous, report)
    except GongkaiError as error:
        return _Checked(file, None, error=f"“{file}”：{error.message}")
    return _Checked(file, report, findings)


def _document(checked: Sequence[_Checked]) -> dict[str, Any]:
    return {
        "clean": all(item.status == _CLEAN for item in checked),
        "files": [
            {
                "file": item.file,
                "organ": item.report and item.report["organ"],
                "year": item.report and item.report["year"],
                "findings": [
                    asdict(found) | {"label": _label(item.report, found)}
                    for found in item.findings
                ],
                "error": item.error,
            }
            for item in checked
        ],
    }


def _print(checked: Sequence[_Checked]) -> None:
    for item in checked:
        if item.report is None:
            continue
        form = load_format(item.report["format"])
        title = form.title_of(item.report["organ"], item.report["year"])
        click.echo(f"{title}（{item.file}）")
        for found in item.findings:
            click.echo(f"  [{found.severity.label}] {found.rule} {found.cell}")
            if found.expected is not None:
                click.echo(f"      应为 {found.expected}，读到 {found.found}")
            click.echo(f"      {found.message}")
        click.echo(f"  {_verdict(item.findings)}")


def _verdict(findings: Sequence[Finding]) -> str:
    if not findings:
        return "没有发现问题。"
    errors = sum(found.severity is Severity.ERROR for found in findings)
    return (
        f"发现{len(findings)}处问题：错误{errors}处，提醒{len(findings) - errors}处。"
    )


def _label(report: Report | None, found: Finding) -> str:
    return cell_label(load_format(report["format"]), found.cell) if report else ""
