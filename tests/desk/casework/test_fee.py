"""The fee on the case page: counted, decided, paid in part and in full, paid back."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from desk.pages import english_in, text_of
from factories.casework import applicant_data, registered, take_steps
from factories.fees import charged, month_of_requests, notified
from gongkai.casework.models import CaseworkSettings, FeePayment
from gongkai.casework.notices import draft_notice, elements_of
from gongkai.casework.services import record_fee_payment
from gongkai.statute.clock import Step, StepKind

pytestmark = pytest.mark.django_db

PAID = date(2024, 12, 10)


@pytest.fixture(autouse=True)
def _december(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: PAID)


def url(name, case, *args):
    return reverse(f"case:{name}", args=[case.pk, *args])


def page(desk, case, **query):
    return text_of(desk.get(url("page", case), query))


def decide(desk, case, way, **fields):
    data = {"way": way, "version": case.version, "reason": "频次过高"} | fields
    return desk.post(url("fee_decide", case), data)


def pay(desk, case, yuan, on="2024-12-10"):
    case.refresh_from_db()
    data = {"on": on, "yuan": yuan, "receipt_number": "0001", "version": case.version}
    return desk.post(url("step", case, "fee_paid"), data, follow=True)


def test_panel_counts_and_prints_the_account_with_its_articles(desk, organ):
    case = month_of_requests(12, organ=organ)[-1]

    text = page(desk, case)

    assert "信息处理费 当月第12件，可以收取：按件计收100元" in text
    assert "申请人2024年11月向本机关提出12件，这是第12件" in text
    assert "第11至12件，2件×100元，计200元" in text
    assert "《政府信息公开信息处理费管理办法》第四条" in text
    assert english_in(text) == []


def test_panel_prints_the_account_of_the_pages_that_were_entered(desk, organ):
    case = month_of_requests(12, organ=organ)[-1]

    text = page(desk, case, pages="120")

    assert "第101至120页，20页×20元，计400元" in text
    assert "按件计收100元或者按量计收1100元" in text


def test_panel_says_that_public_information_is_not_charged_by_pages(desk, organ):
    case = month_of_requests(1, organ=organ)[0]

    text = page(desk, case, pages="120", is_already_public="on")

    assert "当月第1件，不收费" in text
    assert "第101至120页" not in text


def test_panel_refuses_pages_that_are_no_number(desk, organ):
    case = month_of_requests(1, organ=organ)[0]

    assert "页数应为0至100000的整数" in page(desk, case, pages="十页")


def test_panel_tells_who_cannot_be_counted(desk, organ):
    who = applicant_data(identity_number="", phone="")
    case = registered(date(2024, 11, 4), organ=organ, applicant=who)

    assert "认不出是不是同一申请人，不能按件计数" in page(desk, case)


def test_panel_doubts_a_fee_beside_reasons(desk, organ):
    case = month_of_requests(12, organ=organ)[-1]
    take_steps(case, Step(StepKind.REASONS_REQUESTED, date(2024, 11, 6)))

    assert "已依《条例》第三十五条要求申请人说明理由" in page(desk, case)


def test_the_decision_is_kept_with_who_and_when(desk, organ, officer):
    case = month_of_requests(12, organ=organ)[-1]

    answer = decide(desk, case, "by_requests")

    decision = case.fee_decisions.get()
    assert answer.url == url("page", case) + "#fee"
    assert (decision.amount, decision.ordinal) == (100, 12)
    assert (decision.decided_by, decision.decided_on) == (officer, PAID)
    assert "2024年12月10日决定收取100元" in page(desk, case)


def test_pages_are_decided_by_what_was_entered(desk, organ):
    case = month_of_requests(1, organ=organ)[0]

    decide(desk, case, "by_pages", pages="50")

    assert case.fee_decisions.get().amount == 200


def test_a_way_that_comes_to_nothing_is_not_taken(desk, organ):
    case = month_of_requests(1, organ=organ)[0]

    answer = decide(desk, case, "by_requests")

    assert "没有保存" in text_of(answer)
    assert not case.fee_decisions.exists()


def test_not_to_charge_is_a_decision_too(desk, organ):
    case = month_of_requests(12, organ=organ)[-1]

    decide(desk, case, "none")

    assert "决定不收取" in page(desk, case)


def test_the_notice_states_basis_tariff_count_sum_and_way_to_pay(organ):
    CaseworkSettings.objects.create(
        organ=organ,
        fee_payee="云溪县财政局",
        fee_account="国家金库云溪县支库 0000000000",
        fee_channel="凭缴款码缴纳",
    )
    case = charged(organ=organ)

    notice = draft_notice(disclosure_request=case, kind="fee", actor=None)

    known = elements_of(notice)
    assert known["fee_tariff"].startswith("按件计收：同一申请人一个自然月内")
    assert known["fee_counted"] == "当月第12件"
    assert known["fee_account"] == "第12件，1件×100元，计100元"
    assert known["fee_total"] == "100元"
    assert known["fee_payment"] == (
        "收款单位：云溪县财政局；"
        "开户银行和账号（国库渠道）：国家金库云溪县支库 0000000000；"
        "缴款方式：凭缴款码缴纳"
    )


def test_the_notice_step_begins_with_the_account(desk, organ):
    case = charged(organ=organ)

    form = desk.get(url("step", case, "fee_notified")).content.decode()

    assert "按件计收：第12件，1件×100元，计100元。合计100元。" in form


def test_a_part_payment_says_what_is_wanting(desk, organ):
    case = notified(organ=organ)

    text = text_of(pay(desk, case, "40"))

    assert "已登记部分缴费，还应缴60元" in text
    assert "信息处理费 等待缴费，还应缴60元" in text
    assert case.steps.count() == 1


def test_full_payment_lets_the_period_begin_anew(desk, organ):
    case = notified(organ=organ)

    text = text_of(pay(desk, case, "100"))

    case.refresh_from_db()
    assert (case.due_on, case.processing_fee) == (date(2025, 1, 8), 100)
    assert "信息处理费 实收100元" in text


def test_the_step_begins_with_what_is_wanting(desk, organ):
    case = notified(organ=organ)
    pay(desk, case, "40")

    form = desk.get(url("step", case, "fee_paid")).content.decode()

    assert 'value="60"' in form


def test_too_much_is_refused_on_the_form(desk, organ):
    case = notified(organ=organ)

    text = text_of(pay(desk, case, "500"))

    assert "还应缴100元，登记的是500元" in text
    assert FeePayment.objects.count() == 0


def test_a_refund_is_recorded_with_its_reason(desk, organ):
    case = notified(organ=organ)
    pay(desk, case, "100")
    case.refresh_from_db()

    desk.post(
        url("fee_refund", case),
        {
            "refunded_on": "2024-12-10",
            "yuan": "30",
            "reason": "多算一件",
            "version": case.version,
        },
    )

    case.refresh_from_db()
    assert case.processing_fee == 70


def test_a_part_is_taken_back_from_the_panel(desk, organ):
    case = notified(organ=organ)
    pay(desk, case, "40")
    case.refresh_from_db()
    payment = case.fee_payments.get()

    desk.post(
        url("fee_undo", case, payment.pk),
        {"reason": "记错了", "version": case.version},
    )

    assert not case.fee_payments.exists()


def test_the_fee_of_a_case_with_steps_is_not_typed(desk, organ):
    case = notified(organ=organ)
    record_fee_payment(
        disclosure_request=case, paid_on=PAID, yuan=Decimal(100), actor=None
    )

    form = desk.get(reverse("disclosurerequest:edit", args=[case.pk]))

    field = form.context["form"].fields["processing_fee"]
    assert (field.disabled, case.processing_fee) == (True, 100)


def test_a_closed_case_without_fee_has_no_panel(desk, organ):
    case = registered(date(2024, 11, 4), organ=organ)
    take_steps(case, Step(StepKind.DECIDED, date(2024, 11, 8), outcome="disclosed"))

    assert "信息处理费" not in page(desk, case)


def test_settings_name_how_to_pay(desk, organ):
    address = reverse("case:settings")
    form = desk.get(address).context["form"]
    data = {field.name: field.value() or "" for field in form if field.value()}

    desk.post(address, data | {"fee_payee": "云溪县财政局"})

    assert CaseworkSettings.objects.get(organ=organ).fee_payee == "云溪县财政局"
