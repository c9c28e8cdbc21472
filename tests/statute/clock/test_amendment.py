from gongkai.statute.clock import ClockState, StepKind, SubClockKind, SubClockState
from statute.clock.asking import ask, day, refusal, step


def test_a_decision_waits_for_the_amendment():
    asked = step("amendment_requested", "2024-09-27")

    assert refusal(asked, step("decided", "2024-09-30")) == (
        "第2步“作出答复”（2024-09-30）：正在等待申请人补正，期限中止。"
        "请先登记补正结果。"
    )


def test_the_last_day_to_amend_is_not_before_the_notice_arrives():
    asked = step(
        "amendment_requested",
        "2024-09-27",
        received_on=day("2024-09-30"),
        respond_by=day("2024-09-29"),
    )

    assert refusal(asked) == (
        "第1步“告知补正”（2024-09-27）：补正期限2024-09-29早于申请人收到"
        "告知书的2024-09-30。请核对。"
    )


def test_a_second_amended_request_is_refused():
    steps = [
        step("amendment_requested", "2024-09-27"),
        step("amended", "2024-09-30"),
        step("amended", "2024-10-08"),
    ]

    assert refusal(*steps) == (
        "第3步“收到补正”（2024-10-08）：已于2024年9月30日收到补正，"
        "期限只重新计算一次。再来的材料请作为附件保存。"
    )


def test_an_amendment_does_not_lapse_before_its_period_is_over():
    asked = step("amendment_requested", "2024-09-27")

    assert refusal(asked, step("amendment_lapsed", "2024-10-16")) == (
        "第2步“逾期未补正”（2024-10-16）：补正期限到2024年10月16日为止，"
        "还没有届满。请在次日以后登记。"
    )


def test_a_lapse_that_nobody_recorded_is_reminded_of():
    asked = step("amendment_requested", "2024-09-27")

    answer = ask(asked, as_of="2024-10-17")

    assert answer.state is ClockState.AWAITING_AMENDMENT
    assert answer.warnings == (
        "补正期限已于2024年10月16日届满。没有正当理由的，请登记逾期未补正。",
    )
    assert [(each.kind, each.needs) for each in answer.next_steps] == [
        (StepKind.AMENDED, ("note",)),
        (StepKind.AMENDMENT_LAPSED, ()),
        (StepKind.WITHDRAWN, ()),
    ]


def test_waiting_for_an_amendment_is_shown_in_the_ledger():
    answer = ask(step("amendment_requested", "2024-09-27"), as_of="2024-10-08")

    assert [(line.first, line.counted) for line in answer.reasoning] == [
        (day("2024-09-25"), 0),
        (day("2024-09-26"), 2),
        (day("2024-09-28"), 0),
    ]
    assert answer.reasoning[-1].text == (
        "已告知补正，等待申请人补正，期限中止，3个工作日不计。"
    )


def test_one_sent_in_time_and_confirmed_after_the_period_is_in_time():
    asked = step("amendment_requested", "2024-09-27")
    amended = step("amended", "2024-10-18", sent_on=day("2024-10-16"))

    answer = ask(asked, amended, as_of="2024-10-18")

    (clock,) = [c for c in answer.sub_clocks if c.kind is SubClockKind.AMENDMENT]
    assert (clock.done_on, clock.state) == (day("2024-10-16"), SubClockState.DONE)
    assert answer.received_on == day("2024-10-18")


def test_an_amendment_is_not_sent_after_it_arrived():
    asked = step("amendment_requested", "2024-09-27")

    assert refusal(asked, step("amended", "2024-09-30", sent_on=day("2024-10-08"))) == (
        "第2步“收到补正”（2024-09-30）：提交补正的2024-10-08晚于收到补正的"
        "2024-09-30。请核对。"
    )
