from datetime import date

import pytest

from factories.casework import DisclosureRequestFactory
from factories.organs import OrganFactory
from gongkai.audit.models import AuditEntry
from gongkai.casework.models import DisclosureRequest
from gongkai.casework.services import close, keep_row, register
from gongkai.statute.errors import GongkaiError
from gongkai.statute.outcomes import Outcome

pytestmark = pytest.mark.django_db


def test_register_saves_and_journals_an_open_request():
    new = DisclosureRequestFactory.build(organ=OrganFactory(), number="Y1")

    register(disclosure_request=new, actor=None)

    assert DisclosureRequest.objects.get().number == "Y1"
    assert AuditEntry.objects.get().subject_key == "Y1"


def test_register_keeps_the_due_day_for_the_lists():
    new = DisclosureRequestFactory.build(organ=OrganFactory(), number="Y1")

    register(disclosure_request=new, actor=None, today=date(2021, 6, 2))

    kept = DisclosureRequest.objects.get()
    assert (kept.state, kept.due_on) == ("registered", date(2021, 6, 30))


def test_a_ledger_knows_no_tomorrow():
    new = DisclosureRequestFactory.build(organ=OrganFactory())
    with pytest.raises(GongkaiError, match="日期不能晚于今天"):
        register(disclosure_request=new, actor=None, today=date(2021, 5, 31))

    with pytest.raises(GongkaiError, match="日期不能晚于今天"):
        close(
            disclosure_request=DisclosureRequestFactory(),
            outcome=Outcome.DISCLOSED,
            on=date(2021, 6, 21),
            actor=None,
            today=date(2021, 6, 20),
        )


def test_register_refuses_a_request_that_comes_with_its_end():
    new = DisclosureRequestFactory.build(
        organ=OrganFactory(), closed_on=date(2021, 7, 1), outcome="disclosed"
    )

    with pytest.raises(GongkaiError, match="办结时再填"):
        register(disclosure_request=new, actor=None)


def test_close_sets_outcome_and_day():
    case = DisclosureRequestFactory()

    close(
        disclosure_request=case,
        outcome=Outcome.DISCLOSED,
        on=date(2021, 6, 20),
        actor=None,
    )

    case.refresh_from_db()
    assert (case.outcome, case.closed_on) == ("disclosed", date(2021, 6, 20))
    assert case.state == "decided"


def test_close_refuses_a_day_before_receipt():
    case = DisclosureRequestFactory(received_on=date(2021, 6, 1))

    with pytest.raises(GongkaiError, match="早于收到日期"):
        close(
            disclosure_request=case,
            outcome=Outcome.DISCLOSED,
            on=date(2021, 5, 31),
            actor=None,
        )


def test_close_refuses_a_request_that_has_ended():
    case = DisclosureRequestFactory(closed_on=date(2021, 7, 1), outcome="disclosed")

    with pytest.raises(GongkaiError, match="已于2021-07-01办结"):
        close(
            disclosure_request=case,
            outcome=Outcome.OTHER_OTHER,
            on=date(2021, 7, 2),
            actor=None,
        )


@pytest.mark.parametrize(
    ("outcome", "notice", "field"),
    [
        (Outcome.OTHER_AMENDMENT_LAPSED, "补正告知", "amendment_noticed_on"),
        (
            Outcome.UNAVAILABLE_UNCLEAR_AFTER_AMENDMENT,
            "补正告知",
            "amendment_noticed_on",
        ),
        (Outcome.OTHER_FEE_LAPSED, "收费通知", "fee_noticed_on"),
    ],
)
def test_close_demands_the_notice_that_an_ending_presupposes(outcome, notice, field):
    case = DisclosureRequestFactory()
    on = date(2021, 8, 1)

    with pytest.raises(GongkaiError, match=f"要先有{notice}"):
        close(disclosure_request=case, outcome=outcome, on=on, actor=None)
    setattr(case, field, date(2021, 6, 10))
    close(disclosure_request=case, outcome=outcome, on=on, actor=None)

    assert DisclosureRequest.objects.get().outcome == outcome.value


def test_a_closed_case_of_an_old_ledger_is_decided_at_once():
    old = DisclosureRequestFactory.build(
        organ=OrganFactory(), closed_on=date(2021, 6, 20), outcome="disclosed"
    )

    keep_row(disclosure_request=old, actor=None, today=date(2021, 7, 1))

    kept = DisclosureRequest.objects.get()
    assert (kept.state, kept.due_on) == ("decided", date(2021, 6, 30))
    assert [entry.action for entry in AuditEntry.objects.all()] == ["登记"]


def test_a_changed_row_of_an_old_ledger_moves_its_due_day():
    case = DisclosureRequestFactory(received_on=date(2021, 6, 1))
    case.received_on = date(2021, 6, 2)

    keep_row(disclosure_request=case, actor=None, today=date(2021, 6, 3))

    case.refresh_from_db()
    assert (case.state, case.due_on, case.version) == (
        "registered",
        date(2021, 7, 1),
        1,
    )


def test_an_old_case_is_not_dated_ahead():
    old = DisclosureRequestFactory.build(organ=OrganFactory())

    with pytest.raises(GongkaiError, match="日期不能晚于今天"):
        keep_row(disclosure_request=old, actor=None, today=date(2021, 5, 31))
