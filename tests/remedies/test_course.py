"""Steps, the order to act again, and what a suit has to do with its reconsideration."""

from datetime import date

import pytest

from factories.casework import DisclosureRequestFactory
from factories.organs import OrganFactory, account_with_role
from factories.remedies import RemedyCaseFactory
from gongkai.audit.models import AuditEntry
from gongkai.organs.roles import Role
from gongkai.organs.services import change_record
from gongkai.remedies.models import RemedyCase, RemedyParty
from gongkai.remedies.services import keep_party, read_party, record_step, undo_step
from gongkai.statute.errors import GongkaiError
from gongkai.statute.remedy_results import RemedyResult, RemedyRoute

pytestmark = pytest.mark.django_db

SUIT = RemedyRoute.LITIGATION_AFTER_RECONSIDERATION.value


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2025, 6, 2))


@pytest.fixture
def case():
    return RemedyCaseFactory(accepted_on=date(2025, 3, 3), procedure="ordinary")


def journal():
    return AuditEntry.objects.order_by("pk")


def step(case, kind, on, **fields):
    return record_step(remedy=case, kind=kind, on=on, actor=None, **fields)


def test_extension_moves_the_stored_day_of_the_decision(case):
    step(case, "extended", date(2025, 4, 25), days=30)

    case.refresh_from_db()
    assert case.decision_due_on == date(2025, 6, 3)


def test_undone_step_leaves_the_days_as_they_were(case):
    step(case, "suspended", date(2025, 3, 10))
    step(case, "resumed", date(2025, 3, 20))

    undo_step(remedy=case, reason="日期登错", actor=None)
    undo_step(remedy=case, reason="日期登错", actor=None)

    case.refresh_from_db()
    assert case.decision_due_on == date(2025, 5, 6)
    assert [entry.action for entry in journal()] == [
        "登记步骤",
        "登记步骤",
        "撤销步骤",
        "撤销步骤",
    ]


def test_refused_step_is_not_kept(case):
    with pytest.raises(GongkaiError, match="案件没有中止"):
        step(case, "resumed", date(2025, 3, 20))

    assert case.steps.count() == 0


def test_step_of_tomorrow_is_refused(case):
    with pytest.raises(GongkaiError, match="2025-06-03还没有到"):
        step(case, "heard", date(2025, 6, 3))


def test_undoing_wants_a_step(case):
    with pytest.raises(GongkaiError, match="没有可以撤销的步骤"):
        undo_step(remedy=case, reason="日期登错", actor=None)


def test_undoing_wants_a_reason(case):
    step(case, "heard", date(2025, 4, 1))

    with pytest.raises(GongkaiError, match="撤销步骤要写明理由"):
        undo_step(remedy=case, reason=" ", actor=None)


def test_note_of_a_step_is_sealed_and_not_in_the_journal(case):
    step(case, "heard", date(2025, 4, 1), note="林小满到场")

    stored = case.steps.extra(select={"raw": "note"}).get()
    assert stored.raw.startswith("g1:")
    assert "林小满" not in str(AuditEntry.objects.get().detail)


def test_reviewer_may_not_record(case):
    reviewer = account_with_role(Role.OGI_REVIEWER, case.organ)

    with pytest.raises(GongkaiError, match="您没有办理"):
        record_step(remedy=case, kind="heard", on=date(2025, 4, 1), actor=reviewer)


def correct(case, **fields):
    given = {
        "concluded_on": date(2025, 4, 20),
        "result": RemedyResult.RECONSIDERATION_REVOKED.value,
        "served_on": date(2025, 4, 22),
        "act_again_number": 20,
    }
    for name, value in (given | fields).items():
        setattr(case, name, value)
    return change_record(record=case, actor=None)


def test_order_to_act_again_makes_the_new_reply_due(case):
    correct(case)

    case.refresh_from_db()
    assert case.act_again_due_on == date(2025, 5, 22)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"result": "reconsideration.upheld"}, "没有责令重新答复"),
        ({"result": "litigation.revoked"}, "不是行政复议的结果"),
        ({"acted_again_on": date(2025, 4, 21)}, "重新答复早于收到决定"),
        ({"applied_on": date(2025, 3, 4)}, "晚于受理"),
        ({"served_on": None}, "请填收到决定"),
    ],
)
def test_what_does_not_go_together_is_refused(case, fields, words):
    with pytest.raises(GongkaiError, match=words):
        correct(case, **fields)


def test_suit_takes_the_request_of_its_reconsideration(case):
    case.disclosure_request = DisclosureRequestFactory(organ=case.organ)
    case.save()
    suit = RemedyCaseFactory(organ=case.organ, route=SUIT, prior=case)

    change_record(record=suit, actor=None)

    assert RemedyCase.objects.get(pk=suit.pk).disclosure_request_id == (
        case.disclosure_request_id
    )


def other_organ(case):
    return RemedyCaseFactory(organ=OrganFactory(), route=SUIT, prior=case)


def direct_suit(case):
    route = RemedyRoute.LITIGATION_DIRECT.value
    return RemedyCaseFactory(organ=case.organ, route=route, prior=case)


def other_request(case):
    request = DisclosureRequestFactory(organ=case.organ)
    return RemedyCaseFactory(
        organ=case.organ, route=SUIT, prior=case, disclosure_request=request
    )


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (other_organ, "这不是本机关的复议案件"),
        (direct_suit, "只有复议后起诉的才填"),
        (other_request, "不是所涉申请的复议"),
    ],
)
def test_reconsideration_that_cannot_be_the_one_before_is_refused(case, make, words):
    suit = make(case)

    with pytest.raises(GongkaiError, match=words):
        change_record(record=suit, actor=None)


def test_plaintiff_without_request_is_sealed_and_read_with_a_trace(case):
    keep_party(remedy=case, name="林小满", actor=None)

    assert read_party(remedy=case, actor=None) == "林小满"
    raw = RemedyParty.objects.extra(select={"raw": "name"}).get().raw
    assert raw.startswith("g1:")
    assert [(entry.action, entry.detail) for entry in journal()] == [
        ("登记申请人", {}),
        ("查看申请人", {}),
    ]


def test_plaintiff_of_a_request_is_not_kept_twice(case):
    case.disclosure_request = DisclosureRequestFactory(organ=case.organ)
    case.save()

    with pytest.raises(GongkaiError, match="已经登记在所涉申请里"):
        keep_party(remedy=case, name="林小满", actor=None)


def test_nobody_registered_is_read_as_nobody(case):
    assert read_party(remedy=case, actor=None) == ""
    assert AuditEntry.objects.count() == 0
