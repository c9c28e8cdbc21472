import pytest

from gongkai.statute.clock import Channel, ClockState, Receipt, StepKind
from statute.clock.asking import ask, day, refusal, step


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
