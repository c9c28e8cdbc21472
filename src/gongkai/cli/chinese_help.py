"""Help pages and usage errors of the command line in Chinese."""

from typing import Any

import click

_SECTIONS = {"Options": "选项", "Commands": "命令"}


class ChineseFormatter(click.HelpFormatter):
    """Click's help page with Chinese headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:  # noqa: ARG002
        args = args.replace("[OPTIONS]", "[选项]").replace(
            "COMMAND [ARGS]...", "命令 [参数]…"
        )
        super().write_usage(prog, args, prefix="用法：")

    def write_heading(self, heading: str) -> None:
        self.write(f"{'':>{self.current_indent}}{_SECTIONS.get(heading, heading)}：\n")


class ChineseContext(click.Context):
    formatter_class = ChineseFormatter


class ChineseCommand(click.Command):
    """A command whose help speaks Chinese."""

    context_class = ChineseContext

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "显示这页说明。"
        return option

    @staticmethod
    def adopt(command: click.Command) -> click.Command:
        """Give a plain click command the Chinese help."""
        command.context_class = ChineseContext
        option = command.get_help_option(click.Context(command))
        if option is not None:
            option.help = "显示这页说明。"
        return command


class ChineseGroup(ChineseCommand, click.Group):
    """A group whose help speaks Chinese."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0] if args else ""
        if self.get_command(ctx, name) is None and not name.startswith("-"):
            known = "、".join(self.list_commands(ctx))
            raise click.UsageError(f"没有“{name}”这个命令，可用的有：{known}。", ctx)
        return super().resolve_command(ctx, args)


def usage_sentence(error: click.ClickException) -> str:
    """Return one Chinese sentence for a command that was written wrongly."""
    command = ""
    if isinstance(error, click.UsageError) and error.ctx is not None:
        command = error.ctx.command_path
    hint = f"用 {command or 'gongkai'} --help 看用法。"
    return f"{_what(error)}{hint}"


def _what(error: Any) -> str:
    if isinstance(error, click.NoSuchOption):
        return f"没有“{error.option_name}”这个选项。"
    if isinstance(error, click.BadOptionUsage):
        return f"选项 {error.option_name} 后面要写值。"
    if isinstance(error, click.MissingParameter):
        name = error.param.get_error_hint(error.ctx) if error.param else ""
        return f"缺少参数 {str(name).replace(chr(39), '')}。"
    if isinstance(error, click.BadParameter):
        name = error.param.get_error_hint(error.ctx) if error.param else ""
        return f"参数 {str(name).replace(chr(39), '')} 的值不对。"
    if type(error) is click.UsageError and _is_chinese(error.message):
        return error.message
    return "命令写法不对。"


def _is_chinese(text: str) -> bool:
    return any("\u4e00" <= character <= "\u9fff" for character in text)
