"""The processing fee of a case: decided, paid, paid back (条例第四十二条第一款).

「可以收取信息处理费」: the program proposes, the OGI office decides.
《政府信息公开信息处理费管理办法》第三条 to 第七条.
"""

from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from gongkai.casework.models import (
    DisclosureRequest,
    FeeDecision,
    FeePayment,
)
from gongkai.casework.permissions import require
from gongkai.casework.selectors.clock import (
    answer_to,
    clock_settings_of,
    history_of,
    receipt_of,
)
from gongkai.casework.selectors.fees import (
    FeeStanding,
    decision_of,
    fee_standing,
    net,
)
from gongkai.casework.services.fee_money import put_processing_fee
from gongkai.casework.services.journal import journal
from gongkai.casework.services.locking import locked, refuse_future, today_or
from gongkai.casework.services.steps import record_step
from gongkai.organs.roles import Action
from gongkai.organs.services import complaint_of
from gongkai.statute.clock import Step, StepKind
from gongkai.statute.errors import GongkaiError, StatuteError
from gongkai.statute.fees import FeeWay, Payment, paid_in_full_on

_MEASURES = "《政府信息公开信息处理费管理办法》"


@transaction.atomic
def decide_fee(
    *,
    disclosure_request: DisclosureRequest,
    way: FeeWay | None,
    pages: int = 0,
    is_already_public: bool = False,
    reason: str = "",
    actor: Any,
    version: int | None = None,
    today: date | None = None,
) -> FeeDecision:
    """Decide to charge in one of the two ways, or (``way`` None) not to charge.

    The amount is what the tariff comes to and is not typed. A decision may be replaced
    until the notice went out. Raises ``GongkaiError`` where nothing may be charged.
    """
    stored = locked(disclosure_request, version)
    require(actor, Action.CHANGE, stored.organ)
    standing = fee_standing(stored, pages=pages, is_already_public=is_already_public)
    _check_undecided(stored, standing)
    decision = FeeDecision(
        disclosure_request=stored,
        is_charged=way is not None,
        reason=reason.strip(),
        decided_on=today_or(today),
        decided_by=actor,
        **({} if way is None else _charge(way, standing, pages)),
    )
    _save(decision)
    _next_version(stored, disclosure_request)
    journal(
        stored,
        actor,
        "决定收取信息处理费" if way else "决定不收取信息处理费",
        way=decision.way,
        ordinal=decision.ordinal,
        pages=decision.pages,
        yuan=str(decision.amount) if way else "",
    )
    return decision


@transaction.atomic
def record_fee_payment(
    *,
    disclosure_request: DisclosureRequest,
    paid_on: date,
    yuan: Decimal,
    receipt_number: str = "",
    note: str = "",
    actor: Any,
    version: int | None = None,
    today: date | None = None,
) -> FeePayment:
    """Record money that came in; when the sum is complete, the case is paid (第七条).

    A part is kept and changes nothing (docs/interpretations/0032). Raises
    ``ClockError`` for money that came when no payment was awaited, or too late.
    """
    stored = locked(disclosure_request, version)
    require(actor, Action.CHANGE, stored.organ)
    refuse_future(today_or(today), paid_on)
    _refuse_unawaited(stored, paid_on)
    before = list(stored.fee_payments.all())
    decision = decision_of(stored)
    demanded = decision.amount if decision else net(before) + yuan
    _refuse_too_much(demanded - net(before), yuan)
    payment = FeePayment(
        disclosure_request=stored,
        on=paid_on,
        amount=yuan,
        receipt_number=receipt_number.strip(),
        recorded_by=actor,
    )
    _save(payment)
    put_processing_fee(stored)
    journal(stored, actor, "登记缴费", on=paid_on, yuan=str(yuan))
    complete_on = paid_in_full_on(
        demanded, [Payment(each.on, each.amount) for each in (*before, payment)]
    )
    if complete_on is None:
        _next_version(stored, disclosure_request)
        return payment
    payment.step = record_step(
        disclosure_request=disclosure_request,
        step=Step(StepKind.FEE_PAID, complete_on, note=note.strip()),
        actor=actor,
        today=today,
    )
    payment.save(update_fields=["step"])
    return payment


@transaction.atomic
def refund_fee(
    *,
    disclosure_request: DisclosureRequest,
    refunded_on: date,
    yuan: Decimal,
    reason: str,
    receipt_number: str = "",
    actor: Any,
    version: int | None = None,
    today: date | None = None,
) -> FeePayment:
    """Record money that went back to the applicant, with the reason."""
    stored = locked(disclosure_request, version)
    require(actor, Action.CHANGE, stored.organ)
    refuse_future(today_or(today), refunded_on)
    payments = list(stored.fee_payments.all())
    _check_refund(payments, refunded_on, yuan, reason)
    refund = FeePayment(
        disclosure_request=stored,
        is_refund=True,
        on=refunded_on,
        amount=yuan,
        receipt_number=receipt_number.strip(),
        reason=reason.strip(),
        recorded_by=actor,
    )
    _save(refund)
    put_processing_fee(stored)
    _next_version(stored, disclosure_request)
    journal(stored, actor, "登记退费", on=refunded_on, yuan=str(yuan))
    return refund


@transaction.atomic
def undo_fee_payment(
    *, payment: FeePayment, reason: str, actor: Any, version: int | None = None
) -> None:
    """Take back a part payment or a refund recorded by mistake; the journal keeps it.

    The payment that made the sum complete goes with its step (``undo_last_step``).
    """
    stored = locked(payment.disclosure_request, version)
    require(actor, Action.CHANGE, stored.organ)
    if not reason.strip():
        raise GongkaiError("撤销缴费、退费记录要写明原因。请填写原因。")
    kept = stored.fee_payments.filter(pk=payment.pk).first()
    if kept is None:
        raise GongkaiError("这笔记录已经撤销。请刷新页面再看。")
    if kept.step_id is not None:
        raise GongkaiError("这笔缴费已经缴清。请用“撤销这一步”撤销收到缴费。")
    if not kept.is_refund and stored.steps.filter(kind=StepKind.FEE_PAID).exists():
        raise GongkaiError("费用已经缴清。请先撤销收到缴费，再撤销这一笔。")
    kept.delete()
    if net(list(stored.fee_payments.all())) < 0:
        raise GongkaiError("撤销后退费多于缴费。请先撤销退费记录。")
    put_processing_fee(stored)
    _next_version(stored, payment.disclosure_request)
    what = "撤销退费记录" if kept.is_refund else "撤销缴费记录"
    journal(
        stored, actor, what, on=kept.on, yuan=str(kept.amount), reason=reason.strip()
    )


def _check_undecided(stored: DisclosureRequest, standing: FeeStanding) -> None:
    if standing.is_notified:
        raise GongkaiError("收费通知已经登记，收费决定不能再改。")
    if stored.closed_on is not None:
        raise GongkaiError(f"申请{stored}已经办结，不能再作收费决定。")


def _charge(way: FeeWay, standing: FeeStanding, pages: int) -> dict[str, Any]:
    """Return what a charge states; refuse one that the tariff does not give."""
    proposal = next((each for each in standing.proposals if each.way is way), None)
    if proposal is None:
        raise StatuteError(_why_not(way, standing), article=f"{_MEASURES}第三条")
    counted: dict[str, Any] = (
        {"pages": pages} if way is FeeWay.BY_PAGES else {"ordinal": standing.ordinal}
    )
    return {"way": way.value, "amount": proposal.account.total_yuan, **counted}


def _why_not(way: FeeWay, standing: FeeStanding) -> str:
    if way is FeeWay.BY_PAGES:
        if standing.page_account is None:
            return "没有填写页数，或者信息已经公开、只告知获取方式，不能按量计收。"
        return "页数没有超过免费的部分，不收费。请改为不收取。"
    if standing.uncounted:
        return standing.uncounted
    return f"这件申请是当月第{standing.ordinal}件，不收费。请改为不收取。"


def _refuse_unawaited(stored: DisclosureRequest, paid_on: date) -> None:
    """Ask the clock whether a payment could be taken on the day; keep nothing."""
    settings = clock_settings_of(stored.organ)
    steps = [*history_of(stored, settings), Step(StepKind.FEE_PAID, paid_on)]
    answer_to(receipt_of(stored), steps, as_of=paid_on, settings=settings)


def _refuse_too_much(wanting: Decimal, yuan: Decimal) -> None:
    if yuan <= 0:
        raise GongkaiError("缴费金额应当大于0元。请改正。")
    if yuan > wanting:
        raise GongkaiError(
            f"还应缴{wanting}元，登记的是{yuan}元。请核对；多缴的部分退回，不登记。"
        )


def _check_refund(
    payments: list[FeePayment], refunded_on: date, yuan: Decimal, reason: str
) -> None:
    if not reason.strip():
        raise GongkaiError("退费要写明理由。请填写理由。")
    received = net(payments)
    if yuan <= 0 or yuan > received:
        raise GongkaiError(
            f"实收{received}元，退费应当大于0元、不超过实收。请改正金额。"
        )
    first = min(each.on for each in payments)
    if refunded_on < first:
        raise GongkaiError(f"退费日期{refunded_on}早于缴费日期{first}。请改正日期。")


def _save(record: FeeDecision | FeePayment) -> None:
    try:
        record.full_clean()
    except ValidationError as error:
        raise GongkaiError(complaint_of(error, record)) from error
    record.save()


def _next_version(stored: DisclosureRequest, shown: DisclosureRequest) -> None:
    stored.version += 1
    stored.save(update_fields=["version", "updated_at"])
    for field in ("version", "processing_fee"):
        setattr(shown, field, getattr(stored, field))
