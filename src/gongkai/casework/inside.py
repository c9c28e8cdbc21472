"""What colleagues do on a case inside the organ: notes, questions, files, reading.

None of it moves the clock; all of it is journaled, without personal data.
"""

import zipfile
from datetime import date
from pathlib import PurePath
from typing import Any
from uuid import uuid4

from django.core.files.base import File
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from gongkai.casework.models import (
    Applicant,
    CaseFile,
    DisclosureRequest,
    InternalNote,
    UnitConsultation,
)
from gongkai.casework.permissions import require
from gongkai.casework.services.journal import journal
from gongkai.organs.models import Office, Person
from gongkai.organs.roles import Action
from gongkai.organs.services import change_record, check_record
from gongkai.statute.errors import GongkaiError

MOST_MEGABYTES = 30
MOST_UNPACKED_MEGABYTES = 300
#: What a file begins with, for the kinds that tell.
_BEGINNINGS = {
    "pdf": (b"%PDF-",),
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
    "png": (b"\x89PNG",),
    "docx": (b"PK\x03\x04",),
    "xlsx": (b"PK\x03\x04",),
    "ofd": (b"PK\x03\x04",),
    "zip": (b"PK\x03\x04",),
    "doc": (b"\xd0\xcf\x11\xe0",),
    "wps": (b"\xd0\xcf\x11\xe0", b"PK\x03\x04"),
    "xls": (b"\xd0\xcf\x11\xe0",),
}


@transaction.atomic
def add_note(
    *, disclosure_request: DisclosureRequest, text: str, actor: Any
) -> InternalNote:
    """Keep a note for colleagues; it never leaves the organ."""
    _require(disclosure_request, actor)
    note = InternalNote(
        disclosure_request=disclosure_request, text=text.strip(), account=actor
    )
    check_record(note)
    note.save()
    journal(disclosure_request, actor, "登记备忘")
    return note


@transaction.atomic
def ask_office(
    *,
    disclosure_request: DisclosureRequest,
    office: Office,
    question: str,
    asked_on: date,
    due_on: date,
    actor: Any,
) -> UnitConsultation:
    """Ask an office of the organ, with a due day of its own."""
    _require(disclosure_request, actor)
    if office.organ_id != disclosure_request.organ_id:
        raise GongkaiError("只能征询本机关的股室。征求其他机关意见，请用办理步骤登记。")
    if due_on < asked_on:
        raise GongkaiError(
            f"要求回复日期{due_on}早于征询日期{asked_on}。请改正其中一个。"
        )
    consultation = UnitConsultation(
        disclosure_request=disclosure_request,
        office=office,
        question=question.strip(),
        asked_on=asked_on,
        due_on=due_on,
    )
    check_record(consultation)
    consultation.save()
    journal(disclosure_request, actor, "征询股室", office=str(office))
    return consultation


@transaction.atomic
def answer_for_office(
    *, consultation: UnitConsultation, answer: str, answered_on: date, actor: Any
) -> UnitConsultation:
    """Keep what the office answered."""
    _require(consultation.disclosure_request, actor)
    if answered_on < consultation.asked_on:
        raise GongkaiError(
            f"回复日期{answered_on}早于征询日期{consultation.asked_on}。请改正回复日期。"
        )
    consultation.answer = answer.strip()
    consultation.answered_on = answered_on
    check_record(consultation)
    consultation.save()
    journal(
        consultation.disclosure_request,
        actor,
        "登记股室回复",
        office=str(consultation.office),
    )
    return consultation


@transaction.atomic
def assign(
    *,
    disclosure_request: DisclosureRequest,
    office: Office | None,
    handler: Person | None,
    actor: Any,
) -> DisclosureRequest:
    """Say which office and who handles the case."""
    _require(disclosure_request, actor)
    stored = DisclosureRequest.objects.select_for_update().get(pk=disclosure_request.pk)
    for chosen in (office, handler):
        if chosen is not None and chosen.organ_id != stored.organ_id:
            raise GongkaiError("承办股室和承办人应当是本机关的。请重新选择。")
    stored.office, stored.handler = office, handler
    change_record(record=stored, actor=actor)
    return stored


@transaction.atomic
def add_file(
    *,
    disclosure_request: DisclosureRequest,
    kind: str,
    title: str,
    file: UploadedFile,
    actor: Any,
) -> CaseFile:
    """Put a file into the case; it has to be what its name says."""
    _require(disclosure_request, actor)
    check_upload(file)
    name = PurePath(str(file.name))
    kept = CaseFile(
        disclosure_request=disclosure_request,
        kind=kind,
        title=title.strip() or name.name,
        file=File(file, f"{uuid4().hex}{name.suffix.lower()}"),
        uploaded_by=actor,
    )
    check_record(kept)
    kept.save()
    journal(disclosure_request, actor, "存入案卷材料", kind=kept.get_kind_display())
    return kept


def check_upload(file: UploadedFile) -> None:
    """Refuse a file that is too large, empty or not what its name says."""
    name = str(file.name)
    suffix = PurePath(name).suffix.lower().removeprefix(".")
    beginnings = _BEGINNINGS.get(suffix)
    if beginnings is None:
        raise GongkaiError(
            f"“{name}”这类文件不能存入案卷。请换成PDF、OFD、文档、表格、图片或ZIP。"
        )
    if (file.size or 0) > MOST_MEGABYTES * 1024 * 1024:
        raise GongkaiError(
            f"“{name}”超过{MOST_MEGABYTES}兆字节。请压缩或者拆分后再传。"
        )
    if not file.size:
        raise GongkaiError(f"“{name}”是空文件。请重新选择。")
    if swells(file):
        raise GongkaiError(f"“{name}”解压后太大，不能存入案卷。请换成其他文件。")
    head = file.read(8)
    file.seek(0)
    if not head.startswith(beginnings):
        raise GongkaiError(
            f"“{name}”的内容不是{suffix.upper()}文件。请核对文件，另存后再传。"
        )


def swells(file: UploadedFile) -> bool:
    """Say whether a packed file would grow beyond all measure when it is opened."""
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as packed:
            unpacked = sum(part.file_size for part in packed.infolist())
    except (zipfile.BadZipFile, OSError, ValueError):
        return False
    finally:
        file.seek(0)
    return unpacked > MOST_UNPACKED_MEGABYTES * 1024 * 1024


@transaction.atomic
def read_applicant(
    *, disclosure_request: DisclosureRequest, actor: Any
) -> Applicant | None:
    """Return who applied, and journal that it was read."""
    _require(disclosure_request, actor)
    applicant = Applicant.objects.filter(disclosure_request=disclosure_request).first()
    if applicant is not None:
        journal(disclosure_request, actor, "查看申请人")
    return applicant


def _require(disclosure_request: DisclosureRequest, actor: Any) -> None:
    require(actor, Action.CHANGE, disclosure_request.organ)
