import socket
from threading import Event

import click

from gongkai.statute.errors import GongkaiError


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="监听地址。")
@click.option("--port", default="8000", show_default=True, help="端口。")
@click.option("--workers", default="1", show_default=True, help="工作进程数。")
def serve(host: str, port: str, workers: str) -> None:
    """启动门户和工作台。"""
    from gongkai.cli.django_setup import require_database

    address = (host, _count("端口", port))
    processes = _count("工作进程数", workers)
    _require_free(*address)
    require_database()
    _make_folders()
    click.echo(f"门户：http://{host}:{port}/", err=True)
    click.echo(f"工作台：http://{host}:{port}/desk/", err=True)
    _run(*address, processes)


def _make_folders() -> None:
    """Make the folder of collected static files; it may stay empty."""
    from django.conf import settings

    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)


def _run(host: str, port: int, workers: int) -> None:
    from granian import Granian
    from granian.constants import Interfaces

    from gongkai.jobs.scheduling import keep_running

    server = Granian(
        "gongkai.project.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=4,
        log_level="warning",
    )
    stop = Event()
    server.on_startup(lambda: keep_running(stop))
    server.on_shutdown(stop.set)
    server.serve()


def _count(name: str, text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise GongkaiError(f"{name}应为正整数，现为“{text}”，请改正。")
    return int(text)


def _require_free(host: str, port: int) -> None:
    try:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except (OSError, OverflowError) as error:
        raise GongkaiError(
            f"{host}:{port} 用不了，可能已有程序在用。"
            "请先停掉它，或用 --port 换一个端口。"
        ) from error
