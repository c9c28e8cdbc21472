"""Tallies last a day at most: the table goes, and nothing is carried over."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("portal", "0001_tallies")]

    operations = [migrations.DeleteModel(name="Tally")]
