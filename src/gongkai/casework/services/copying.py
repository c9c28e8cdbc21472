"""Writing the copies of very many requests, each with values of its own."""

from collections.abc import Sequence
from typing import Any

from django.db import connection

from gongkai.casework.models import DisclosureRequest

_STATEMENT = (
    "UPDATE {table} AS old SET {columns} FROM (VALUES {rows}) AS new "
    "WHERE old.id = new.column1"
)


def write_columns(columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    """Set columns of requests, in one statement; a row is a key and its values.

    Django's ``bulk_update`` says the same in a condition for every value, which takes
    longer to write than to carry out.
    """
    if not rows:
        return
    model = DisclosureRequest._meta  # noqa: SLF001
    fields: list[Any] = [model.get_field(name) for name in ("id", *columns)]
    values = ", ".join(_placeholder(field) for field in fields)
    statement = _STATEMENT.format(
        table=connection.ops.quote_name(model.db_table),
        columns=", ".join(
            f"{connection.ops.quote_name(name)} = new.column{place}"
            for place, name in enumerate(columns, 2)
        ),
        rows=", ".join([f"({values})"] * len(rows)),
    )
    parameters = [
        field.get_db_prep_value(value, connection)
        for row in rows
        for field, value in zip(fields, row, strict=True)
    ]
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)


def _placeholder(field: Any) -> str:
    """Return the place of a value; PostgreSQL wants to be told its type."""
    if connection.vendor == "postgresql":
        return f"%s::{field.cast_db_type(connection)}"
    return "%s"
