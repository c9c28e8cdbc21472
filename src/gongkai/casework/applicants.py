"""Who applies, as the acts take it, and how the same applicant is known again."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

from django.core.exceptions import ValidationError

from gongkai.casework.models import (
    Applicant,
    CorrectionPerson,
    DisclosureRequest,
    JointApplicant,
)
from gongkai.organs.encryption import fingerprint
from gongkai.organs.services import complaint_of
from gongkai.statute.errors import GongkaiError

_PURPOSE = "casework.applicant"
#: How many persons may join the first-named (docs/interpretations/0042).
MOST_JOINT = 4
_BATCH = 500


@dataclass(frozen=True)
class ApplicantData:
    """What 条例第二十九条第二款第一项 asks of the applicant, unsealed."""

    name: str
    identity_kind: str = ""
    identity_number: str = ""
    contact_person: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    needs_assistance: bool = False


def applicant_fingerprint(applicant: ApplicantData) -> str:
    """Return what knows the applicant again; empty where a name is all there is.

    The identity number, or else the name with telephone or e-mail: a name alone may
    be anybody's.
    """
    if number := _plain(applicant.identity_number):
        return fingerprint(f"number {number}", purpose=_PURPOSE)
    contact = _plain(applicant.phone) or _plain(applicant.email)
    if not contact:
        return ""
    return fingerprint(f"name {_plain(applicant.name)} {contact}", purpose=_PURPOSE)


def new_applicants(
    disclosure_request: DisclosureRequest,
    applicant: ApplicantData,
    joint: Iterable[ApplicantData] = (),
) -> Applicant:
    """Save who applied, sealed: the first-named, and those who join him."""
    others = list(joint)
    if len(others) > MOST_JOINT:
        raise GongkaiError(
            f"一件申请最多由{MOST_JOINT + 1}人共同提出。请推选代表提出，或者分别申请。"
        )
    first = Applicant(disclosure_request=disclosure_request)
    save_applicant(first, applicant)
    for position, other in enumerate(others, 2):
        row = JointApplicant(disclosure_request=disclosure_request, position=position)
        save_applicant(row, other)
    return first


def applicants_of(
    disclosure_request: DisclosureRequest,
) -> list[Applicant | JointApplicant]:
    """Return all who applied, the first-named first; none of an old ledger's row."""
    first = Applicant.objects.filter(disclosure_request=disclosure_request)
    return [*first, *disclosure_request.joint_applicants.all()]


def save_applicant(
    record: Applicant | JointApplicant | CorrectionPerson, applicant: ApplicantData
) -> None:
    """Fill a record of a person with what is known of him, check and save it."""
    if not applicant.name.strip():
        raise GongkaiError("没有写明申请人。请填写姓名或者名称。")
    for name, value in vars(applicant).items():
        setattr(record, name, value)
    record.fingerprint = applicant_fingerprint(applicant)
    try:
        record.full_clean(exclude={"disclosure_request", "correction"})
    except ValidationError as error:
        raise GongkaiError(complaint_of(error, record)) from error
    record.save()


def save_applicants(applicants: Sequence[Applicant]) -> None:
    """Save the first-named of many requests, new or changed, as a table tells them."""
    for one in applicants:
        who = {each.name: getattr(one, each.name) for each in fields(ApplicantData)}
        one.fingerprint = applicant_fingerprint(ApplicantData(**who))
    Applicant.objects.bulk_create(
        applicants,
        batch_size=_BATCH,
        update_conflicts=True,
        unique_fields=["disclosure_request"],
        update_fields=[*(each.name for each in fields(ApplicantData)), "fingerprint"],
    )


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).upper()
    return "".join(letter for letter in folded if letter.isalnum() or letter in "@.")
