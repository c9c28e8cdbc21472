"""What recording a step does: the step itself, or the money that makes it."""

from typing import Any

from django.utils import timezone

from gongkai.casework.models import DisclosureRequest, Notice
from gongkai.casework.selectors import account_of, clock_of, decision_of, fee_standing
from gongkai.casework.services import record_fee_payment, record_step
from gongkai.desk.casework.standing import countdown_of
from gongkai.desk.casework.step_form import StepForm
from gongkai.statute.clock import ClockState, StepKind


def take(
    case: DisclosureRequest,
    form: StepForm,
    actor: Any,
    *,
    notice: Notice | None = None,
    version: int | None = None,
) -> None:
    """Record what the form states; 收到缴费 is a step once the sum is complete."""
    if form.kind is not StepKind.FEE_PAID:
        record_step(
            disclosure_request=case,
            step=form.step(),
            actor=actor,
            version=version,
            notice=notice,
        )
        return
    data = form.cleaned_data
    record_fee_payment(
        disclosure_request=case,
        paid_on=data["on"],
        yuan=data["yuan"],
        receipt_number=data["receipt_number"],
        note=data["note"],
        actor=actor,
        version=version,
    )


def known_of(case: DisclosureRequest, kind: StepKind) -> dict[str, Any]:
    """Return what the fee decision says already of a step."""
    if kind not in {StepKind.FEE_NOTIFIED, StepKind.FEE_PAID}:
        return {}
    decision = decision_of(case)
    if decision is None or not decision.is_charged:
        return {}
    if kind is StepKind.FEE_PAID:
        return {"yuan": fee_standing(case).outstanding}
    return {"note": f"{decision.get_way_display()}：{account_of(decision).text}。"}


def said_of(case: DisclosureRequest, kind: StepKind) -> str:
    """Return what to tell after a step was recorded."""
    answer = clock_of(case, as_of=timezone.localdate())
    if kind is StepKind.FEE_PAID and answer.state is ClockState.AWAITING_FEE:
        outstanding = fee_standing(case).outstanding
        return f"已登记部分缴费，还应缴{outstanding}元。缴清以前，答复期限不恢复。"
    return f"已登记“{kind.label}”。{countdown_of(answer).detail}"
