import sqlite3
from contextlib import contextmanager

import pytest
from django.db import connection, connections


@pytest.fixture
def several_connections(tmp_path):
    """Let threads work on what is there, each with its own connection.

    A test's SQLite database is in memory, for one connection: threads get a copy of
    it in a file, opened as the program opens its own.
    """

    @contextmanager
    def opened():
        if connection.vendor != "sqlite":
            yield
            return
        file = tmp_path / "several.sqlite3"
        connection.ensure_connection()
        with sqlite3.connect(file) as copy:
            connection.connection.backup(copy)
        copy.close()
        told = connections.settings["default"]
        before = told["NAME"]
        told["NAME"] = str(file)
        try:
            yield
        finally:
            told["NAME"] = before

    return opened
