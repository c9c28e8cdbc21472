"""Taking back a notice that went out wrong, by another one that says so."""

from gongkai.casework.models import DisclosureRequest, Notice, NoticeStatus
from gongkai.casework.notices.case_facts import reference_to
from gongkai.statute.errors import GongkaiError
from gongkai.statute.notices import revocation


def check_superseding(
    disclosure_request: DisclosureRequest, earlier: Notice, reason: str
) -> None:
    """Refuse to take back what did not go out, went with another case, or is gone."""
    if earlier.disclosure_request_id != disclosure_request.pk:
        raise GongkaiError("只能撤销本案的文书。请从本案的文书打开。")
    if earlier.status != NoticeStatus.SENT:
        raise GongkaiError("这份文书还没有送出，不用另发文书，退回起草修改即可。")
    if Notice.objects.filter(supersedes=earlier).exists():
        raise GongkaiError("已经起草了撤销这份文书的文书，请在那一份上接着办。")
    if not reason.strip():
        raise GongkaiError("撤销已经送出的文书要写明理由，理由写进新的文书。请补上。")


def revokes(notice: Notice) -> str:
    """Return the sentence by which the notice takes back another; empty if none."""
    if notice.supersedes is None:
        return ""
    return revocation(reference_to(notice.supersedes), notice.supersede_reason)


def is_revoked(notice: Notice) -> bool:
    """Return whether a notice that takes this one back has gone out."""
    return Notice.objects.filter(supersedes=notice, status=NoticeStatus.SENT).exists()
