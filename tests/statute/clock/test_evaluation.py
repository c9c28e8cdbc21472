from datetime import date

import pytest

from gongkai.statute.articles import cite
from gongkai.statute.calendar import WorkingDays
from gongkai.statute.clock import (
    Channel,
    ClockError,
    ClockSettings,
    ClockState,
    Receipt,
    Step,
    StepKind,
    SubClockState,
    evaluate,
)
from gongkai.statute.errors import CalendarError, StatuteError
from gongkai.statute.outcomes import Outcome

CALENDAR = WorkingDays.load_all()
IN_PERSON = Receipt(date(2024, 9, 25), Channel.IN_PERSON)


def day(text):
    return date.fromisoformat(text)


def step(kind, on, **stated):
    return Step(StepKind(kind), day(on), **stated)


def ask(*steps, as_of, receipt=IN_PERSON, **settings):
    return evaluate(
        receipt,
        steps,
        as_of=day(as_of),
        calendar=CALENDAR,
        settings=ClockSettings(**settings),
    )


def refusal(*steps, as_of="2024-12-31", receipt=IN_PERSON):
    with pytest.raises(ClockError) as refused:
        ask(*steps, as_of=as_of, receipt=receipt)
    return refused.value.message


# --- the order of things


def test_a_decision_before_receipt_is_refused():
    assert refusal(step("decided", "2024-09-24", outcome="disclosed")) == (
        "第1步“作出答复”（2024-09-24）早于收到申请的日期2024-09-25。"
        "请按发生的先后排列。"
    )


def test_a_decision_before_the_receipt_is_confirmed_is_refused():
    online = Receipt(day("2024-09-25"), Channel.ONLINE)

    assert refusal(
        step("decided", "2024-09-26", outcome="disclosed"), receipt=online
    ) == (
        "第1步“作出答复”（2024-09-26）：网上提交的申请尚未与申请人确认，"
        "收到之日还没有确定。请先登记确认收到。"
    )


def test_steps_out_of_order_are_refused():
    steps = [
        step("third_party_consulted", "2024-10-10"),
        step("extended", "2024-10-09"),
    ]

    assert refusal(*steps) == (
        "第2步“延长答复期限”（2024-10-09）早于前一步的日期2024-10-10。"
        "请按发生的先后排列。"
    )


def test_several_steps_of_one_day_are_in_the_order_given():
    answer = ask(
        step("third_party_consulted", "2024-10-10"),
        step("third_party_replied", "2024-10-10"),
        step("extended", "2024-10-10"),
        as_of="2024-10-10",
    )

    assert (answer.state, answer.due_on) == (ClockState.REGISTERED, day("2024-11-25"))


def test_a_step_after_the_day_of_the_question_is_refused():
    assert refusal(step("extended", "2024-10-09"), as_of="2024-10-08") == (
        "第1步“延长答复期限”（2024-10-09）晚于计算日2024-10-08。请核对日期。"
    )


def test_a_receipt_after_the_day_of_the_question_is_refused():
    assert refusal(as_of="2024-09-24") == (
        "收到申请的日期2024-09-25晚于计算日2024-09-24。请核对这两个日期。"
    )


def test_a_letter_cannot_arrive_before_it_is_sent():
    sent = step("third_party_consulted", "2024-10-10", received_on=day("2024-10-09"))

    assert refusal(sent) == (
        "第1步“征求第三方意见”（2024-10-10）：对方收到的日期2024-10-09早于"
        "发出的日期2024-10-10。请核对这两个日期。"
    )


@pytest.mark.parametrize(
    ("ending", "then", "why"),
    [
        ("withdrawn", "decided", "已于2024年10月8日撤回申请，办理已经结束"),
        ("decided", "extended", "已于2024年10月8日作出答复，办理已经结束"),
        ("decided", "withdrawn", "已于2024年10月8日作出答复，办理已经结束"),
        ("withdrawn", "delivered", "已于2024年10月8日撤回申请，办理已经结束"),
    ],
)
def test_nothing_follows_the_end(ending, then, why):
    message = refusal(step(ending, "2024-10-08"), step(then, "2024-10-09"))

    assert message.endswith(f"{why}，不能再登记这一步。日期记错的，请改正。")


def test_nothing_follows_the_delivery():
    steps = [
        step("decided", "2024-10-08", outcome="disclosed"),
        step("delivered", "2024-10-09"),
        step("delivered", "2024-10-10"),
    ]

    assert refusal(*steps) == (
        "第3步“送达”（2024-10-10）：答复已于2024年10月9日送达，办理已经结束。"
        "新的情况请另行登记。"
    )


@pytest.mark.parametrize(
    ("kind", "why"),
    [
        ("amended", "没有告知过补正，不能登记收到补正。请先登记告知补正。"),
        ("amendment_lapsed", "没有正在等待的补正，谈不上逾期。请核对。"),
        ("delayed", "没有要求申请人说明理由，不能确定延迟答复期限。"),
        ("fee_paid", "没有正在等待的缴费。请先登记收费通知，或者核对。"),
        ("fee_lapsed", "没有正在等待的缴费。请先登记收费通知，或者核对。"),
        ("delivered", "还没有作出答复，谈不上送达。请先登记答复。"),
    ],
)
def test_an_answer_to_nothing_is_refused(kind, why):
    assert refusal(step(kind, "2024-10-08")) == (
        f"第1步“{StepKind(kind).label}”（2024-10-08）：{why}"
    )


# --- amendment


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


# --- consultation


def test_a_reply_of_a_party_that_was_not_asked_is_refused():
    asked = step("third_party_consulted", "2024-10-08", party="甲公司")
    reply = step("third_party_replied", "2024-10-09", party="乙公司")

    assert refusal(asked, reply) == (
        "第2步“第三方提出意见”（2024-10-09）：没有向“乙公司”发出而尚未答复的"
        "征求意见书。请核对名称，或者先登记征求意见。"
    )


def test_a_late_reply_of_one_party_is_warned_about_while_another_still_may():
    answer = ask(
        step("third_party_consulted", "2024-10-08", party="甲公司"),
        step("third_party_consulted", "2024-10-25", party="乙公司"),
        step("third_party_replied", "2024-11-01", party="甲公司"),
        as_of="2024-11-01",
    )

    assert answer.state is ClockState.CONSULTING
    assert "".join(answer.warnings) == (
        "第三方的意见期限到2024年10月28日为止，逾期提出的意见不影响期限；"
        "逾期未提出意见的，由本机关依照条例决定是否公开。"
    )
    assert [clock.state for clock in answer.sub_clocks] == [
        SubClockState.EXPIRED,
        SubClockState.DONE_LATE,
        SubClockState.RUNNING,
    ]


def test_two_silent_parties_and_the_days_between_them():
    answer = ask(
        step("third_party_consulted", "2024-10-08", party="甲公司"),
        step("third_party_replied", "2024-10-10", party="甲公司"),
        step("third_party_consulted", "2024-10-14", party="乙公司"),
        as_of="2024-12-01",
    )

    texts = [line.text for line in answer.reasoning if line.article == cite("33(3)")]
    assert texts == [
        "2024年10月8日发函征求甲公司意见，2024年10月10日收到意见，2个工作日不计。",
        "2024年10月14日发函征求乙公司意见，到2024年11月4日期满没有意见，15个工作日不计。",
    ]


def test_waiting_for_an_opinion_is_shown_in_the_ledger():
    answer = ask(step("other_organ_consulted", "2024-10-08"), as_of="2024-10-10")

    assert answer.reasoning[-1].text == (
        "2024年10月8日发函征求其他机关意见，尚未答复，期限中止，2个工作日不计。"
    )


def test_what_may_be_done_says_when_there_is_nothing_left_to_deduct():
    on_time, late = ask(as_of="2024-10-25"), ask(as_of="2024-10-28")

    def offered(answer):
        return next(
            each.text
            for each in answer.next_steps
            if each.kind is StepKind.THIRD_PARTY_CONSULTED
        )

    assert "所需时间不计入答复期限" in offered(on_time)
    assert "答复期限已经没有剩余，所需时间无从扣除" in offered(late)


# --- more time


def test_asking_for_reasons_twice_is_refused():
    steps = [
        step("reasons_requested", "2024-10-08"),
        step("reasons_requested", "2024-10-09"),
    ]

    assert refusal(*steps) == (
        "第2步“要求说明理由”（2024-10-09）：已于2024年10月8日要求过申请人说明理由。"
        "请根据理由是否合理作出处理。"
    )


def test_the_last_day_for_reasons_is_not_before_the_letter_arrives():
    asked = step(
        "reasons_requested",
        "2024-10-08",
        received_on=day("2024-10-10"),
        respond_by=day("2024-10-09"),
    )

    assert refusal(asked) == (
        "第1步“要求说明理由”（2024-10-08）：说明理由的期限2024-10-09早于申请人收到"
        "告知书的2024-10-10。请核对。"
    )


def test_asking_for_reasons_after_the_due_day_is_kept_with_a_warning():
    answer = ask(step("reasons_requested", "2024-10-29"), as_of="2024-10-29")

    assert answer.state is ClockState.OVERDUE
    assert answer.warnings[0].startswith(
        "第1步“要求说明理由”（2024-10-29）：答复期限已于2024年10月28日届满"
    )


@pytest.mark.parametrize(
    ("until", "why"),
    [
        (None, "没有写明延迟到哪一天。请在until中写明告知申请人的日期。"),
        (
            "2024-10-28",
            "延迟答复的日期2024-10-28不晚于2024-10-28，不成其为延迟。请核对。",
        ),
    ],
)
def test_a_deferred_reply_has_a_date_after_the_due_day(until, why):
    asked = step("reasons_requested", "2024-10-08")
    delayed = step("delayed", "2024-10-09", until=until and day(until))

    assert refusal(asked, delayed) == (f"第2步“确定延迟答复期限”（2024-10-09）：{why}")


def test_the_ledger_of_a_deferred_reply_ends_on_its_date():
    answer = ask(
        step("reasons_requested", "2024-10-08"),
        step("delayed", "2024-10-09", until=day("2024-12-31")),
        as_of="2024-10-09",
    )

    line = answer.reasoning[-1]
    assert (answer.limit_working_days, answer.due_on) == (None, day("2024-12-31"))
    assert (line.article, line.first, line.last, line.counted) == (
        cite("35"),
        day("2024-10-10"),
        day("2024-12-31"),
        0,
    )


# --- fee


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


# --- the end


def test_an_outcome_that_table_three_does_not_know_is_refused():
    assert refusal(step("decided", "2024-10-08", outcome="granted")) == (
        "第1步“作出答复”（2024-10-08）：“granted”不是办理结果。"
        "请用表三的21种结果之一，例如disclosed。"
    )


@pytest.mark.parametrize(
    ("outcome", "doubt"),
    [
        (None, "没有写明办理结果，请补填表三的21种结果之一。"),
        (
            "other.fee_lapsed",
            "“其他处理：逾期未缴费”应当用“逾期未缴费”这一步登记，不是一种答复。",
        ),
        (
            "unavailable.unclear_after_amendment",
            "以补正后内容仍不明确答复的，应当先告知补正（第三十条）。",
        ),
        (
            "not_processed.excessive",
            "以大量反复申请为由不予处理的，应当先要求说明理由（第三十五条）。",
        ),
        (
            "withheld.third_party_rights",
            "以损害第三方合法权益为由不予公开的，应当先书面征求第三方意见（第三十二条）。",
        ),
    ],
)
def test_what_an_outcome_presupposes_is_missed(outcome, doubt):
    answer = ask(step("decided", "2024-10-08", outcome=outcome), as_of="2024-10-08")

    assert answer.warnings == (doubt,)
    assert answer.outcome == outcome


def test_disclosing_before_the_third_party_has_answered_is_warned_about():
    asked = step("third_party_consulted", "2024-10-08")
    disclosed = step("decided", "2024-10-09", outcome="disclosed")
    withheld = step("decided", "2024-10-09", outcome="unavailable.not_held")

    assert ask(asked, disclosed, as_of="2024-10-09").warnings == (
        "第三方提出意见的期限未满就决定公开，应当等期满或者收到意见。",
    )
    assert ask(asked, withheld, as_of="2024-10-09").warnings == ()


def test_an_officer_is_told_to_wait_for_the_third_party():
    answer = ask(step("third_party_consulted", "2024-10-08"), as_of="2024-10-09")

    decided = next(each for each in answer.next_steps if each.kind == "decided")
    assert decided.text.endswith(
        "第三方意见期限未满，决定公开的应当等期满或者收到意见。"
    )


def test_an_outcome_is_that_of_table_three():
    answer = ask(step("decided", "2024-10-08", outcome="disclosed"), as_of="2024-10-09")

    assert answer.outcome is Outcome.DISCLOSED
    assert answer.ended_on == day("2024-10-08")
    assert not answer.is_overdue


# --- settings, calendar, law


@pytest.mark.parametrize(
    ("setting", "sentence"),
    [
        (
            {"amendment_working_days": 20},
            "补正期限应为5至15个工作日，现设为20个。请改正设置。",
        ),
        (
            {"confirmation_working_days": -1},
            "确认收到的期限应为0至15个工作日，现设为-1个。请改正设置。",
        ),
    ],
)
def test_a_setting_out_of_bounds_is_refused(setting, sentence):
    with pytest.raises(StatuteError) as refused:
        ClockSettings(**setting)

    assert refused.value.message == sentence


def test_a_year_without_notice_is_refused():
    with pytest.raises(CalendarError):
        ask(as_of="2026-12-31", receipt=Receipt(day("2026-12-20"), Channel.IN_PERSON))


def test_a_rest_day_receipt_that_moves_is_explained():
    answer = ask(
        as_of="2024-10-01",
        receipt=Receipt(day("2024-10-01"), Channel.IN_PERSON),
        rest_day_receipt_moves=True,
    )

    assert answer.reasoning[0].text == (
        "当面提交，2024年10月1日是休息日，按本机关设置以2024年10月8日为收到申请之日，"
        "当日不计。"
    )


def test_an_unconfirmed_receipt_has_a_ledger_of_one_line():
    online = Receipt(day("2024-09-25"), Channel.ONLINE)

    answer = ask(as_of="2024-09-27", receipt=online)

    assert answer.remaining_working_days is None
    assert [line.text for line in answer.reasoning] == [
        "网上提交，尚未与申请人确认，收到之日没有确定，期限未起算。"
    ]
    assert answer.warnings == ("申请已经提交，至今没有与申请人确认收到。请尽快确认。",)


def test_an_amendment_on_the_day_of_receipt_leaves_no_empty_line():
    answer = ask(
        step("amendment_requested", "2024-09-25"),
        step("amended", "2024-09-25"),
        as_of="2024-09-25",
    )

    assert [(line.first, line.counted) for line in answer.reasoning] == [
        (day("2024-09-25"), 0),
        (day("2024-09-26"), 4),
        (day("2024-10-01"), 0),
        (day("2024-10-08"), 16),
    ]
