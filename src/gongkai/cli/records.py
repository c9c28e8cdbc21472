"""``gongkai records``: registers in from table files, and out again."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gongkai.cli.chinese_help import ChineseCommand, ChineseGroup
from gongkai.statute.errors import GongkaiError

if TYPE_CHECKING:
    from gongkai.exchange.registers import ImportResult, Layout

REJECTED = 1
UNREADABLE = 2

Told = dict[str, Any]


@click.group(cls=ChineseGroup)
def records() -> None:
    """登记簿：从表格导入、导出，下载空白模板。"""


@records.command("import", cls=ChineseCommand)
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option(
    "--register", default=None, help="登记簿，不填则看文件名（如 items.csv）。"
)
@click.option("--json", "as_json", is_flag=True, help="只输出一个 JSON 文档。")
@click.pass_context
def import_(
    ctx: click.Context, files: tuple[str, ...], register: str | None, as_json: bool
) -> None:
    """把 CSV 或 XLSX 表格导入登记簿；给出目录则导入其中全部 CSV。

    有一行不对，整份文件都不导入（目录则整个目录都不导入）；附件放在表格旁的
    attachments 目录里。
    """
    from gongkai.cli.django_setup import require_database

    require_database()
    told = [one for name in files for one in _import_path(Path(name), register)]
    if as_json:
        click.echo(json.dumps({"files": told}, ensure_ascii=False))
    else:
        for one in told:
            _print(one)
    ctx.exit(max(_status(one) for one in told))


@records.command("template", cls=ChineseCommand)
@click.option("--register", required=True, help="登记簿，如 items。")
@click.option("-o", "output", required=True, help="存为文件，.xlsx 或 .csv。")
def template(register: str, output: str) -> None:
    """生成空白模板：表头和填写说明。"""
    from gongkai.cli.django_setup import set_up

    set_up()
    from gongkai.exchange.files import write_whole
    from gongkai.exchange.registers import template_file

    path = Path(output)
    write_whole(path, template_file(register, _suffix(path)))
    click.echo(f"已存为 {path}", err=True)


@records.command("export", cls=ChineseCommand)
@click.option("--register", required=True, help="登记簿，如 items。")
@click.option("--organ", "organ_code", default=None, help="机关代码，不填则全部机关。")
@click.option("-o", "output", required=True, help="存为文件，.xlsx 或 .csv。")
@click.option(
    "--with-applicants",
    is_flag=True,
    help="申请人、征求对象和步骤说明不隐去（留痕）；不加则写成“林**”。",
)
def export(
    register: str, organ_code: str | None, output: str, with_applicants: bool
) -> None:
    """导出登记簿，列与导入时相同，可以再导入。

    申请人、征求对象和步骤说明默认隐去；隐去的再导入时不改动原来的。
    """
    from gongkai.cli.django_setup import require_database

    require_database()
    from gongkai.exchange.files import write_whole
    from gongkai.exchange.registers import (
        export_records,
        export_revealed,
        layout_of,
    )

    layout = layout_of(register)
    path = Path(output)
    found = _records_of(layout, organ_code)
    suffix = _suffix(path)
    if with_applicants:
        content = export_revealed(layout, found, suffix, actor=None)
    else:
        content = export_records(layout, found, suffix)
    write_whole(path, content)
    click.echo(f"已导出{found.count()}条，存为 {path}", err=True)


def _import_path(path: Path, register: str | None) -> list[Told]:
    """Import a file or a folder and tell what came of each file."""
    try:
        if path.is_dir():
            return _import_folder(path)
        layout = _layout_for(path, register)
        return [_told(path, layout.slug, _import_file(path, layout))]
    except GongkaiError as error:
        return [{"file": str(path), "register": register, "error": error.message}]


def _import_folder(path: Path) -> list[Told]:
    from gongkai.exchange.registers import import_directory

    results = import_directory(path, actor=None).files
    return [
        _told(path / f"{slug}.csv", slug, result) for slug, result in results.items()
    ]


def _import_file(path: Path, layout: "Layout") -> "ImportResult":
    from gongkai.exchange.registers import import_file
    from gongkai.exchange.registers.attachments import FOLDER
    from gongkai.exchange.registers.tables import file_content

    return import_file(
        layout=layout,
        name=path.name,
        content=file_content(path),
        actor=None,
        attachments_dir=path.parent / FOLDER,
    )


def _layout_for(path: Path, register: str | None) -> "Layout":
    """Return the layout that was asked for, or that the file's name tells."""
    from gongkai.exchange.registers import LAYOUTS, layout_of

    if register is not None:
        return layout_of(register)
    for layout in LAYOUTS.values():
        if path.stem in (layout.slug, layout.label):
            return layout
    known = "、".join(f"{slug}（{layout.label}）" for slug, layout in LAYOUTS.items())
    raise GongkaiError(
        f"从文件名“{path.name}”看不出是哪个登记簿，请用 --register 指定。"
        f"可用的有：{known}。"
    )


def _told(path: Path, slug: str, result: "ImportResult") -> Told:
    return {
        "file": str(path),
        "register": slug,
        **asdict(result),
        "error": None,
        "summary": result.summary(),
    }


def _print(one: Told) -> None:
    if one["error"] is not None:
        click.echo(one["error"], err=True)
        return
    click.echo(f"{one['file']}：{one['summary']}")
    for note in one["notes"]:
        click.echo(f"  {note}", err=True)
    from gongkai.exchange.registers import RowError

    for error in one["errors"]:
        click.echo(f"  {RowError(**error)}", err=True)


def _status(one: Told) -> int:
    if one["error"] is not None:
        return UNREADABLE
    return REJECTED if one["errors"] else 0


def _suffix(path: Path) -> str:
    suffix = path.suffix.removeprefix(".").lower()
    if suffix not in {"csv", "xlsx"}:
        raise GongkaiError(f"“{path}”的后缀应为 .xlsx 或 .csv，请改正。")
    return suffix


def _records_of(layout: "Layout", organ_code: str | None) -> Any:
    from gongkai.organs.models import Organ

    found = layout.model._default_manager.all()  # noqa: SLF001
    if organ_code is None:
        return found
    organ = Organ.objects.filter(code=organ_code).first()
    if organ is None:
        raise GongkaiError(f"没有代码为“{organ_code}”的机关，请检查代码。")
    return found.filter(**{layout.organ_path: organ.pk})
