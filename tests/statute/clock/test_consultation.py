from gongkai.statute.articles import cite
from gongkai.statute.clock import ClockState, StepKind, SubClockState
from statute.clock.asking import ask, refusal, step


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
