"""Taking a request in: at the desk, or by the form on the portal (条例第二十九条)."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import PurePath
from typing import Any
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.db import transaction

from gongkai.casework.applicants import ApplicantData, new_applicants
from gongkai.casework.models import (
    CaseFile,
    CaseFileKind,
    CaseStep,
    DisclosureRequest,
    RequestChannel,
)
from gongkai.casework.numbers import take_number
from gongkai.casework.permissions import require
from gongkai.casework.query_codes import new_query_code, query_code_hash
from gongkai.casework.selectors.clock import (
    clock_settings_of,
    history_of,
    receipt_of,
)
from gongkai.casework.services.copies import put_copies
from gongkai.casework.services.journal import journal
from gongkai.casework.services.locking import locked, refuse_future, today_or
from gongkai.organs.encryption import fingerprint
from gongkai.organs.models import Office, Organ, Person
from gongkai.organs.roles import Action
from gongkai.organs.services import complaint_of
from gongkai.statute.clock import ClockError, StepKind
from gongkai.statute.clock.acts.receipt import needs_confirmation
from gongkai.statute.errors import GongkaiError

_DIRECT = {RequestChannel.IN_PERSON, RequestChannel.POST_SIGNED}


@transaction.atomic
def register_request(  # noqa: PLR0913 - the fields of the form, by their names
    *,
    organ: Organ,
    applicant_kind: str,
    channel: str,
    subject: str,
    submitted_on: date | None,
    received_on: date | None,
    applicant: ApplicantData,
    joint: Sequence[ApplicantData] = (),
    supply_form: str = "",
    office: Office | None = None,
    handler: Person | None = None,
    letter: str = "",
    is_oral: bool = False,
    receipt_evidence: str = "",
    files: Iterable["File[Any]"] = (),
    actor: Any,
    form_key: str = "",
    today: date | None = None,
) -> DisclosureRequest:
    """Register a request that came to the organ, with the receipt rule of its channel.

    ``received_on`` is the day handed in or signed for; for ordinary mail, fax, e-mail
    and the internet the day confirmed with the applicant, or None until then
    (条例第三十一条). ``joint`` are those who apply together with the first-named.
    ``is_oral``: the officer wrote it down for the applicant (第二十九条).
    ``receipt_evidence`` says by what the day of receipt is proved. A form sent twice
    with one ``form_key`` makes one request.
    """
    require(actor, Action.ADD, organ)
    key = submission_key(organ, form_key) if form_key else None
    if key and (first := _submitted_before(organ, key)):
        return first
    day = today_or(today)
    refuse_future(day, submitted_on, received_on)
    if is_oral and channel != RequestChannel.IN_PERSON:
        raise GongkaiError("口头提出的申请，渠道选“当面提交”，以填表之日为收到之日。")
    new = DisclosureRequest(
        organ=organ,
        applicant_kind=applicant_kind,
        channel=channel,
        subject=subject.strip(),
        submitted_on=submitted_on,
        received_on=_first_received(channel, submitted_on, received_on),
        supply_form=supply_form,
        office=office,
        handler=handler,
        letter=letter,
        is_oral=is_oral,
        receipt_evidence=receipt_evidence.strip(),
        submission_key=key,
    )
    _check_places(new)
    _take_in(new, (applicant, *joint), actor, day)
    add_files(new, files)
    journal(new, actor, "登记", channel=channel, received_on=new.received_on)
    return new


@transaction.atomic
def submit_online(  # noqa: PLR0913 - the fields of the form, by their names
    *,
    organ: Organ,
    applicant_kind: str,
    subject: str,
    supply_form: str,
    applicant: ApplicantData,
    joint: Sequence[ApplicantData] = (),
    files: Iterable["File[Any]"] = (),
    on: date,
    form_key: str,
) -> tuple[DisclosureRequest, str | None]:
    """Take a request from the portal; return it and its query code, told only now.

    ``form_key`` names the form that was filled in: a second submission of the same
    form makes nothing new and returns the first request with None.
    """
    key = submission_key(organ, form_key)
    if first := _submitted_before(organ, key):
        return first, None
    new = DisclosureRequest(
        organ=organ,
        applicant_kind=applicant_kind,
        channel=RequestChannel.ONLINE,
        subject=subject.strip(),
        submitted_on=on,
        supply_form=supply_form,
        submission_key=key,
    )
    _take_in(new, (applicant, *joint), None, on)
    add_files(new, files)
    code = _give_code(new)
    journal(new, None, "网上提交", channel=new.channel, submitted_on=on)
    return new, code


@transaction.atomic
def reissue_code_of_form(
    *, organ: Organ, form_key: str
) -> tuple[DisclosureRequest, str] | None:
    """Give the request that a form made a fresh code; None when the form made none.

    For whoever holds the form's key and lost the answer on the way: the code before,
    which nobody saw, opens nothing any more.
    """
    stored = _submitted_before(organ, submission_key(organ, form_key))
    if stored is None:
        return None
    code = _give_code(stored)
    journal(stored, None, "换发查询码")
    return stored, code


@transaction.atomic
def issue_query_code(*, disclosure_request: DisclosureRequest, actor: Any) -> str:
    """Give a request a new query code; the one before opens nothing any more."""
    stored = locked(disclosure_request)
    require(actor, Action.CHANGE, stored.organ)
    code = _give_code(stored)
    journal(stored, actor, "换发查询码")
    disclosure_request.refresh_from_db(fields=["query_code_hash"])
    return code


def add_files(
    disclosure_request: DisclosureRequest,
    files: Iterable["File[Any]"],
    kind: str = CaseFileKind.SUBMITTED,
) -> None:
    """Keep what the applicant attached, on disk under names that tell nothing."""
    for file in files:
        title = PurePath(file.name or "附件").name
        kept = CaseFile(
            disclosure_request=disclosure_request,
            kind=kind,
            title=title[-200:],
        )
        suffix = PurePath(title).suffix.lower()
        kept.file.save(f"{uuid4().hex}{suffix}", file, save=True)


def take_in_step(
    disclosure_request: DisclosureRequest, received_on: date | None, actor: Any
) -> None:
    """Keep the confirmation of the receipt as a step, where there was one."""
    if received_on is None:
        return
    settings = clock_settings_of(disclosure_request.organ)
    if needs_confirmation(receipt_of(disclosure_request), settings):
        CaseStep.objects.create(
            disclosure_request=disclosure_request,
            position=1,
            kind=StepKind.RECEIPT_CONFIRMED.value,
            on=received_on,
            recorded_by=actor,
        )


def check_request(new: DisclosureRequest) -> None:
    """Run the model's checks; an unconfirmed request has no day of receipt yet."""
    exclude = {"received_on"} if new.received_on is None else set()
    try:
        new.full_clean(exclude=exclude)
    except ValidationError as error:
        raise GongkaiError(complaint_of(error, new)) from error


def _take_in(
    new: DisclosureRequest,
    applicants: Sequence[ApplicantData],
    actor: Any,
    today: date,
) -> None:
    """Give a number, check and save a request with its applicants and first step."""
    first_day = new.received_on or new.submitted_on or today
    new.number = take_number(new.organ, first_day.year)
    check_request(new)
    new.save()
    new_applicants(new, applicants[0], applicants[1:])
    take_in_step(new, new.received_on, actor)
    settings = clock_settings_of(new.organ)
    put_copies(new, history_of(new, settings), today, settings)
    new.save()


def _first_received(
    channel: str, submitted_on: date | None, received_on: date | None
) -> date | None:
    """Return the day of receipt that the channel knows at once, or None.

    条例第三十一条: 当面提交的，以提交之日为收到之日；邮寄的，以签收之日为收到之日.
    """
    if submitted_on and received_on and received_on < submitted_on:
        raise ClockError(
            f"收到日期{received_on}早于提交日期{submitted_on}。请核对这两个日期。",
            article="31",
        )
    if channel == RequestChannel.IN_PERSON:
        received_on = received_on or submitted_on
    if channel in _DIRECT and received_on is None:
        raise ClockError(
            "没有写明收到日期。当面提交的填提交之日，邮寄的填签收之日。", article="31"
        )
    if submitted_on is None and received_on is None:
        raise ClockError("没有写明提交日期。请填写申请到达本机关的日期。", article="31")
    return received_on


def _check_places(new: DisclosureRequest) -> None:
    for place in (new.office, new.handler):
        if place is not None and place.organ_id != new.organ_id:
            raise GongkaiError(f"“{place}”不属于{new.organ}，请另选。")


def _give_code(disclosure_request: DisclosureRequest) -> str:
    code = new_query_code()
    disclosure_request.query_code_hash = query_code_hash(
        disclosure_request.number, code
    )
    disclosure_request.save(update_fields=["query_code_hash"])
    return code


def _submitted_before(organ: Organ, key: str) -> DisclosureRequest | None:
    """Return what the form has made already; a double submission waits here for it."""
    Organ.objects.select_for_update(no_key=True).get(pk=organ.pk)
    return DisclosureRequest.objects.filter(submission_key=key).first()


def submission_key(organ: Organ, form_key: str) -> str:
    """Return what a form is known by when it comes a second time."""
    if not form_key:
        raise GongkaiError("表单已经失效，请刷新页面后重新填写。")
    return fingerprint(f"{organ.code}\0{form_key}", purpose="casework.form")
