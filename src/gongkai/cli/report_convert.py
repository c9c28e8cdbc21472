"""``gongkai report convert FILE -o FILE``: an exchange report as any kind of file.

Statute, documents and exchange only; Django is never set up.
"""

from pathlib import Path

import click

from gongkai.exchange.files import write_whole
from gongkai.exchange.formats import FORMATS, export_report, output_format
from gongkai.exchange.schema import read_report
from gongkai.statute.errors import GongkaiError

_UNREADABLE = 2


@click.command("convert", short_help="转换年度报告文件")
@click.argument("files", nargs=-1, metavar="FILE")
@click.option("-o", "--output", metavar="FILE", help="要生成的文件，扩展名决定格式。")
@click.pass_context
def convert(ctx: click.Context, files: tuple[str, ...], output: str | None) -> None:
    """把年度报告交换文件（.json）转换成.docx、.pdf、.xlsx、.html或者.json文件。

    已有的同名文件会被替换；没有成功时原文件不变。

    例：gongkai report convert 报告.json -o 报告.docx
    """
    try:
        source, target = _paths(files, output)
        kind = output_format(target.suffix)
        content = export_report(read_report(source), kind.suffix)
        write_whole(target, content)
    except GongkaiError as error:
        click.echo(error.message, err=True)
        ctx.exit(_UNREADABLE)
    click.echo(f"已生成{kind.label}：{target}", err=True)


def _paths(files: tuple[str, ...], output: str | None) -> tuple[Path, Path]:
    """Return what to read and what to write, or say how to name them."""
    if len(files) != 1 or not output:
        raise GongkaiError(
            "应给出一个要转换的文件，并用-o指明要生成的文件，例如："
            "gongkai report convert 报告.json -o 报告.docx；"
            f"可以生成的有：{'、'.join(FORMATS)}。"
        )
    return Path(files[0]), Path(output)
