"""How a notice stands, as a chip, and the notices of a case as its page lists them."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from gongkai.casework.models import DisclosureRequest, Notice, NoticeStatus
from gongkai.desk.registers.chips import Chip, Tone
from gongkai.statute.notices import notice_kind

_TONES = {
    NoticeStatus.DRAFT: Tone.PLAIN,
    NoticeStatus.AWAITING_APPROVAL: Tone.WAITING,
    NoticeStatus.APPROVED: Tone.DUE,
    NoticeStatus.SENT: Tone.DONE,
}


def notice_chip(notice: Notice) -> Chip:
    """Return how a notice stands; what is approved waits to be sent."""
    if getattr(notice, "is_revoked", False):
        return Chip("已撤销", Tone.PLAIN)
    return Chip(notice.get_status_display(), _TONES[NoticeStatus(notice.status)])


def with_revoked(found: QuerySet[Notice]) -> QuerySet[Notice]:
    """Return the notices, sealed texts left out, saying which were taken back."""
    later = Notice.objects.filter(supersedes=OuterRef("pk"), status=NoticeStatus.SENT)
    return found.defer("elements", "text", "supersede_reason").annotate(
        is_revoked=Exists(later)
    )


@dataclass(frozen=True)
class NoticeLine:
    """A notice in the list of its case."""

    pk: int
    title: str
    number: str
    dated_on: date | None
    chip: Chip


def notices_of(case: DisclosureRequest) -> list[NoticeLine]:
    """Return the notices of a case, the newest first."""
    return [
        NoticeLine(
            one.pk,
            notice_kind(one.kind).title,
            one.number,
            one.dated_on,
            notice_chip(one),
        )
        for one in with_revoked(case.notices.all()).order_by("-pk")
    ]
