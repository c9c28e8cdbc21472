"""The ``gongkai`` command: its commands by name, loaded when they are called.

Commands of the law alone (``clock``, ``fee``, ``workdays``) never import Django.
"""

import importlib
import sys
from collections.abc import Sequence

import click

from gongkai import __version__
from gongkai.cli.chinese_help import ChineseCommand, ChineseGroup, usage_sentence
from gongkai.statute.errors import GongkaiError

UNREADABLE = 2


class LazyGroup(ChineseGroup):
    """A group whose commands are named as ``module:attribute`` under gongkai.cli."""

    def __init__(self, *, commands_by_name: dict[str, str], **attrs: object) -> None:
        super().__init__(**attrs)  # type: ignore[arg-type]
        self.commands_by_name = commands_by_name

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(self.commands_by_name)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        place = self.commands_by_name.get(cmd_name)
        if place is None:
            return super().get_command(ctx, cmd_name)
        module, attribute = place.split(":")
        command: click.Command = getattr(
            importlib.import_module(f"gongkai.cli.{module}"), attribute
        )
        return ChineseCommand.adopt(command)


report = LazyGroup(
    name="report",
    help="年度报告：统计、检查、转换。",
    commands_by_name={
        "build": "report_build:build",
        "check": "report_check:check",
        "convert": "report_convert:convert",
    },
)

cli = LazyGroup(
    name="gongkai",
    help="公开：政府信息公开全流程系统。",
    commands_by_name={
        "demo": "demo:demo",
        "serve": "serve:serve",
        "report": "main:report",
        "records": "records:records",
        "clock": "clock:clock",
        "workdays": "workdays:workdays",
        "fee": "fee:fee",
        "manage": "manage:manage",
    },
)
click.version_option(
    __version__, "--version", message="gongkai %(version)s", help="显示版本。"
)(cli)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command; every refusal is one Chinese sentence on standard error."""
    try:
        status = cli.main(
            args=None if arguments is None else list(arguments),
            prog_name="gongkai",
            standalone_mode=False,
        )
    except GongkaiError as error:
        click.echo(error.message, err=True)
        sys.exit(UNREADABLE)
    except click.exceptions.Exit as leaving:
        sys.exit(leaving.exit_code)
    except click.Abort:
        click.echo("已中止，未作改动。", err=True)
        sys.exit(UNREADABLE)
    except click.ClickException as error:
        click.echo(usage_sentence(error), err=True)
        sys.exit(UNREADABLE)
    except _database_errors() as error:
        click.echo(
            f"数据库出错（{str(error).strip()}），这一步没有完成，未作改动。"
            "请检查数据库和磁盘后再试。",
            err=True,
        )
        sys.exit(UNREADABLE)
    sys.exit(status if isinstance(status, int) else 0)


def _database_errors() -> tuple[type[Exception], ...]:
    """Return the errors of the database where a command has loaded it."""
    database = sys.modules.get("django.db")
    return () if database is None else (database.DatabaseError,)
