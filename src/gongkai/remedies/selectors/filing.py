"""What is known already when a remedy against a decision is registered."""

from dataclasses import dataclass

from gongkai.casework.models import (
    CaseworkSettings,
    DisclosureRequest,
    Notice,
    NoticeStatus,
)
from gongkai.remedies.models import RemedyCase
from gongkai.statute.notices import notice_kind
from gongkai.statute.remedy_results import RemedyRoute


@dataclass(frozen=True)
class Filing:
    """The fields of a remedy as the request and its decision tell them."""

    route: RemedyRoute
    disclosure_request: DisclosureRequest
    decision: Notice | None
    prior: RemedyCase | None
    handling_body: str
    subject: str


def filing_against(request: DisclosureRequest, *, is_suit: bool) -> Filing:
    """Return what to fill in for a reconsideration, or a suit, about the request.

    A suit comes after the newest concluded reconsideration if there is one. Bodies
    are those of the organ's settings, empty where it has none.
    """
    concluded = request.remedies.filter(
        route=RemedyRoute.RECONSIDERATION.value, concluded_on__isnull=False
    )
    prior = concluded.order_by("concluded_on", "pk").last() if is_suit else None
    decision = decision_of(request)
    settings = CaseworkSettings.objects.filter(organ=request.organ_id).first()
    body = "" if settings is None else settings.government
    if is_suit:
        body = "" if settings is None else settings.court
    return Filing(
        route=_route(is_suit=is_suit, is_after=prior is not None),
        disclosure_request=request,
        decision=decision,
        prior=prior,
        handling_body=body,
        subject=_subject(request, decision),
    )


def decision_of(request: DisclosureRequest) -> Notice | None:
    """Return the newest decision that went out, if it was made here."""
    sent = request.notices.filter(status=NoticeStatus.SENT).exclude(outcome="")
    return sent.order_by("pk").last()


def _route(*, is_suit: bool, is_after: bool) -> RemedyRoute:
    if not is_suit:
        return RemedyRoute.RECONSIDERATION
    if is_after:
        return RemedyRoute.LITIGATION_AFTER_RECONSIDERATION
    return RemedyRoute.LITIGATION_DIRECT


def _subject(request: DisclosureRequest, decision: Notice | None) -> str:
    if decision is not None:
        return f"不服《{notice_kind(decision.kind).title}》（{decision.number}）。"
    if request.closed_on is not None:
        number = f"（{request.reply_number}）" if request.reply_number else ""
        return f"不服政府信息公开答复{number}。"
    return "认为逾期未答复政府信息公开申请。"
