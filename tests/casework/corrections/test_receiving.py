from dataclasses import replace
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from factories.casework import registered
from factories.corrections import ASKED, received
from factories.organs import OrganFactory, account_with_role
from gongkai.audit.models import AuditEntry
from gongkai.casework.corrections import add_evidence, read_person, refresh_due_days
from gongkai.casework.models import CaseworkSettings, RecordCorrection
from gongkai.organs.roles import Role
from gongkai.statute.errors import GongkaiError

pytestmark = pytest.mark.django_db


def test_corrections_have_a_series_of_their_own():
    organ = OrganFactory()
    request = registered(date(2024, 9, 2), organ=organ)

    numbers = [received(organ)[0].number for _ in range(2)]

    assert (request.number, numbers) == ("2024-0001", ["GZ2024-0001", "GZ2024-0002"])


def test_the_due_day_is_the_twentieth_working_day_unless_the_organ_says_otherwise():
    usual, _ = received()
    organ = OrganFactory()
    CaseworkSettings.objects.create(organ=organ, correction_working_days=10)

    quick, _ = received(organ)

    assert (usual.due_on, quick.due_on) == (date(2024, 9, 30), date(2024, 9, 14))


def test_another_setting_moves_the_due_days_of_open_corrections():
    correction, _ = received()
    organ = correction.organ
    CaseworkSettings.objects.create(organ=organ, correction_working_days=10)

    moved = refresh_due_days([organ])

    correction.refresh_from_db()
    assert (moved, correction.due_on) == (1, date(2024, 9, 14))
    assert refresh_due_days([organ]) == 0


@pytest.mark.parametrize("missing", ["record", "inaccuracy", "evidence"])
def test_without_evidence_or_claim_nothing_is_registered(missing):
    with pytest.raises(GongkaiError, match="还没有写明"):
        received(asked=replace(ASKED, **{missing: " "}))

    assert RecordCorrection.objects.count() == 0


def test_a_day_to_come_is_refused():
    with pytest.raises(GongkaiError, match="日期不能晚于今天"):
        received(on=date(2024, 9, 2), today=date(2024, 9, 1))


def test_the_database_tells_neither_the_person_nor_the_claim():
    correction, _ = received()

    with connection.cursor() as cursor:
        cursor.execute("SELECT inaccuracy, evidence FROM casework_recordcorrection")
        claim = "".join(cursor.fetchone())
        cursor.execute("SELECT name, phone FROM casework_correctionperson")
        person = "".join(cursor.fetchone())

    assert correction.person.name == "林小满"
    assert "1990" in correction.inaccuracy
    assert [word in claim + person for word in ("1990", "户口", "林", "138")] == (
        [False] * 4
    )


def test_evidence_is_what_its_name_says(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    correction, officer = received()
    good = SimpleUploadedFile("户口簿.pdf", b"%PDF-1.7")
    bad = SimpleUploadedFile("户口簿.pdf", b"MZ")

    add_evidence(correction=correction, files=[good], actor=officer)
    with pytest.raises(GongkaiError, match="内容不是PDF文件"):
        add_evidence(correction=correction, files=[bad], actor=officer)

    kept = correction.files.get()
    assert kept.file.read() == b"%PDF-1.7"
    assert b"%PDF" not in (tmp_path / kept.file.name).read_bytes()


def test_reading_who_asks_is_journaled():
    correction, officer = received()

    person = read_person(correction=correction, actor=officer)

    last = AuditEntry.objects.order_by("pk").last()
    assert person.name == "林小满"
    assert (last.action, last.subject_key) == ("查看申请人", correction.number)


def test_who_has_no_part_in_the_organ_registers_nothing():
    stranger = account_with_role(Role.OGI_OFFICER, OrganFactory())

    with pytest.raises(GongkaiError, match="没有办理"):
        received(actor=stranger)
