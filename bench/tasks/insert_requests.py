"""The other side: bare INSERTs of requests, each in a transaction of its own."""

from typing import Any

from django.db import connection
from tasks.case_makers import TODAY, requests
from tasks.measuring import seconds

from gongkai.casework.models import DisclosureRequest
from gongkai.organs.models import Organ


def run(size: int) -> dict[str, Any]:
    """Insert ``size`` rows, with nothing beside them: no applicant, number, journal."""
    organ = Organ.objects.order_by("pk").first()
    if organ is None or not size:
        return {"insert_s": 0.0}
    one = next(requests([organ.pk], 1, 1.0))
    one.created_at = one.updated_at = f"{TODAY} 09:00:00+08:00"  # type: ignore[assignment]
    model = DisclosureRequest._meta  # noqa: SLF001
    fields = [each for each in model.concrete_fields if not each.primary_key]
    columns = ", ".join(connection.ops.quote_name(each.column) for each in fields)
    places = ", ".join(["%s"] * len(fields))
    table = connection.ops.quote_name(model.db_table)
    statement = f"INSERT INTO {table} ({columns}) VALUES ({places})"  # noqa: S608
    values = [
        each.get_db_prep_save(getattr(one, each.attname), connection) for each in fields
    ]
    place = [each.attname for each in fields].index("number")

    def insert() -> None:
        with connection.cursor() as cursor:
            for n in range(size):
                values[place] = f"B-{n:07d}"
                cursor.execute(statement, values)

    insert_s, _ = seconds(insert)
    return {"insert_s": insert_s}
