"""How a request stands for its processing fee: what may be charged, what came in.

《政府信息公开信息处理费管理办法》第三条 to 第六条. The place of a request in its
month follows the days of receipt, and within a day the registration
(docs/interpretations/0031-fee-month-and-ordinal.md).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Q, QuerySet, Sum

from gongkai.casework.models import (
    Applicant,
    CaseStep,
    DisclosureRequest,
    FeeDecision,
    FeePayment,
)
from gongkai.organs.models import Organ
from gongkai.organs.periods import day_in
from gongkai.statute.clock import StepKind
from gongkai.statute.errors import StatuteError
from gongkai.statute.fees import (
    FeeAccount,
    FeeProposal,
    FeeWay,
    fee_by_pages,
    fee_by_requests,
    natural_month,
    propose_fees,
)
from gongkai.statute.outcomes import Outcome
from gongkai.statute.periods import Period


@dataclass(frozen=True)
class FeeStanding:
    """The fee of one request on its page.

    ``ordinal`` is its place among the applicant's ``count`` requests to this organ in
    ``month``; ``uncounted`` says why there is none. ``month_account`` prices the month
    up to this request, ``page_account`` the pages that were entered.
    """

    month: date | None
    count: int
    ordinal: int | None
    uncounted: str
    month_account: FeeAccount | None
    page_account: FeeAccount | None
    proposals: tuple[FeeProposal, ...]
    decisions: Sequence[FeeDecision]
    payments: Sequence[FeePayment]
    is_notified: bool
    outcome: str

    @property
    def decision(self) -> FeeDecision | None:
        """The decision that holds."""
        return self.decisions[-1] if self.decisions else None

    @property
    def received(self) -> Decimal:
        """What came in less what went back, in yuan."""
        return net(self.payments)

    @property
    def outstanding(self) -> Decimal:
        """What is still to be paid, in yuan."""
        due = self.decision.amount if self.decision else Decimal(0)
        return max(due - self.received, Decimal(0))

    @property
    def is_to_be_refunded(self) -> bool:
        """Whether money lies here for a request that was given up unpaid (第六条)."""
        return self.outcome == Outcome.OTHER_FEE_LAPSED and self.received > 0


def fee_standing(
    disclosure_request: DisclosureRequest,
    *,
    pages: int = 0,
    is_already_public: bool = False,
) -> FeeStanding:
    """Return what may be charged for a request, and what was decided and paid.

    ``pages`` are those that are supplied; by pages nothing is charged where the
    information is public already. As many queries for one request of the month as for
    a hundred.
    """
    received_on = disclosure_request.received_on
    ordinal, count, uncounted = _place_in_month(disclosure_request)
    taken = _taken(disclosure_request)
    proposals: tuple[FeeProposal, ...] = ()
    month_account = page_account = None
    try:
        if ordinal:
            month_account = fee_by_requests(ordinal, on=received_on)
        if pages and not is_already_public:
            page_account = fee_by_pages(pages, on=received_on)
        proposals = propose_fees(
            already=ordinal - 1 if ordinal else 0,
            pages=pages,
            is_already_public=is_already_public,
            reasons_asked=StepKind.REASONS_REQUESTED in taken,
            on=received_on,
        )
    except StatuteError as error:
        uncounted = error.message
    return FeeStanding(
        month=natural_month(received_on)[0] if received_on else None,
        count=count,
        ordinal=ordinal,
        uncounted=uncounted,
        month_account=month_account,
        page_account=page_account,
        proposals=proposals,
        decisions=_with_names(disclosure_request.fee_decisions.all(), "decided_by"),
        payments=_with_names(disclosure_request.fee_payments.all(), "recorded_by"),
        is_notified=StepKind.FEE_NOTIFIED in taken,
        outcome=disclosure_request.outcome,
    )


def decision_of(disclosure_request: DisclosureRequest) -> FeeDecision | None:
    """Return the fee decision that holds, if there is one."""
    return disclosure_request.fee_decisions.last()


def account_of(decision: FeeDecision) -> FeeAccount:
    """Return the account of a charge, tier by tier."""
    on = decision.disclosure_request.received_on
    if decision.way == FeeWay.BY_PAGES:
        return fee_by_pages(decision.pages or 0, on=on)
    return fee_by_requests(1, already=(decision.ordinal or 1) - 1, on=on)


def net(payments: Sequence[FeePayment]) -> Decimal:
    """Return payments less refunds, in yuan."""
    return sum(
        (each.amount * (-1 if each.is_refund else 1) for each in payments), Decimal(0)
    )


def requests_with_fee(organ: Organ, year: int) -> QuerySet[DisclosureRequest]:
    """Return the requests for which a processing fee came in or went back in the year.

    A payment belongs to the year of its day. A row of a simple ledger keeps no day of
    payment: its fee belongs to the year in which the request was closed.
    """
    moved = _moved_in(organ, year).values("disclosure_request")
    return DisclosureRequest.objects.filter(
        Q(pk__in=moved) | Q(pk__in=_typed_in(organ, year).values("pk")), organ=organ
    )


def fees_of_year(organ: Organ, year: int) -> Decimal:
    """Return what ``requests_with_fee`` brought in the year, refunds taken off."""
    typed: Decimal | None = _typed_in(organ, year).aggregate(
        yuan=Sum("processing_fee")
    )["yuan"]
    moved = _moved_in(organ, year).aggregate(
        came=Sum("amount", filter=Q(is_refund=False)),
        went=Sum("amount", filter=Q(is_refund=True)),
    )
    zero = Decimal(0)
    came: Decimal = moved["came"] or zero
    return (typed or zero) + came - (moved["went"] or zero)


def _moved_in(organ: Organ, year: int) -> QuerySet[FeePayment]:
    return FeePayment.objects.filter(
        day_in("on", Period.DURING, year), disclosure_request__organ=organ
    ).order_by()


def _typed_in(organ: Organ, year: int) -> QuerySet[DisclosureRequest]:
    return DisclosureRequest.objects.filter(
        day_in("closed_on", Period.DURING, year),
        organ=organ,
        processing_fee__gt=0,
        fee_payments__isnull=True,
    ).order_by()


def _place_in_month(
    disclosure_request: DisclosureRequest,
) -> tuple[int | None, int, str]:
    """Return place and number in the natural month, or why it cannot be counted."""
    received_on = disclosure_request.received_on
    if received_on is None:
        return None, 0, "尚未确认收到，不知道归哪个月，不能按件计数。"
    fingerprint = (
        Applicant.objects.filter(disclosure_request=disclosure_request)
        .values_list("fingerprint", flat=True)
        .first()
    )
    if not fingerprint:
        return (
            None,
            0,
            (
                "申请人没有登记证件号码，也没有电话、邮箱，认不出是不是同一申请人，"
                "不能按件计数。"
            ),
        )
    same = DisclosureRequest.objects.filter(
        organ=disclosure_request.organ_id,
        applicant__fingerprint=fingerprint,
        received_on__range=natural_month(received_on),
    )
    order = list(same.order_by("received_on", "pk").values_list("pk", flat=True))
    return order.index(disclosure_request.pk) + 1, len(order), ""


def _taken(disclosure_request: DisclosureRequest) -> set[str]:
    steps = CaseStep.objects.filter(disclosure_request=disclosure_request)
    return set(steps.order_by().values_list("kind", flat=True))


def _with_names(rows: Any, who: str) -> list[Any]:
    return list(rows.select_related(who))
