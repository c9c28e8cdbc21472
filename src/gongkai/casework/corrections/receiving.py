"""Taking a correction in: who, which record, what is wrong with it, the evidence."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from gongkai.casework.applicants import ApplicantData, save_applicant
from gongkai.casework.corrections.acts import journal, opened
from gongkai.casework.corrections.due_days import due_day_of
from gongkai.casework.inside import check_upload
from gongkai.casework.models import (
    CorrectionFile,
    CorrectionPerson,
    DisclosureRequest,
    RecordCorrection,
)
from gongkai.casework.models.number_series import Register
from gongkai.casework.numbers import take_number
from gongkai.casework.permissions import require_for_correction
from gongkai.casework.services.locking import refuse_future, today_or
from gongkai.organs.models import Organ, Person
from gongkai.organs.roles import Action
from gongkai.organs.services import check_record
from gongkai.statute.articles import cite
from gongkai.statute.errors import GongkaiError, StatuteError


@dataclass(frozen=True)
class CorrectionData:
    """What is asked: the record by its name, what is wrong in it, and the evidence."""

    record: str
    inaccuracy: str
    evidence: str


@transaction.atomic
def receive_correction(  # noqa: PLR0913 - the fields of the form, by their names
    *,
    organ: Organ,
    person_kind: str,
    channel: str,
    received_on: date,
    asked: CorrectionData,
    person: ApplicantData,
    files: Iterable[UploadedFile] = (),
    handler: Person | None = None,
    disclosure_request: DisclosureRequest | None = None,
    actor: Any,
    today: date | None = None,
) -> RecordCorrection:
    """Register that somebody asks to correct what is recorded about him.

    条例第四十一条 wants evidence: without a word on it nothing is registered. Raises
    ``GongkaiError`` and writes nothing for a day to come or a file that is not what
    its name says.
    """
    require_for_correction(actor, Action.ADD, organ)
    refuse_future(today_or(today), received_on)
    _check_asked(asked)
    if handler is not None and handler.organ_id != organ.pk:
        raise GongkaiError(f"“{handler}”不属于{organ}，请另选。")
    new = RecordCorrection(
        organ=organ,
        number=take_number(organ, received_on.year, Register.CORRECTIONS),
        person_kind=person_kind,
        channel=channel,
        received_on=received_on,
        due_on=due_day_of(organ, received_on),
        handler=handler,
        disclosure_request=disclosure_request,
        **{name: text.strip() for name, text in vars(asked).items()},
    )
    check_record(new)
    new.save()
    save_applicant(CorrectionPerson(correction=new), person)
    _keep(new, files, actor)
    journal(new, actor, "登记", channel=channel, received_on=received_on)
    return new


@transaction.atomic
def add_evidence(
    *, correction: RecordCorrection, files: Iterable[UploadedFile], actor: Any
) -> None:
    """Put more evidence to the correction."""
    stored = opened(correction, actor, None)
    _keep(stored, files, actor)
    journal(stored, actor, "存入证据")


def _keep(
    correction: RecordCorrection, files: Iterable[UploadedFile], actor: Any
) -> None:
    for file in files:
        check_upload(file)
        CorrectionFile.objects.create(
            correction=correction,
            title=str(file.name)[-200:],
            file=file,
            uploaded_by=actor,
        )


def _check_asked(asked: CorrectionData) -> None:
    wanting = {
        "要求更正的记录": asked.record,
        "不准确之处和要求": asked.inaccuracy,
        "证据": asked.evidence,
    }
    if missing := [label for label, text in wanting.items() if not text.strip()]:
        raise StatuteError(
            f"还没有写明{'、'.join(missing)}。请补齐；申请人没有提供的，请他补充。",
            article=cite("41"),
        )
