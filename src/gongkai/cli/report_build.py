"""``gongkai report build``: the annual report counted from the records."""

import json
from pathlib import Path
from typing import Any

import click

from gongkai.statute.errors import GongkaiError


@click.command()
@click.option("--organ", "organ_code", required=True, help="机关代码。")
@click.option("--year", required=True, help="年度，如 2021。")
@click.option("-o", "output", default=None, help="存为文件，格式由后缀决定。")
def build(organ_code: str, year: str, output: str | None) -> None:
    """由记录统计一个机关一年的年度报告。"""
    if not (year.isdecimal() and len(year) == 4):  # noqa: PLR2004 - four digits
        raise GongkaiError(f"年度应为四位数字，如 2021，现为“{year}”，请改正。")
    from gongkai.cli.django_setup import require_database

    require_database()
    document, decimal_places = _count(organ_code, int(year))
    if output is None:
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
        return
    from gongkai.exchange.files import write_whole
    from gongkai.exchange.formats import RenderOptions, export_report

    path = Path(output)
    options = RenderOptions(fee_decimal_places=decimal_places)
    write_whole(path, export_report(document, path.suffix, options=options))
    click.echo(f"已存为 {path}", err=True)


def _count(organ_code: str, year: int) -> tuple[dict[str, Any], int]:
    """Return the counted report and the organ's decimals of 万元."""
    from gongkai.annual_report.selectors import build_report, report_of
    from gongkai.annual_report.services import drafted_report

    organ, report = report_of(organ_code, year)
    if organ is None:
        raise GongkaiError(f"没有代码为“{organ_code}”的机关。{_known_organs()}")
    if report is None:
        report = drafted_report(organ=organ, year=year)
        document = build_report(report)
        if not any(document["figures"].values()) and not _counts_anything(document):
            raise GongkaiError(
                f"{organ.name}没有{year}年的记录，也没有编制这一年的报告。"
                "请检查年度，或先登记记录。"
            )
        return document, organ.fee_decimal_places
    return build_report(report), organ.fee_decimal_places


def _counts_anything(document: dict[str, Any]) -> bool:
    from gongkai.statute.annual_report.cells import cell_paths, cell_value
    from gongkai.statute.annual_report.format import load_format

    return any(cell_value(document, path) for path in cell_paths(load_format("2021")))


def _known_organs() -> str:
    from gongkai.organs.models import Organ

    known = list(Organ.objects.values_list("code", "name")[:10])
    if not known:
        return "数据库里还没有机关，可先运行 gongkai demo 装入示例。"
    return "现有：" + "、".join(f"{code}（{name}）" for code, name in known) + "。"
