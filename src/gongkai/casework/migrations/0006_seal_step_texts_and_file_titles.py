"""Seal what was kept in plain, batch by batch; backwards it is opened again.

Rows without such a text, which are most, are not read.
"""

from collections.abc import Callable, Iterator
from typing import Any

from django.db import migrations, models

import gongkai.organs.encryption
import gongkai.organs.sealed_files

_BATCH = 2000
_SEALED = (
    ("CaseStep", "party"),
    ("CaseStep", "note"),
    ("CaseFile", "title"),
)


def seal(apps: Any, schema_editor: Any) -> None:
    _rewrite(apps, schema_editor, gongkai.organs.encryption.encrypt)


def unseal(apps: Any, schema_editor: Any) -> None:
    _rewrite(apps, schema_editor, gongkai.organs.encryption.decrypt)


def _rewrite(apps: Any, schema_editor: Any, change: Callable[..., str]) -> None:
    for model_name, field in _SEALED:
        table = apps.get_model("casework", model_name)._meta.db_table
        purpose = f"casework.{model_name.lower()}.{field}"
        for rows in _batches(schema_editor.connection, table, field):
            changed = [(change(text, purpose=purpose), pk) for pk, text in rows]
            with schema_editor.connection.cursor() as cursor:
                cursor.executemany(
                    f'UPDATE "{table}" SET "{field}" = %s WHERE "id" = %s', changed
                )


def _batches(
    connection: Any, table: str, field: str
) -> Iterator[list[tuple[int, str]]]:
    """Yield the texts by primary key; no cursor stays open while they are changed."""
    last = 0
    while True:
        with connection.cursor() as cursor:
            cursor.execute(
                f'SELECT "id", "{field}" FROM "{table}" WHERE "id" > %s '
                f'AND "{field}" <> %s ORDER BY "id" LIMIT {_BATCH}',
                [last, ""],
            )
            rows = cursor.fetchall()
        if not rows:
            return
        yield rows
        last = rows[-1][0]


def _sealed(model_name: str, name: str, **options: Any) -> Any:
    field = gongkai.organs.encryption.EncryptedTextField(**options)
    return migrations.AlterField(model_name=model_name, name=name, field=field)


class Migration(migrations.Migration):
    dependencies = [("casework", "0005_room_for_sealed_texts")]

    operations = [
        migrations.RunPython(seal, unseal),
        migrations.SeparateDatabaseAndState(
            state_operations=[
                _sealed(
                    "casestep",
                    "party",
                    blank=True,
                    max_length=120,
                    verbose_name="征求对象",
                ),
                _sealed("casestep", "note", blank=True, verbose_name="说明"),
                _sealed("casefile", "title", max_length=200, verbose_name="名称"),
                migrations.AlterField(
                    model_name="casefile",
                    name="file",
                    field=models.FileField(
                        storage=gongkai.organs.sealed_files.SealedStorage(),
                        upload_to="casework/%Y/%m/",
                        verbose_name="文件",
                    ),
                ),
            ]
        ),
    ]
