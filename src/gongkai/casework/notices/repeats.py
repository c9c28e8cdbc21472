"""A repeat is answered by the reply that there was (条例第三十六条第六项).

「行政机关已就申请人提出的政府信息公开申请作出答复、申请人重复申请公开相同政府信息的，
告知申请人不予重复处理」: whether it is the same is for the officer to say; that the
same applicant was answered before, the program checks.
"""

from typing import Any

from django.db import transaction

from gongkai.casework.models import DisclosureRequest, NoticeStatus
from gongkai.casework.notices.case_facts import reference_to, words_of
from gongkai.casework.notices.drafting import draft_notice, fill_notice
from gongkai.casework.selectors.similar import (
    is_of_same_applicant,
    was_answered_before,
)
from gongkai.statute.clock import StepKind
from gongkai.statute.errors import StatuteError
from gongkai.statute.outcomes import Outcome

_KIND = "repeat"


@transaction.atomic
def draft_repeat(
    *, disclosure_request: DisclosureRequest, earlier: DisclosureRequest, actor: Any
) -> Any:
    """Begin the notice 不予重复处理 with the reply to the earlier request.

    Raises ``StatuteError`` unless the same applicant was answered there before this
    request came.
    """
    if not is_of_same_applicant(disclosure_request, earlier):
        raise StatuteError(
            f"申请{earlier}不是同一申请人提出的，不能以它为由不予重复处理。"
            "请按一般申请办理。",
            article="36(6)",
        )
    if not was_answered_before(disclosure_request, earlier):
        raise StatuteError(
            f"这件申请提出时，申请{earlier}还没有答复，不属于重复申请。请合并办理。",
            article="36(6)",
        )
    notice = draft_notice(
        disclosure_request=disclosure_request,
        kind=_KIND,
        outcome=Outcome.NOT_PROCESSED_REPEATED.value,
        actor=actor,
    )
    return fill_notice(
        notice=notice, elements={"earlier_reply": reply_to(earlier)}, actor=actor
    )


def reply_to(earlier: DisclosureRequest) -> str:
    """Return the reply to a request as a later notice names it: document, day, case."""
    sent = earlier.notices.filter(
        status=NoticeStatus.SENT, step__kind=StepKind.DECIDED.value
    ).last()
    document = reference_to(sent) or earlier.reply_number
    day = f"{words_of(earlier.closed_on)}作出答复"
    parts = (f"申请编号{earlier.number}", day, document)
    return "，".join(part for part in parts if part)
