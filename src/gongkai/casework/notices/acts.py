"""What every act on a notice shares: the lock and the journal.

The journal tells kind, number and days; never a name, an element or the text.
"""

from datetime import date
from typing import Any

from django.utils import timezone

from gongkai.audit.models import AuditEntry
from gongkai.audit.services import record as record_in_journal
from gongkai.casework.models import (
    CaseworkSettings,
    DisclosureRequest,
    Notice,
    NoticeStatus,
)
from gongkai.casework.permissions import REGISTER
from gongkai.statute.errors import GongkaiError
from gongkai.statute.notices import notice_kind

WRITING = ("起草文书", "填写文书", "文书定稿")


def locked(notice: Notice, *statuses: NoticeStatus) -> Notice:
    """Return the notice as stored, locked, in one of the statuses; or refuse."""
    stored = (
        Notice.objects.select_for_update(of=("self",))
        .select_related("disclosure_request__organ")
        .get(pk=notice.pk)
    )
    if stored.status not in statuses:
        wanted = "、".join(status.label for status in statuses)
        raise GongkaiError(
            f"这份文书现在是“{stored.get_status_display()}”，这一步只在{wanted}时办理。"
            "请刷新页面再看。"
        )
    return stored


def refresh_like(notice: Notice, stored: Notice) -> Notice:
    """Bring the caller's object up to what was stored, and return it."""
    for field in Notice._meta.concrete_fields:  # noqa: SLF001
        setattr(notice, field.attname, getattr(stored, field.attname))
    return notice


def journal(notice: Notice, action: str, actor: Any, **detail: Any) -> None:
    """Put an act on a notice among those of its case."""
    case = notice.disclosure_request
    record_in_journal(
        actor=actor,
        action=action,
        subject=REGISTER,
        subject_key=case.number,
        organ_code=case.organ.code,
        detail={
            "notice": notice.pk,
            "title": notice_kind(notice.kind).title,
            "document_number": notice.number,
            **detail,
        },
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


def refuse_future(day: date, what: str) -> None:
    """Refuse a day that has not come."""
    if day > timezone.localdate():
        raise GongkaiError(f"{what}{day}还没有到，请核对日期。")
