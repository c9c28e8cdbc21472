"""``gongkai demo``: the example year in, its report counted and compared."""

import json
import os
import sys
from pathlib import Path
from typing import Any

import click

from gongkai.statute.annual_report.cells import (
    cell_label,
    cell_paths,
    cell_value,
    stated_paths,
)
from gongkai.statute.annual_report.comparison import Comparison, compare
from gongkai.statute.annual_report.format import load_format
from gongkai.statute.annual_report.grid import TableGrid, grids
from gongkai.statute.errors import GongkaiError

MAIN_EXAMPLE = "suiping-2021"
DIFFERENT = 1
_CHECKOUT = Path(__file__).resolve().parents[3]


@click.command()
@click.option("--json", "as_json", is_flag=True, help="只输出一个 JSON 文档。")
@click.option("--examples", "folder", default=None, help="示例所在目录。")
@click.option("--once", is_flag=True, help="数据库里已有数据时什么也不做。")
def demo(as_json: bool, folder: str | None, once: bool) -> int:
    """装入遂平县教育局2021年示例，统计年报，与已公开的年报逐格核对。"""
    from gongkai.cli.django_setup import require_database

    examples = _example_folders(Path(folder) if folder else _CHECKOUT / "examples")
    published = _published(examples[0])
    require_database()
    if once and _holds_data():
        return 0
    report, built = _build(examples, published)
    comparison = compare(published, built)
    if as_json:
        click.echo(json.dumps(_as_json(comparison), ensure_ascii=False))
    else:
        _print_tables(report.format, published, built)
        _print_verdict(comparison)
    _tell_accounts()
    return 0 if not comparison.differences else DIFFERENT


def _example_folders(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise GongkaiError(
            f"没有示例目录“{folder}”。请在项目目录里运行，或用 --examples 指定。"
        )
    if (folder / "report.toml").exists():
        return [folder]
    others = sorted(
        path.parent
        for path in folder.glob("*/report.toml")
        if path.parent.name != MAIN_EXAMPLE
    )
    return [folder / MAIN_EXAMPLE, *others]


def _published(folder: Path) -> dict[str, Any]:
    path = folder / "published.json"
    try:
        document: dict[str, Any] = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise GongkaiError(
            f"读不出已公开的年报“{path}”，请检查文件是否完整。"
        ) from error
    return document


def _holds_data() -> bool:
    from gongkai.organs.models import Organ

    return Organ.objects.exists()


def _build(folders: list[Path], published: dict[str, Any]) -> tuple[Any, Any]:
    from gongkai.annual_report.selectors import build_report, report_of
    from gongkai.exchange.example import Example, ensure_loaded

    examples = [Example.at(folder) for folder in folders]
    if ensure_loaded(examples):
        print("示例已装入。", file=sys.stderr)
    told = examples[0].report
    _, report = report_of(told.organ, told.year)
    if report is None:
        raise GongkaiError("示例的年度报告已被删除，请换一个空数据库重新装入示例。")
    return report, build_report(report, also=published.get("figures", {}))


def _as_json(comparison: Comparison) -> dict[str, Any]:
    return {
        "equal": not comparison.differences,
        "cells": comparison.cells,
        "differences": [
            {
                "cell": difference.cell,
                "label": difference.label,
                "published": _plain(difference.published),
                "built": _plain(difference.built),
            }
            for difference in comparison.differences
        ],
    }


def _plain(value: Any) -> Any:
    return value if value is None or isinstance(value, int) else str(value)


def _print_tables(key: str, published: dict[str, Any], built: dict[str, Any]) -> None:
    for grid in grids(load_format(key)):
        click.echo(f"\n{grid.caption}（已公开 | 由记录统计）")
        for line in _lines(grid, key, published, built):
            click.echo(line)
    click.echo("\n正文中的数字（已公开 | 由记录统计）")
    for path in stated_paths(published):
        sides = [_text(cell_value(side, path)) for side in (published, built)]
        click.echo(_line(sides, cell_label(load_format(key), path)))


def _lines(
    grid: TableGrid, key: str, published: dict[str, Any], built: dict[str, Any]
) -> list[str]:
    """Return a line a row of figures: its heads, then each cell on both sides."""
    paths = set(cell_paths(load_format(key)))
    lines = []
    head = ""
    for row in grid.rows:
        cells = [cell.path for cell in row if cell.path in paths]
        heads = [cell.text for cell in row if cell.path is None and cell.text]
        if not cells:
            continue
        head = " ".join(heads) or head
        sides = [
            " ".join(_text(cell_value(side, path or "")) for path in cells)
            for side in (published, built)
        ]
        lines.append(_line(sides, head))
    return lines


def _line(sides: list[str], head: str) -> str:
    same = "=" if sides[0] == sides[1] else "≠"
    return f"  {same} {sides[0]} | {sides[1]}  {head}".rstrip()


def _text(value: Any) -> str:
    return "-" if value is None else str(value)


def _print_verdict(comparison: Comparison) -> None:
    if not comparison.differences:
        click.echo(f"\n逐格核对{comparison.cells}格：全部相等。")
        return
    click.echo(f"\n逐格核对{comparison.cells}格，{len(comparison.differences)}格不同：")
    for one in comparison.differences:
        click.echo(
            f"  {one.label}：已公开{_text(one.published)}，"
            f"由记录统计{_text(one.built)}（{one.cell}）"
        )


def _tell_accounts() -> None:
    """Open the example's accounts once; say where their password stands."""
    from django.conf import settings

    from gongkai.exchange.example import open_accounts
    from gongkai.organs.models import Person
    from gongkai.organs.roles import Role

    path = Path(settings.DATA_DIR) / "demo-password"
    waiting = Person.objects.filter(roles__isnull=False, account__isnull=True)
    if waiting.exists() or not path.exists():
        password = open_accounts(os.environ.get("GONGKAI_DEMO_PASSWORD"))
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(password + "\n")
    officer = Person.objects.filter(roles__role=Role.OGI_OFFICER).first()
    if officer is not None and officer.account is not None:
        print(
            f"试用工作台：账号 {officer.account.username}（公开专员），口令见 {path}",
            file=sys.stderr,
        )
