"""One letter with several requests: cases of one receipt (一事一申请)."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction

from gongkai.casework.models import (
    Applicant,
    CaseFile,
    CaseStep,
    DisclosureRequest,
    JointApplicant,
)
from gongkai.casework.numbers import take_number
from gongkai.casework.permissions import require
from gongkai.casework.selectors.clock import clock_settings_of, history_of
from gongkai.casework.selectors.similar import may_be_split
from gongkai.casework.services.copies import put_copies
from gongkai.casework.services.journal import journal
from gongkai.casework.services.locking import locked, today_or
from gongkai.casework.services.registration import check_request
from gongkai.organs.roles import Action
from gongkai.statute.errors import GongkaiError

#: What the parts have in common with the letter that they came in.
_SHARED = (
    "organ",
    "applicant_kind",
    "channel",
    "is_oral",
    "receipt_evidence",
    "submitted_on",
    "received_on",
    "supply_form",
    "office",
    "handler",
)


@transaction.atomic
def split_letter(
    *,
    disclosure_request: DisclosureRequest,
    subjects: Sequence[str],
    actor: Any,
    version: int | None = None,
    today: date | None = None,
) -> list[DisclosureRequest]:
    """Split a request into one case for each subject; return all of them.

    The request keeps the first subject. Each case has the receipt of the letter, a
    number, a clock and an outcome of its own; ``letter`` ties them together. The files
    of the letter stand in every part: rows of their own, the same files on disk.
    """
    stored = locked(disclosure_request, version)
    require(actor, Action.CHANGE, stored.organ)
    parts = [subject.strip() for subject in subjects if subject.strip()]
    _check_split(stored, parts)
    stored.letter = stored.letter or stored.number
    stored.subject = parts[0]
    stored.version += 1
    check_request(stored)
    stored.save(update_fields=["letter", "subject", "version", "updated_at"])
    day = today_or(today)
    others = [_part(stored, subject, actor, day) for subject in parts[1:]]
    journal(stored, actor, "拆分来件", parts=[other.number for other in others])
    for field in ("letter", "subject", "version"):
        setattr(disclosure_request, field, getattr(stored, field))
    return [disclosure_request, *others]


def _check_split(stored: DisclosureRequest, parts: list[str]) -> None:
    if len(parts) < 2:  # noqa: PLR2004 - a part and another
        raise GongkaiError("拆分至少要有两项申请内容。请逐项填写。")
    if not may_be_split(stored):
        raise GongkaiError(
            f"申请{stored}已经开始办理，不能再拆分。请在登记后、办理前拆分。"
        )


def _part(
    stored: DisclosureRequest, subject: str, actor: Any, today: date
) -> DisclosureRequest:
    shared = {field: getattr(stored, field) for field in _SHARED}
    part = DisclosureRequest(subject=subject, letter=stored.letter, **shared)
    first_day = stored.received_on or stored.submitted_on or today
    part.number = take_number(stored.organ, first_day.year)
    check_request(part)
    part.save()
    _copy(Applicant.objects.filter(disclosure_request=stored), part)
    _copy(JointApplicant.objects.filter(disclosure_request=stored), part)
    _copy(CaseStep.objects.filter(disclosure_request=stored), part)
    _copy(CaseFile.objects.filter(disclosure_request=stored), part)
    settings = clock_settings_of(part.organ)
    put_copies(part, history_of(part, settings), today, settings)
    part.save()
    journal(part, actor, "登记", letter=part.letter, received_on=part.received_on)
    return part


def _copy(rows: Any, part: DisclosureRequest) -> None:
    """Save the same rows once more, for another request."""
    for row in rows:
        row.pk = None
        row._state.adding = True  # noqa: SLF001 - Django's own way to copy a row
        row.disclosure_request = part
        row.save()
