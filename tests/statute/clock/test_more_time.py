import pytest

from gongkai.statute.articles import cite
from gongkai.statute.clock import ClockState
from statute.clock.asking import ask, day, refusal, step


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
