from datetime import date, timedelta

import pytest

from factories.casework import (
    DisclosureRequestFactory,
    decided,
    registered,
    take_steps,
)
from factories.organs import OrganFactory, account_with_role
from gongkai.audit.models import AuditEntry
from gongkai.casework.models import CaseStep, DisclosureRequest, Notice, RequestChannel
from gongkai.casework.selectors import clock_of
from gongkai.casework.services import (
    record_letter_received,
    record_step,
    refresh,
    undo_last_step,
)
from gongkai.organs.roles import Role
from gongkai.statute.clock import ClockError, ClockState, Step, StepKind, SubClockKind
from gongkai.statute.errors import GongkaiError
from gongkai.statute.outcomes import Outcome

pytestmark = pytest.mark.django_db

DAY = date(2022, 3, 28)
AMENDMENT = Step(
    StepKind.AMENDMENT_REQUESTED, date(2022, 4, 6), received_on=date(2022, 4, 8)
)
AMENDED = Step(StepKind.AMENDED, date(2022, 4, 20))


def recorded(case, step, **how):
    how = {"actor": None, "today": step.on} | how
    return record_step(disclosure_request=case, step=step, **how)


def stored(case):
    return DisclosureRequest.objects.get(pk=case.pk)


def test_an_extension_moves_the_due_day():
    case = registered(date(2022, 9, 5))

    recorded(case, Step(StepKind.EXTENDED, date(2022, 10, 9)))

    assert stored(case).due_on == date(2022, 11, 4)
    assert case.due_on == date(2022, 11, 4)


def test_asking_for_an_amendment_stops_the_clock():
    case = take_steps(registered(DAY), AMENDMENT)

    kept = stored(case)
    assert (kept.state, kept.due_on, kept.amendment_noticed_on) == (
        ClockState.AWAITING_AMENDMENT,
        None,
        date(2022, 4, 6),
    )


def test_an_amendment_begins_the_period_anew_and_keeps_the_first_receipt():
    case = take_steps(registered(DAY), AMENDMENT, AMENDED)

    kept = stored(case)
    assert (kept.due_on, kept.received_on) == (date(2022, 5, 19), DAY)
    assert clock_of(kept, as_of=AMENDED.on).received_on == AMENDED.on


def test_a_reply_ends_the_case_with_its_outcome():
    case = take_steps(registered(DAY), decided(date(2022, 4, 20)))

    kept = stored(case)
    assert (kept.state, kept.closed_on, kept.outcome) == (
        ClockState.DECIDED,
        date(2022, 4, 20),
        "disclosed",
    )


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        (StepKind.THIRD_PARTY_CONSULTED, "consulted_on"),
        (StepKind.FEE_NOTIFIED, "fee_noticed_on"),
    ],
)
def test_the_register_shows_the_day_of_a_notice(kind, field):
    on = date(2022, 4, 1)
    case = take_steps(registered(DAY), Step(kind, on, party="云溪县某公司"))

    assert getattr(stored(case), field) == on


def test_an_impossible_step_is_refused_and_nothing_is_written():
    case = registered(DAY)
    journal = AuditEntry.objects.count()

    with pytest.raises(ClockError, match="没有告知过补正"):
        recorded(case, Step(StepKind.AMENDED, date(2022, 4, 1)))

    kept = stored(case)
    assert (kept.version, kept.state) == (0, ClockState.REGISTERED)
    assert CaseStep.objects.count() == 0
    assert AuditEntry.objects.count() == journal


def test_a_step_of_tomorrow_is_refused():
    case = registered(DAY)

    with pytest.raises(GongkaiError, match="日期不能晚于今天"):
        recorded(case, decided(DAY + timedelta(days=1)), today=DAY)


def test_a_letter_received_tomorrow_is_refused():
    case = registered(DAY)

    with pytest.raises(GongkaiError, match="日期不能晚于今天"):
        recorded(case, AMENDMENT)


@pytest.mark.parametrize(
    ("outcome", "message"),
    [
        (None, "没有选定办理结果"),
        ("nothing", "不是办理结果"),
        ("other.amendment_lapsed", "不是答复"),
    ],
)
def test_a_reply_must_end_in_a_cell(outcome, message):
    with pytest.raises(GongkaiError, match=message):
        recorded(registered(DAY), decided(date(2022, 4, 1), outcome))


def test_the_second_of_two_officers_is_told_to_look_again():
    case = registered(DAY)
    recorded(case, AMENDMENT, version=0, today=date(2022, 4, 8))

    with pytest.raises(GongkaiError, match="另一位同事刚刚办理了这件申请"):
        recorded(case, AMENDED, version=0)

    recorded(case, AMENDED, version=1)
    assert stored(case).version == 2


def test_only_an_officer_of_the_organ_records():
    case = registered(DAY)
    stranger = account_with_role(Role.OGI_OFFICER, OrganFactory())
    viewer = account_with_role(Role.DIRECTOR, case.organ)

    for account in (stranger, viewer):
        with pytest.raises(GongkaiError, match="没有办理"):
            recorded(case, decided(DAY), actor=account)


def test_the_journal_tells_days_and_results_but_no_names():
    case = registered(DAY)
    on = date(2022, 4, 1)
    party = Step(StepKind.THIRD_PARTY_CONSULTED, on, party="林小满", note="林小满")

    recorded(case, party)

    entry = AuditEntry.objects.latest("at")
    assert (entry.action, entry.subject_key) == ("征求第三方意见", case.number)
    assert entry.detail == {"on": "2022-04-01"}


def test_steps_keep_everything_that_they_state():
    step = Step(
        StepKind.OTHER_ORGAN_CONSULTED,
        date(2022, 4, 1),
        received_on=date(2022, 4, 2),
        party="云溪县示例局",
        note="电话联系过",
        secrecy_referral=True,
    )

    kept = recorded(registered(DAY), step, today=date(2022, 4, 2))

    assert CaseStep.objects.get().as_step() == step
    assert kept.position == 1


def test_a_notice_is_tied_to_its_step():
    case = registered(DAY)
    notice = Notice.objects.create(disclosure_request=case, kind="disclose")

    step = recorded(case, decided(date(2022, 4, 1)), notice=notice)

    assert Notice.objects.get().step == step


def test_the_day_on_which_a_letter_arrived_moves_its_period():
    case = take_steps(
        registered(date(2023, 4, 10)),
        Step(StepKind.THIRD_PARTY_CONSULTED, date(2023, 4, 14)),
    )

    record_letter_received(
        case_step=case.steps.get(),
        received_on=date(2023, 4, 18),
        actor=None,
        today=date(2023, 4, 19),
    )

    (clock,) = [
        each
        for each in clock_of(stored(case), as_of=date(2023, 4, 19)).sub_clocks
        if each.kind is SubClockKind.THIRD_PARTY_OPINION
    ]
    assert clock.due_on == date(2023, 5, 10)
    assert AuditEntry.objects.latest("at").action == "登记对方收到"


@pytest.mark.parametrize(
    ("received_on", "message"),
    [(date(2022, 4, 10), "日期不能晚于今天"), (date(2022, 4, 5), "早于")],
)
def test_a_letter_arrives_neither_tomorrow_nor_before_it_was_sent(received_on, message):
    case = take_steps(registered(DAY), AMENDMENT)

    with pytest.raises(GongkaiError, match=message):
        record_letter_received(
            case_step=case.steps.get(),
            received_on=received_on,
            actor=None,
            today=date(2022, 4, 9),
        )

    assert CaseStep.objects.get().received_on == date(2022, 4, 8)


def test_undoing_the_reply_opens_the_case_again():
    case = take_steps(registered(DAY), AMENDMENT, AMENDED, decided(date(2022, 5, 5)))

    undo_last_step(
        disclosure_request=case,
        reason="点错了",
        actor=None,
        today=date(2022, 5, 6),
    )

    kept = stored(case)
    assert (kept.state, kept.closed_on, kept.outcome, kept.version) == (
        ClockState.REGISTERED,
        None,
        "",
        4,
    )
    entry = AuditEntry.objects.latest("at")
    assert (entry.action, entry.detail) == (
        "撤销步骤",
        {
            "step": "作出答复",
            "reason": "点错了",
            "on": "2022-05-05",
            "outcome": "disclosed",
        },
    )


def test_undoing_every_step_leaves_the_case_as_it_was_registered():
    case = registered(DAY, channel=RequestChannel.ONLINE)
    before = {"received_on": DAY, "due_on": case.due_on, "closed_on": None}
    take_steps(case, AMENDMENT, AMENDED, decided(date(2022, 5, 5)))

    for _ in range(3):
        undo_last_step(
            disclosure_request=case, reason="测试", actor=None, today=date(2022, 5, 6)
        )

    kept = stored(case)
    assert {name: getattr(kept, name) for name in before} == before
    assert kept.amendment_noticed_on is None


def test_undoing_the_confirmation_leaves_the_request_unconfirmed():
    case = registered(DAY, channel=RequestChannel.ONLINE)

    undo_last_step(disclosure_request=case, reason="未接通", actor=None, today=DAY)

    kept = stored(case)
    assert (kept.state, kept.received_on) == (ClockState.SUBMITTED, None)


def test_undoing_frees_a_notice_that_was_not_sent():
    case = registered(DAY)
    notice = Notice.objects.create(disclosure_request=case, kind="disclose")
    recorded(case, decided(date(2022, 4, 1)), notice=notice)

    undo_last_step(
        disclosure_request=case, reason="改结果", actor=None, today=date(2022, 4, 1)
    )

    assert Notice.objects.get().step is None


def test_undoing_refuses_a_step_whose_notice_was_sent():
    case = registered(DAY)
    notice = Notice.objects.create(
        disclosure_request=case, kind="disclose", status="sent"
    )
    recorded(case, decided(date(2022, 4, 1)), notice=notice)

    with pytest.raises(GongkaiError, match="已经送出"):
        undo_last_step(
            disclosure_request=case, reason="改结果", actor=None, today=date(2022, 4, 1)
        )


@pytest.mark.parametrize(
    ("reason", "message"), [(" ", "要写明原因"), ("有", "没有可以撤销")]
)
def test_undoing_needs_a_reason_and_a_step(reason, message):
    with pytest.raises(GongkaiError, match=message):
        undo_last_step(disclosure_request=registered(DAY), reason=reason, actor=None)


@pytest.mark.parametrize("channel", [RequestChannel.ONLINE, RequestChannel.IN_PERSON])
def test_an_imported_open_request_is_evaluated_from_its_day_of_receipt(channel):
    case = DisclosureRequestFactory(received_on=DAY, channel=channel)

    answer = clock_of(case, as_of=date(2022, 4, 1))

    assert (answer.state, answer.due_on) == (
        ClockState.REGISTERED,
        date(2022, 4, 25),
    )


@pytest.mark.parametrize("outcome", list(Outcome))
def test_an_imported_answered_request_keeps_its_end(outcome):
    case = DisclosureRequestFactory(
        received_on=DAY, closed_on=date(2022, 4, 20), outcome=outcome.value
    )

    refresh(case, date(2022, 6, 1))

    kept = stored(case)
    assert (kept.closed_on, kept.outcome) == (date(2022, 4, 20), outcome.value)
    assert (kept.state, kept.due_on) == (ClockState.DECIDED, date(2022, 4, 25))


def test_an_imported_answered_request_can_be_delivered():
    case = DisclosureRequestFactory(
        received_on=DAY, closed_on=date(2022, 4, 20), outcome="disclosed"
    )

    recorded(case, Step(StepKind.DELIVERED, date(2022, 4, 22)))

    kept = stored(case)
    assert (kept.state, kept.closed_on) == (ClockState.DELIVERED, date(2022, 4, 20))


def test_the_clock_answers_for_a_day_that_is_past():
    case = take_steps(registered(DAY), AMENDMENT, AMENDED)

    assert clock_of(case, as_of=date(2022, 4, 1)).due_on == date(2022, 4, 25)


def test_a_request_reopened_after_a_lapse_is_open_again():
    case = take_steps(
        registered(DAY),
        AMENDMENT,
        Step(StepKind.AMENDMENT_LAPSED, date(2022, 4, 25)),
    )
    assert stored(case).outcome == "other.amendment_lapsed"

    take_steps(case, Step(StepKind.AMENDED, date(2022, 4, 27), note="住院"))

    kept = stored(case)
    assert (kept.closed_on, kept.outcome) == (None, "")


def test_refreshing_tells_that_a_request_has_become_overdue():
    case = registered(DAY)

    refresh(case, date(2022, 4, 26))

    assert stored(case).state == ClockState.OVERDUE
