"""Make the tables of an empty database, and the place of collected files."""

from django.conf import settings
from django.core.management import call_command


def run() -> None:
    call_command("migrate", verbosity=0, interactive=False)
    settings.STATIC_ROOT.mkdir(exist_ok=True)
