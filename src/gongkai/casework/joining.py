"""并案: a second request of the same applicant for the same, while the first is open.

第三十六条第（六）项 refuses a repeat only after an answer; before it the two are
handled together (docs/interpretations/0061-withdrawal-and-joining.md). Each keeps its
number, clock and outcome.
"""

from typing import Any

from django.db import transaction

from gongkai.casework.models import Applicant, DisclosureRequest
from gongkai.casework.permissions import require
from gongkai.casework.services.journal import journal
from gongkai.casework.services.locking import locked
from gongkai.organs.roles import Action
from gongkai.statute.errors import GongkaiError


@transaction.atomic
def join_requests(
    *,
    disclosure_request: DisclosureRequest,
    first: DisclosureRequest,
    actor: Any,
    version: int | None = None,
) -> DisclosureRequest:
    """Tie a request to the earlier open one of the same applicant.

    Raises ``GongkaiError`` for one that has ended, is another applicant's or another
    organ's, or is itself joined to a third.
    """
    stored = locked(disclosure_request, version)
    require(actor, Action.CHANGE, stored.organ)
    earlier = locked(first)
    _check(stored, earlier)
    stored.joined_to = earlier
    _save(stored, disclosure_request)
    journal(stored, actor, "并案", with_request=earlier.number)
    journal(earlier, actor, "并案", with_request=stored.number)
    return disclosure_request


@transaction.atomic
def part_requests(
    *, disclosure_request: DisclosureRequest, actor: Any, version: int | None = None
) -> DisclosureRequest:
    """Untie a request that was joined by mistake."""
    stored = locked(disclosure_request, version)
    require(actor, Action.CHANGE, stored.organ)
    earlier = stored.joined_to
    if earlier is None:
        raise GongkaiError("这件申请没有并案，不用撤销。请刷新页面再看。")
    stored.joined_to = None
    _save(stored, disclosure_request)
    journal(stored, actor, "撤销并案", with_request=earlier.number)
    return disclosure_request


def _check(stored: DisclosureRequest, earlier: DisclosureRequest) -> None:
    if stored.organ_id != earlier.organ_id or stored.pk == earlier.pk:
        raise GongkaiError("只能与本机关的另一件申请并案。请重新选择。")
    if stored.closed_on is not None or earlier.closed_on is not None:
        raise GongkaiError(
            "两件都没有办结的才能并案。前一件已经答复的，可以不予重复处理。"
        )
    if stored.joined_to_id or earlier.joined_to_id or stored.joined.exists():
        raise GongkaiError("其中一件已经并案。请与最早的一件并案。")
    if not _is_same_applicant(stored, earlier):
        raise GongkaiError("申请人不是同一人，不能并案。不同申请人的申请分别答复。")


def _is_same_applicant(stored: DisclosureRequest, earlier: DisclosureRequest) -> bool:
    kept = Applicant.objects.filter(disclosure_request__in=[stored, earlier])
    prints = list(kept.values_list("fingerprint", flat=True))
    return len(prints) == 2 and prints[0] == prints[1] != ""  # noqa: PLR2004 - a pair


def _save(stored: DisclosureRequest, shown: DisclosureRequest) -> None:
    stored.version += 1
    stored.save(update_fields=["joined_to", "version", "updated_at"])
    shown.joined_to, shown.version = stored.joined_to, stored.version
