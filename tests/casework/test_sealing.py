"""What steps and files tell of persons is sealed, also what was there before."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection

from factories.casework import DisclosureRequestFactory, registered
from gongkai.casework.models import CaseFile, CaseStep

pytestmark = pytest.mark.django_db

MIGRATION = import_module(
    "gongkai.casework.migrations.0006_seal_step_texts_and_file_titles"
)
EDITOR = SimpleNamespace(connection=connection)


def stored(table, *columns):
    """Return a row of the table as the database keeps it."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(columns)} FROM {table}")  # noqa: S608
        return cursor.fetchone()


def make_step(**fields):
    return CaseStep.objects.create(
        disclosure_request=DisclosureRequestFactory(),
        position=1,
        kind="third_party_consulted",
        on="2022-03-29",
        **fields,
    )


def test_step_texts_are_sealed_in_the_database():
    step = make_step(party="第三方乔某", note="电话0000-1234567")

    row = stored("casework_casestep", "party", "note")
    assert [text[:3] for text in row] == ["g1:", "g1:"]
    step.refresh_from_db()
    assert (step.party, step.note) == ("第三方乔某", "电话0000-1234567")


def test_file_and_its_title_are_sealed():
    kept = CaseFile(disclosure_request=registered(), kind="submitted", title="证件.pdf")
    kept.file.save("x.pdf", ContentFile(b"%PDF-1.7 lin"))

    assert stored("casework_casefile", "title")[0][:3] == "g1:"
    with default_storage.open(kept.file.name) as on_disk:
        assert b"%PDF" not in on_disk.read()


def test_migration_seals_what_was_plain_and_opens_it_again():
    step = make_step()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE casework_casestep SET party = %s", ["第三方乔某"])

    MIGRATION.seal(apps, EDITOR)
    step.refresh_from_db()
    MIGRATION.unseal(apps, EDITOR)

    assert step.party == "第三方乔某"
    assert stored("casework_casestep", "party", "note") == ("第三方乔某", "")


def test_migration_goes_batch_by_batch(monkeypatch):
    monkeypatch.setattr(MIGRATION, "_BATCH", 2)
    for number in range(5):
        make_step(note=f"说明{number}")

    MIGRATION.unseal(apps, EDITOR)
    MIGRATION.seal(apps, EDITOR)

    notes = CaseStep.objects.order_by("pk").values_list("note", flat=True)
    assert list(notes) == [f"说明{number}" for number in range(5)]
