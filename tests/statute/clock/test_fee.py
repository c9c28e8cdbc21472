from gongkai.statute.clock import ClockState
from statute.clock.asking import ask, day, refusal, step


def test_a_decision_waits_for_the_payment():
    notified = step("fee_notified", "2024-10-08")

    assert refusal(notified, step("decided", "2024-10-09")) == (
        "第2步“作出答复”（2024-10-09）：正在等待申请人缴费，期限中止。"
        "请先登记缴费结果。"
    )


def test_a_late_payment_is_refused():
    notified = step("fee_notified", "2024-10-08")

    assert refusal(notified, step("fee_paid", "2024-11-05")) == (
        "第2步“收到缴费”（2024-11-05）：缴费期限已于2024年11月4日届满，"
        "视为放弃申请。请登记逾期未缴费，并退回所缴费用。"
    )


def test_a_payment_that_nobody_recorded_as_lapsed_is_reminded_of():
    answer = ask(step("fee_notified", "2024-10-08"), as_of="2024-11-05")

    assert answer.state is ClockState.AWAITING_FEE
    assert answer.warnings == ("缴费期限已于2024年11月4日届满。请登记逾期未缴费。",)


def test_a_second_fee_is_refused():
    steps = [
        step("fee_notified", "2024-10-08"),
        step("fee_paid", "2024-10-09"),
        step("fee_notified", "2024-10-10"),
    ]

    assert refusal(*steps) == (
        "第3步“通知收费”（2024-10-10）：这件申请已经收过信息处理费，不能再次收取。"
    )


def test_a_fee_beside_reasons_is_warned_about():
    answer = ask(
        step("reasons_requested", "2024-10-08"),
        step("fee_notified", "2024-10-09"),
        as_of="2024-10-09",
    )

    assert "".join(answer.warnings) == (
        "同一件申请既要求说明理由（第三十五条）又收取信息处理费（第四十二条），"
        "依据存疑，请择一办理。"
    )


def test_payment_that_does_not_begin_anew_offers_to_go_on():
    answer = ask(
        step("fee_notified", "2024-10-08"),
        as_of="2024-10-08",
        fee_payment_restarts=False,
    )

    assert answer.next_steps[0].text == ("费用缴清之日登记，答复期限自次日起继续计算。")


def test_days_spent_on_waiting_for_a_payment_are_explained():
    answer = ask(
        step("fee_notified", "2024-10-08"),
        step("fee_paid", "2024-10-11"),
        as_of="2024-10-11",
        fee_payment_restarts=False,
    )

    assert answer.due_on == day("2024-10-31")
    assert answer.reasoning[4].text == "等待缴费的时间，3个工作日不计。"
