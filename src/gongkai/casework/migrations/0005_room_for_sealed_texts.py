"""Sealed texts are longer than plain ones: first the room, then (0006) the sealing."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("casework", "0004_query_codes_found_by_hash")]

    operations = [
        migrations.AlterField(
            model_name="casestep",
            name="party",
            field=models.TextField(blank=True, verbose_name="征求对象"),
        ),
        migrations.AlterField(
            model_name="casefile",
            name="title",
            field=models.TextField(verbose_name="名称"),
        ),
    ]
