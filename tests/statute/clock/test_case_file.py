import json
from datetime import date

import pytest

from gongkai.statute.calendar import WorkingDays
from gongkai.statute.clock import Channel, ClockError, Receipt, Step, StepKind
from gongkai.statute.clock.case_file import answer_document, read_case

CALENDAR = WorkingDays.load_all()
TODAY = date(2024, 11, 1)
RECEIVED = {"on": "2024-09-25", "channel": "in_person"}


def case(*steps, **more):
    return {"received": RECEIVED, "steps": list(steps), **more}


def refusal(document):
    with pytest.raises(ClockError) as refused:
        read_case(document, today=TODAY)
    return refused.value.message


def test_a_case_is_read_as_it_is_written():
    read = read_case(
        case(
            {"kind": "third_party_consulted", "on": "2024-10-08", "party": "甲公司"},
            {"kind": "extended", "on": "2024-10-18", "working_days": 10},
            id=7,
            as_of="2024-10-20",
            settings={"sending_day_counts": False},
        ),
        today=TODAY,
    )

    assert read.receipt == Receipt(date(2024, 9, 25), Channel.IN_PERSON)
    assert read.steps == (
        Step(StepKind.THIRD_PARTY_CONSULTED, date(2024, 10, 8), party="甲公司"),
        Step(StepKind.EXTENDED, date(2024, 10, 18), working_days=10),
    )
    assert (read.as_of, read.id) == (date(2024, 10, 20), 7)
    assert not read.settings.sending_day_counts


def test_the_day_of_the_question_is_today_unless_said():
    assert read_case({"received": RECEIVED}, today=TODAY).as_of == TODAY


def test_the_answer_has_the_keys_that_scripts_rely_on():
    answer = read_case(
        case({"kind": "extended", "on": "2024-10-18"}, as_of="2024-11-01"),
        today=TODAY,
    ).evaluate(CALENDAR)

    document = answer_document(answer)

    assert json.loads(json.dumps(document)) == document
    assert document["state"] == "registered"
    assert document["due_on"] == "2024-11-25"
    assert document["remaining_working_days"] == 16
    assert document["reasoning"][1] == {
        "article": "《政府信息公开条例》第三十三条第二款",
        "from": "2024-09-26",
        "to": "2024-09-30",
        "counted": 4,
        "text": "答复期限，计4个工作日；9月29日国庆节调休上班，计入。",
    }
    assert document["reasoning"][-1]["text"] == (
        "延长答复期限，计20个工作日。2024年10月18日告知延长。"
    )
    assert document["sub_clocks"] == [
        {
            "kind": "amendment_notice",
            "actor": "organ",
            "started_on": "2024-09-25",
            "due_on": "2024-10-10",
            "done_on": None,
            "state": "expired",
            "article": "《政府信息公开条例》第三十条",
            "party": "",
        }
    ]
    assert document["warnings"] == []
    assert document["next_steps"][-1]["kind"] == "decided"
    assert document["next_steps"][-1]["by"] == "2024-11-25"
    assert document["refused"]["delivered"] == (
        "还没有作出答复，谈不上送达。请先登记答复。"
    )


@pytest.mark.parametrize(
    ("document", "sentence"),
    [
        ([], "案件应当是一组键值（JSON对象）。请改正。"),
        ({}, "没有写明收到申请的日期和渠道。请补写received。"),
        (
            {"received": RECEIVED, "step": []},
            "案件中有用不上的项目step，这里可写：as_of、id、received、settings、steps。",
        ),
        ({"received": RECEIVED, "steps": {}}, "steps应当是列表，一步一项。请改正。"),
        ({"received": RECEIVED, "id": True}, "id应当是文字或者整数。请改正。"),
        ({"received": []}, "received应当是一组键值（JSON对象）。请改正。"),
        (
            {"received": {"on": "2024-09-25"}},
            "不认识申请渠道（channel）（未写），可写：" + "、".join(Channel) + "。",
        ),
        (
            {"received": {"channel": "in_person"}},
            "received的on（未写）不是日期。请写成2024-09-25的样子。",
        ),
        (
            {"received": {"on": "2024-02-30", "channel": "in_person"}},
            "received的on“2024-02-30”不是日期。请写成2024-09-25的样子。",
        ),
        (
            {"received": {"on": 20240925, "channel": "in_person"}},
            "received的on“20240925”不是日期。请写成2024-09-25的样子。",
        ),
        (case("extended"), "第1步应当是一组键值，写明kind和on。请改正。"),
        (
            case({"kind": "extended"}),
            "第1步的on（未写）不是日期。请写成2024-09-25的样子。",
        ),
        (
            case({"kind": "fee_paid", "on": "2024-10-18", "until": "2024-11-01"}),
            "第1步“收到缴费”中有用不上的项目until，这里可写：kind、note、on。",
        ),
        (
            case({"kind": "extended", "on": "2024-10-18", "working_days": True}),
            "第1步的working_days应当是整数，现为True。请改正。",
        ),
        (
            case({"kind": "decided", "on": "2024-10-18", "outcome": 1}),
            "第1步的outcome应当是文字，现为1。请改正。",
        ),
        (
            case(settings={"sending_day_counts": "是"}),
            "settings的sending_day_counts应当是true或者false，现为'是'。请改正。",
        ),
    ],
)
def test_a_slip_in_a_case_gets_one_sentence(document, sentence):
    assert refusal(document) == sentence


def test_an_unknown_kind_is_told_the_known_ones():
    message = refusal(case({"kind": "answered", "on": "2024-10-18"}))

    assert message.startswith("不认识第1步的步骤（kind）“answered”，可写：receipt_")
