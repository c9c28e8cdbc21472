"""Databases of a bench: empty ones, copied from a template that is migrated once."""

import os
import shutil
import tempfile
import urllib.parse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from children import run_task

DEFAULT_POSTGRES = "postgres://postgres@127.0.0.1:5432/postgres"


@dataclass(frozen=True)
class Place:
    """Where a child process works: a data directory and a database."""

    data_dir: Path
    url: str

    def run(self, task: str, **arguments: Any) -> Any:
        """Run a task of ``bench/tasks`` here, in a process of its own."""
        environ = {"GONGKAI_DATA_DIR": str(self.data_dir), "DATABASE_URL": self.url}
        return run_task(task, arguments, environ)


@dataclass(frozen=True)
class Engine:
    """A kind of database; ``fresh`` lends a migrated and empty one."""

    name: str
    fresh: Callable[[], Any]


@contextmanager
def sqlite() -> Iterator[Engine]:
    """Offer SQLite databases in a temporary directory."""
    with tempfile.TemporaryDirectory(prefix="gongkai-bench-") as name:
        root = Path(name)
        template = _sqlite_place(Path(tempfile.mkdtemp(dir=root)))
        template.run("migrate")

        @contextmanager
        def fresh() -> Iterator[Place]:
            place = _sqlite_place(Path(tempfile.mkdtemp(dir=root)))
            shutil.copytree(template.data_dir, place.data_dir, dirs_exist_ok=True)
            try:
                yield place
            finally:
                shutil.rmtree(place.data_dir)

        yield Engine("SQLite", fresh)


@contextmanager
def postgres(server: str) -> Iterator[Engine]:
    """Offer databases of the server, under names of this process; all are dropped."""
    prefix = f"gongkai_bench_{os.getpid()}"
    with tempfile.TemporaryDirectory(prefix="gongkai-bench-") as data_dir:
        template = f"{prefix}_template"
        _execute(server, f'CREATE DATABASE "{template}"')
        try:
            place = Place(Path(data_dir), _database_url(server, template))
            place.run("migrate")

            @contextmanager
            def fresh() -> Iterator[Place]:
                name = f"{prefix}_fresh"
                _execute(server, f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
                try:
                    yield Place(Path(data_dir), _database_url(server, name))
                finally:
                    _execute(server, f'DROP DATABASE "{name}" WITH (FORCE)')

            yield Engine("PostgreSQL", fresh)
        finally:
            _execute(server, f'DROP DATABASE "{template}" WITH (FORCE)')


def postgres_server() -> str:
    """Return the address of a PostgreSQL that answers, empty if none does.

    ``BENCH_POSTGRES`` names it; set to nothing it leaves PostgreSQL out.
    """
    server = os.environ.get("BENCH_POSTGRES", DEFAULT_POSTGRES)
    if not server:
        return ""
    try:
        psycopg.connect(server, connect_timeout=3).close()
    except psycopg.OperationalError:
        return ""
    return server


def _sqlite_place(data_dir: Path) -> Place:
    return Place(data_dir, f"sqlite:///{data_dir / 'gongkai.sqlite3'}")


def _database_url(server: str, name: str) -> str:
    return urllib.parse.urlsplit(server)._replace(path=f"/{name}").geturl()


def _execute(server: str, statement: str) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(statement)  # type: ignore[arg-type]
