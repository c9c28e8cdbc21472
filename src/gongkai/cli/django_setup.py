"""Set Django up for a command that needs the database, or say why it cannot."""

import os
import sys

from gongkai.statute.errors import GongkaiError


def require_database(*, migrate: bool = True) -> None:
    """Set up Django and make sure that the database answers and is up to date.

    Raises ``GongkaiError`` with one Chinese sentence when it does not.
    """
    set_up()
    from django.db import DatabaseError, connection

    try:
        connection.ensure_connection()
    except (DatabaseError, OSError) as error:
        raise GongkaiError(
            f"连不上数据库（{_where()}）。请确认它已启动、地址和权限无误，"
            "或检查环境变量 DATABASE_URL。"
        ) from error
    if migrate:
        _migrate()


def set_up() -> None:
    """Set Django up; a bad setting becomes one Chinese sentence."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongkai.project.settings")
    import django
    from django.core.exceptions import ImproperlyConfigured

    try:
        django.setup()
    except ImproperlyConfigured as error:
        raise GongkaiError(f"设置有误：{error}") from error
    except OSError as error:
        raise GongkaiError(
            f"数据目录用不了（{error.filename}）。请检查权限，"
            "或用环境变量 GONGKAI_DATA_DIR 指定一个可写的目录。"
        ) from error
    except ValueError as error:
        raise GongkaiError(
            "环境变量 DATABASE_URL 不是数据库地址，"
            "应如 sqlite:///路径 或 postgres://用户@主机/库名。"
        ) from error


def _where() -> str:
    """Name the database without its password."""
    from django.db import connection

    settings = connection.settings_dict
    if connection.vendor == "sqlite":
        return str(settings["NAME"])
    host, port = settings["HOST"] or "本机", settings["PORT"] or "默认端口"
    return f"{host}:{port}/{settings['NAME']}"


def _migrate() -> None:
    from django.core.management import call_command
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor

    try:
        executor = MigrationExecutor(connection)
        if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
            return
        print("正在准备数据库……", file=sys.stderr)
        call_command("migrate", verbosity=0, interactive=False)
    except DatabaseError as error:
        raise GongkaiError(
            f"数据库（{_where()}）里不是本系统的数据，或没有写入权限，未作改动。"
            "请换一个空数据库。"
        ) from error
