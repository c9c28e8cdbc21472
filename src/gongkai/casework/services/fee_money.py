"""The money of a fee as the request's row shows it, and taking an entry back."""

from gongkai.casework.models import CaseStep, DisclosureRequest, FeePayment
from gongkai.casework.selectors.fees import net
from gongkai.statute.clock import StepKind
from gongkai.statute.errors import GongkaiError


def put_processing_fee(disclosure_request: DisclosureRequest) -> None:
    """Set what the row shows as received: payments less refunds."""
    disclosure_request.processing_fee = net(list(disclosure_request.fee_payments.all()))
    disclosure_request.save(update_fields=["processing_fee", "updated_at"])


def release_payments(disclosure_request: DisclosureRequest, last: CaseStep) -> None:
    """Take back the payment that a step recorded, before the step itself goes.

    Raises ``GongkaiError`` where money that came later would be left without ground.
    """
    payments = FeePayment.objects.filter(disclosure_request=disclosure_request)
    if last.kind == StepKind.FEE_NOTIFIED and payments.exists():
        raise GongkaiError("已经登记了缴费，不能撤销收费通知。请先撤销缴费记录。")
    if last.kind != StepKind.FEE_PAID:
        return
    if payments.filter(is_refund=True).exists():
        raise GongkaiError("已经登记了退费，不能撤销缴费。请先撤销退费记录。")
    if payments.filter(step=last).exists():
        payments.filter(step=last).delete()
        put_processing_fee(disclosure_request)
