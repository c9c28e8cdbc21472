"""By when the organ replies to a reconsideration (行政复议法第四十八条、第五十四条)."""

from datetime import date

import pytest

from factories.casework import DisclosureRequestFactory
from factories.organs import OrganFactory
from factories.remedies import RemedyCaseFactory
from gongkai.casework.models import Notice
from gongkai.organs.services import change_record
from gongkai.statute.errors import GongkaiError
from gongkai.statute.remedies import DueKind
from gongkai.statute.remedy_results import RemedyRoute

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    return RemedyCaseFactory(accepted_on=date(2025, 3, 3))


def with_copy(case, procedure="simplified", received_on=date(2025, 3, 6)):
    case.procedure, case.copy_received_on = procedure, received_on
    return change_record(record=case, actor=None)


@pytest.mark.parametrize(
    ("procedure", "due_on"),
    [("simplified", date(2025, 3, 13)), ("ordinary", date(2025, 3, 20))],
)
def test_reply_is_due_in_working_days_from_the_copy(case, procedure, due_on):
    with_copy(case, procedure)

    case.refresh_from_db()
    assert case.reply_due_on == due_on
    (reply,) = [due for due in case.dues() if due.kind is DueKind.REPLY]
    assert reply.text.startswith("2025-03-06起")


def test_without_procedure_or_copy_nothing_is_due(case):
    with_copy(case)

    with_copy(case, procedure="")
    assert case.reply_due_on is None

    with_copy(case, received_on=None)
    assert case.reply_due_on is None


def test_copy_cannot_come_before_acceptance(case):
    with pytest.raises(GongkaiError, match="收到副本的日期2025-03-01早于受理日期"):
        with_copy(case, received_on=date(2025, 3, 1))


def test_reply_cannot_go_out_before_the_copy_came(case):
    case.replied_on = date(2025, 3, 5)

    with pytest.raises(GongkaiError, match="提交答复早于收到副本"):
        with_copy(case)


def test_lawsuit_has_no_reconsideration_procedure(case):
    case.route = RemedyRoute.LITIGATION_DIRECT.value

    with pytest.raises(GongkaiError, match="只有行政复议才填复议程序"):
        with_copy(case)


def decision_of(disclosure_request, number="云教公开〔2025〕1号"):
    return Notice.objects.create(
        disclosure_request=disclosure_request, kind="refuse", number=number
    )


def test_case_takes_the_request_of_its_decision(case):
    disclosure_request = DisclosureRequestFactory(organ=case.organ)
    case.decision = decision_of(disclosure_request)

    change_record(record=case, actor=None)

    case.refresh_from_db()
    assert case.disclosure_request == disclosure_request


def test_decision_of_another_request_is_refused(case):
    case.disclosure_request = DisclosureRequestFactory(organ=case.organ)
    case.decision = decision_of(DisclosureRequestFactory(organ=OrganFactory()))

    with pytest.raises(GongkaiError, match="这份答复不是所涉申请的答复"):
        change_record(record=case, actor=None)
