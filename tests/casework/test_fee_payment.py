"""Money of a fee: in part, in full, too late, back; worked example 11 of the clock."""

from datetime import date
from decimal import Decimal

import pytest

from factories.casework import take_steps
from factories.fees import LAST_DAY, NOTIFIED, REACHED, charged, notified
from factories.organs import OrganFactory, account_with_role
from gongkai.audit.models import AuditEntry
from gongkai.casework.models import FeePayment
from gongkai.casework.selectors import fee_standing
from gongkai.casework.services import (
    record_fee_payment,
    refund_fee,
    undo_fee_payment,
    undo_last_step,
)
from gongkai.organs.roles import Role
from gongkai.statute.clock import Step, StepKind
from gongkai.statute.errors import GongkaiError

pytestmark = pytest.mark.django_db

PAID = date(2024, 12, 10)
AFTER = date(2025, 1, 2)


def pay(case, yuan, on=PAID, **more):
    return record_fee_payment(
        disclosure_request=case,
        paid_on=on,
        yuan=Decimal(yuan),
        receipt_number="2024-0001",
        actor=None,
        today=on,
        **more,
    )


def refund(case, yuan, on=AFTER, reason="决定撤销"):
    return refund_fee(
        disclosure_request=case,
        refunded_on=on,
        yuan=Decimal(yuan),
        reason=reason,
        actor=None,
        today=on,
    )


def kinds(case):
    return [step.kind for step in case.steps.all()]


def test_full_payment_lets_the_reply_period_begin_anew():
    case = notified()

    payment = pay(case, 100)

    assert kinds(case) == ["fee_notified", "fee_paid"]
    assert (payment.step.on, case.due_on) == (PAID, date(2025, 1, 8))
    assert case.processing_fee == 100


def test_a_part_is_kept_and_the_clock_waits():
    case = notified()

    pay(case, 40)

    assert kinds(case) == ["fee_notified"]
    assert (case.state, case.processing_fee) == ("awaiting_fee", 40)
    assert fee_standing(case).outstanding == 60


def test_the_day_of_the_last_part_is_the_day_of_payment():
    case = notified()
    pay(case, 40, date(2024, 12, 2))

    pay(case, 60)

    assert case.steps.get(kind="fee_paid").on == PAID
    assert (case.due_on, case.processing_fee) == (date(2025, 1, 8), 100)


def test_more_than_is_due_is_refused_and_nothing_kept():
    case = notified()

    with pytest.raises(GongkaiError, match="还应缴100元，登记的是101元"):
        pay(case, 101)

    assert FeePayment.objects.count() == 0


def test_money_after_the_last_day_goes_back():
    case = notified()

    with pytest.raises(GongkaiError, match="视为放弃申请"):
        pay(case, 100, date(2024, 12, 23))

    assert (kinds(case), FeePayment.objects.count()) == (["fee_notified"], 0)


def test_a_part_after_the_last_day_is_refused_too():
    with pytest.raises(GongkaiError, match="视为放弃申请"):
        pay(notified(), 40, date(2024, 12, 23))


def test_money_is_not_taken_before_a_notice():
    with pytest.raises(GongkaiError, match="没有正在等待的缴费"):
        pay(charged(), 100)


def test_a_case_without_decision_is_paid_by_what_came_in():
    case = notified()
    case.fee_decisions.all().delete()

    pay(case, 300)

    assert (kinds(case)[-1], case.processing_fee) == ("fee_paid", 300)


def test_what_was_paid_in_part_is_refunded_after_the_lapse():
    case = notified()
    pay(case, 40)
    take_steps(case, Step(StepKind.FEE_LAPSED, date(2024, 12, 23)))

    assert fee_standing(case).is_to_be_refunded
    refund(case, 40)

    assert not fee_standing(case).is_to_be_refunded
    assert case.processing_fee == 0
    assert case.outcome == "other.fee_lapsed"


def test_no_more_goes_back_than_came_in():
    case = notified()
    pay(case, 100)

    with pytest.raises(GongkaiError, match="实收100元，退费应当大于0元"):
        refund(case, 101)


def test_a_refund_has_a_reason_and_comes_after_the_payment():
    case = notified()
    pay(case, 100)

    with pytest.raises(GongkaiError, match="退费要写明理由"):
        refund(case, 100, reason=" ")
    with pytest.raises(GongkaiError, match="早于缴费日期2024-12-10"):
        refund(case, 100, on=date(2024, 12, 9))


def test_undoing_the_paid_step_takes_its_payment_along():
    case = notified()
    pay(case, 100)

    undo_last_step(disclosure_request=case, reason="登记错了件", actor=None)

    assert (kinds(case), case.processing_fee) == (["fee_notified"], 0)
    assert FeePayment.objects.count() == 0


def test_a_refunded_payment_is_not_undone():
    case = notified()
    pay(case, 100)
    refund(case, 100)

    with pytest.raises(GongkaiError, match="先撤销退费记录"):
        undo_last_step(disclosure_request=case, reason="登记错了件", actor=None)


def test_a_notice_that_was_paid_upon_is_not_undone():
    case = notified()
    pay(case, 40)

    with pytest.raises(GongkaiError, match="已经登记了缴费，不能撤销收费通知"):
        undo_last_step(disclosure_request=case, reason="登记错了件", actor=None)


def test_a_part_recorded_by_mistake_is_taken_back_with_a_reason():
    case = notified()
    payment = pay(case, 40)

    undo_fee_payment(payment=payment, reason="记错了金额", actor=None)

    assert fee_standing(case).outstanding == 100
    entry = AuditEntry.objects.first()
    assert (entry.action, entry.detail["yuan"]) == ("撤销缴费记录", "40")


def test_the_completing_payment_is_undone_by_its_step():
    case = notified()
    payment = pay(case, 100)

    with pytest.raises(GongkaiError, match="撤销这一步"):
        undo_fee_payment(payment=payment, reason="记错了", actor=None)


def test_a_stranger_records_no_money():
    clerk = account_with_role(Role.CLERK, OrganFactory())

    with pytest.raises(GongkaiError, match="没有办理"):
        record_fee_payment(
            disclosure_request=notified(),
            paid_on=PAID,
            yuan=Decimal(100),
            actor=clerk,
            today=PAID,
        )


def test_the_journal_tells_money_and_nobody():
    case = notified()
    pay(case, 40)

    entry = AuditEntry.objects.first()

    assert (entry.action, entry.detail) == (
        "登记缴费",
        {"on": "2024-12-10", "yuan": "40"},
    )


def test_the_last_day_is_in_time():
    assert pay(notified(), 100, LAST_DAY).step.on == LAST_DAY
    assert REACHED > NOTIFIED
