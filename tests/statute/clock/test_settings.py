import pytest

from gongkai.statute.clock import Channel, ClockSettings, Receipt
from gongkai.statute.errors import CalendarError, StatuteError
from statute.clock.asking import ask, day, step


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


def test_a_period_never_begins_before_the_one_that_it_replaces():
    # received on a Saturday, which counts as received on Monday; paid on Sunday
    answer = ask(
        step("fee_notified", "2023-08-12"),
        step("fee_paid", "2023-08-13"),
        as_of="2023-08-14",
        receipt=Receipt(day("2023-08-12"), Channel.POST_SIGNED),
        rest_day_receipt_moves=True,
    )

    assert answer.due_on == day("2023-09-11")
    assert [(line.first, line.last) for line in answer.reasoning] == [
        (day("2023-08-12"), day("2023-08-14")),
        (day("2023-08-15"), day("2023-09-11")),
    ]


def test_a_confirmation_on_a_rest_day_that_moves_is_explained():
    answer = ask(
        step("receipt_confirmed", "2024-10-01"),
        as_of="2024-10-01",
        receipt=Receipt(day("2024-09-30"), Channel.ONLINE),
        rest_day_receipt_moves=True,
    )

    assert answer.reasoning[0].text == (
        "网上提交，2024年10月1日双方确认，该日是休息日，按本机关设置以2024年10月8日"
        "为收到申请之日，当日不计。"
    )
