import click


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def manage(arguments: tuple[str, ...]) -> None:
    """运行 Django 管理命令（管理员用），如 gongkai manage createsuperuser。"""
    from gongkai.cli.django_setup import require_database

    require_database(migrate=False)
    from django.core.management import execute_from_command_line

    execute_from_command_line(["gongkai manage", *arguments])
