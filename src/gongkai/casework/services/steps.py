"""Recording what happened in a case, and taking back the last step."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max

from gongkai.casework.models import (
    AmendedRequest,
    CaseStep,
    DisclosureRequest,
    Notice,
    NoticeStatus,
)
from gongkai.casework.permissions import require
from gongkai.casework.selectors.clock import ENDINGS, clock_settings_of, history_of
from gongkai.casework.services.copies import COPIES, DATED_BY, put_copies
from gongkai.casework.services.fee_money import release_payments
from gongkai.casework.services.journal import journal
from gongkai.casework.services.locking import locked, refuse_future, today_or
from gongkai.organs.roles import Action
from gongkai.statute.clock import Step, StepKind
from gongkai.statute.errors import GongkaiError, StatuteError
from gongkai.statute.outcomes import Outcome

_LAPSES = {Outcome.OTHER_AMENDMENT_LAPSED, Outcome.OTHER_FEE_LAPSED}


@transaction.atomic
def record_step(
    *,
    disclosure_request: DisclosureRequest,
    step: Step,
    actor: Any,
    version: int | None = None,
    notice: Notice | None = None,
    today: date | None = None,
) -> CaseStep:
    """Record a step, if the law allows it after all that went before.

    Raises ``ClockError`` for a step that cannot have been taken lawfully; nothing is
    written then. ``version`` is the one that the officer had before his eyes.
    """
    stored = locked(disclosure_request, version)
    require(actor, Action.CHANGE, stored.organ)
    day = today_or(today)
    refuse_future(day, step.on, step.received_on)
    check_outcome(step)
    _check_fee(stored, step)
    _check_lapse(stored, step)
    settings = clock_settings_of(stored.organ)
    put_copies(stored, [*history_of(stored, settings), step], day, settings)
    kept = _keep(stored, step, actor)
    if step.kind is StepKind.AMENDED:
        AmendedRequest.objects.filter(disclosure_request=stored).update(
            step=kept, declined_on=None, decline_reason=""
        )
    if notice is not None:
        notice.step = kept
        notice.save(update_fields=["step"])
    _save(stored, disclosure_request)
    journal(stored, actor, step.kind.label, **_facts(step))
    return kept


@transaction.atomic
def undo_last_step(
    *,
    disclosure_request: DisclosureRequest,
    reason: str,
    actor: Any,
    version: int | None = None,
    today: date | None = None,
) -> DisclosureRequest:
    """Take back the last step, recorded by mistake; the journal keeps it."""
    stored = locked(disclosure_request, version)
    require(actor, Action.CHANGE, stored.organ)
    if not reason.strip():
        raise GongkaiError("撤销一步要写明原因。请填写原因。")
    last = stored.steps.order_by("-position").first()
    if last is None:
        raise GongkaiError("这件申请没有可以撤销的步骤。")
    _release_notice(last)
    release_payments(stored, last)
    step = last.as_step()
    last.delete()
    _forget(stored, step)
    settings = clock_settings_of(stored.organ)
    put_copies(stored, history_of(stored, settings), today_or(today), settings)
    _save(stored, disclosure_request)
    facts = {"step": step.kind.label, "reason": reason.strip(), **_facts(step)}
    journal(stored, actor, "撤销步骤", **facts)
    return disclosure_request


@transaction.atomic
def record_letter_received(
    *,
    case_step: CaseStep,
    received_on: date,
    actor: Any,
    today: date | None = None,
) -> CaseStep:
    """Add to a step the day on which the other side got its letter.

    The periods of applicants, third parties and organs run from that day.
    """
    stored = locked(case_step.disclosure_request)
    require(actor, Action.CHANGE, stored.organ)
    day = today_or(today)
    refuse_future(day, received_on)
    kept = stored.steps.get(pk=case_step.pk)
    kept.received_on = received_on
    kept.save(update_fields=["received_on"])
    settings = clock_settings_of(stored.organ)
    put_copies(stored, history_of(stored, settings), day, settings)
    _save(stored, case_step.disclosure_request)
    case_step.received_on = received_on
    facts = {"step": kept.get_kind_display(), "received_on": received_on}
    journal(stored, actor, "登记对方收到", **facts)
    return case_step


def check_outcome(step: Step) -> None:
    """Refuse a reply that does not end in one of its cells of table three."""
    if step.kind is not StepKind.DECIDED:
        return
    if not step.outcome:
        raise StatuteError("没有选定办理结果。请选表三中的一种结果。", article="36")
    if step.outcome in _LAPSES:
        raise StatuteError(
            f"“{Outcome(step.outcome).label}”不是答复，请登记逾期未补正或者逾期未缴费。",
            article="30",
        )


def _check_fee(stored: DisclosureRequest, step: Step) -> None:
    """Refuse to notify a fee that the office decided not to charge."""
    if step.kind is not StepKind.FEE_NOTIFIED:
        return
    decision = stored.fee_decisions.last()
    if decision is not None and not decision.is_charged:
        raise StatuteError(
            f"已于{decision.decided_on}决定不收取信息处理费。要收取的，请先改作收取的决定。",
            article="42",
        )


def _check_lapse(stored: DisclosureRequest, step: Step) -> None:
    """Refuse to give up a request whose amendment came in time and waits."""
    if step.kind is not StepKind.AMENDMENT_LAPSED:
        return
    in_time = AmendedRequest.objects.filter(
        disclosure_request=stored, is_late=False, step=None
    ).first()
    if in_time is not None:
        raise StatuteError(
            f"申请人已于{in_time.submitted_on}在网上提交补正，没有逾期。"
            "请先确认收到补正。",
            article="30",
        )


def _keep(stored: DisclosureRequest, step: Step, actor: Any) -> CaseStep:
    last = stored.steps.aggregate(last=Max("position"))["last"] or 0
    return CaseStep.objects.create(
        disclosure_request=stored,
        position=last + 1,
        kind=step.kind.value,
        on=step.on,
        received_on=step.received_on,
        respond_by=step.respond_by,
        working_days=step.working_days,
        until=step.until,
        outcome=step.outcome or "",
        party=step.party,
        note=step.note,
        secrecy_referral=step.secrecy_referral,
        sent_on=step.sent_on,
        recorded_by=actor,
    )


def _save(stored: DisclosureRequest, shown: DisclosureRequest) -> None:
    """Save the copies as a new version, also in the caller's hands."""
    stored.version += 1
    stored.save(update_fields=[*COPIES, "version", "updated_at"])
    for field in (*COPIES, "version", "processing_fee"):
        setattr(shown, field, getattr(stored, field))


def _release_notice(last: CaseStep) -> None:
    notice = Notice.objects.filter(step=last).first()
    if notice is None:
        return
    revoked = Notice.objects.filter(supersedes=notice, status=NoticeStatus.SENT)
    if notice.status == NoticeStatus.SENT and not revoked.exists():
        raise GongkaiError(
            f"这一步的文书{notice}已经送出，不能撤销。确有错误的，请另发文书撤销它，再撤销这一步。"
        )
    notice.step = None
    notice.save(update_fields=["step"])


def _forget(stored: DisclosureRequest, step: Step) -> None:
    """Clear the copies that told of a step that is no more."""
    if step.kind in ENDINGS:
        stored.closed_on, stored.outcome = None, ""
    if step.kind is StepKind.RECEIPT_CONFIRMED:
        stored.received_on = None
    if field := DATED_BY.get(step.kind):
        setattr(stored, field, None)


def _facts(step: Step) -> dict[str, Any]:
    """Return what the journal tells of a step: days and results, nobody's name."""
    return {
        "on": step.on,
        "received_on": step.received_on,
        "respond_by": step.respond_by,
        "working_days": step.working_days,
        "until": step.until,
        "outcome": step.outcome,
        "secrecy_referral": step.secrecy_referral,
        "sent_on": step.sent_on,
    }
