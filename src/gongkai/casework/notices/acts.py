"""What every act on a notice shares: the journal, the settings, who wrote it.

The journal tells kind, number and days; never a name, an element or the text.
"""

from typing import Any

from gongkai.audit.models import AuditEntry
from gongkai.casework.models import CaseworkSettings, DisclosureRequest, Notice
from gongkai.casework.permissions import REGISTER
from gongkai.casework.services.journal import journal
from gongkai.statute.notices import notice_kind

WRITING = ("起草文书", "填写文书", "文书定稿")


def refresh_like(notice: Notice, stored: Notice) -> Notice:
    """Bring the caller's object up to what was stored, and return it."""
    for field in Notice._meta.concrete_fields:  # noqa: SLF001
        setattr(notice, field.attname, getattr(stored, field.attname))
    return notice


def journal_notice(notice: Notice, action: str, actor: Any, **detail: Any) -> None:
    """Put an act on a notice among those of its case."""
    journal(
        notice.disclosure_request,
        actor,
        action,
        notice=notice.pk,
        title=notice_kind(notice.kind).title,
        document_number=notice.number,
        **detail,
    )


def has_written(actor: Any, notice: Notice) -> bool:
    """Return whether the account had a hand in the text."""
    if notice.made_by_id == actor.pk:
        return True
    case = notice.disclosure_request
    return AuditEntry.objects.filter(
        subject=REGISTER,
        subject_key=case.number,
        organ_code=case.organ.code,
        action__in=WRITING,
        actor=actor,
        detail__notice=notice.pk,
    ).exists()


def settings_of(disclosure_request: DisclosureRequest) -> CaseworkSettings:
    """Return the organ's settings, or the defaults."""
    organ = disclosure_request.organ
    found = CaseworkSettings.objects.filter(organ=organ).first()
    return found or CaseworkSettings(organ=organ)
