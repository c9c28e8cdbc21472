"""The panel 信息处理费 of the case page: what may be charged, decided, paid."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from gongkai.casework.models import DisclosureRequest
from gongkai.casework.selectors import FeeStanding, fee_standing
from gongkai.desk.casework.fee_forms import (
    DecisionForm,
    PagesForm,
    RefundForm,
    UndoPaymentForm,
)
from gongkai.statute.clock import ClockState


def fee_panel(request: HttpRequest, case: DisclosureRequest) -> dict[str, Any]:
    """Return what the panel prints; nothing for a closed case that had no fee."""
    asked = request.POST if "way" in request.POST else request.GET
    is_asked = bool({"pages", "is_already_public"} & set(asked))
    pages_form = PagesForm(asked if is_asked else None)
    counted = pages_form.counted() if is_asked else {}
    standing = fee_standing(case, **counted)
    if case.closed_on and not (standing.decisions or standing.payments):
        return {}
    version = {"version": case.version}
    today = timezone.localdate()
    return {
        "fee": standing,
        "fee_words": headline(standing, case),
        "fee_is_open": is_asked,
        "fee_may_be_decided": case.closed_on is None and not standing.is_notified,
        "fee_is_awaited": case.state == ClockState.AWAITING_FEE,
        "pages_form": pages_form,
        "fee_form": DecisionForm(
            initial={**counted, **version}, standing=standing, auto_id="fee_%s"
        ),
        "refund_form": RefundForm(
            initial={"refunded_on": today, "yuan": standing.received, **version},
            auto_id="refund_%s",
        ),
        "undo_payment_form": UndoPaymentForm(initial=version, auto_id="undo_%s"),
    }


def headline(standing: FeeStanding, case: DisclosureRequest) -> str:
    """Return in a line how the fee stands."""
    decision = standing.decision
    if standing.is_to_be_refunded:
        return f"逾期未缴清，已收{standing.received}元应当退回"
    if decision is not None and not decision.is_charged:
        return "已决定不收取"
    if case.state == ClockState.AWAITING_FEE and decision is not None:
        return f"等待缴费，还应缴{standing.outstanding}元"
    if standing.payments:
        return f"实收{standing.received}元"
    if decision is not None:
        told = "已通知" if standing.is_notified else "尚未通知"
        return f"已决定收取{decision.amount}元，{told}"
    return _proposed(standing)


def _proposed(standing: FeeStanding) -> str:
    place = f"当月第{standing.ordinal}件" if standing.ordinal else "当月件数数不出"
    sums = [
        f"{each.way.label}{each.account.total_yuan}元" for each in standing.proposals
    ]
    return f"{place}，可以收取：{'或者'.join(sums)}" if sums else f"{place}，不收费"
