"""Who applies, as the acts take it, and how the same applicant is known again."""

import unicodedata
from dataclasses import dataclass

from django.core.exceptions import ValidationError

from gongkai.casework.models import Applicant, DisclosureRequest
from gongkai.organs.encryption import fingerprint
from gongkai.organs.services import complaint_of
from gongkai.statute.errors import GongkaiError

_PURPOSE = "casework.applicant"


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


def new_applicant(
    disclosure_request: DisclosureRequest, applicant: ApplicantData
) -> Applicant:
    """Save who applied, sealed."""
    if not applicant.name.strip():
        raise GongkaiError("没有写明申请人。请填写姓名或者名称。")
    record = Applicant(
        disclosure_request=disclosure_request,
        fingerprint=applicant_fingerprint(applicant),
        **vars(applicant),
    )
    try:
        record.full_clean(exclude={"disclosure_request"})
    except ValidationError as error:
        raise GongkaiError(complaint_of(error, record)) from error
    record.save()
    return record


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).upper()
    return "".join(letter for letter in folded if letter.isalnum() or letter in "@.")
