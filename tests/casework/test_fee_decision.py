"""What may be charged for a request, and the decision of the office."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from factories.casework import applicant_data, registered, take_steps
from factories.fees import NOTIFIED, RECEIVED, charged, month_of_requests, notified
from factories.organs import OrganFactory, account_with_role
from gongkai.audit.models import AuditEntry
from gongkai.casework.models import FeeDecision
from gongkai.casework.selectors import account_of, fee_standing
from gongkai.casework.services import decide_fee, split_letter
from gongkai.organs.roles import Role
from gongkai.statute.clock import Step, StepKind
from gongkai.statute.errors import GongkaiError
from gongkai.statute.fees import FeeWay

pytestmark = pytest.mark.django_db

NAMELESS = {"identity_number": "", "phone": "", "email": ""}


def decide(case, way, **more):
    return decide_fee(
        disclosure_request=case, way=way, actor=None, today=NOTIFIED, **more
    )


def test_requests_of_the_applicant_to_the_organ_in_the_month_are_counted():
    organ = OrganFactory()
    cases = month_of_requests(12, organ=organ)
    registered(date(2024, 10, 31), organ=organ)
    registered(RECEIVED, organ=OrganFactory())
    registered(RECEIVED, organ=organ, applicant=applicant_data(identity_number="9"))

    standing = fee_standing(cases[-1])

    assert (standing.month, standing.count) == (date(2024, 11, 1), 12)
    assert standing.ordinal == 12
    assert [fee_standing(case).ordinal for case in cases[:3]] == [1, 2, 3]


def test_a_request_confirmed_later_takes_the_later_place():
    organ = OrganFactory()
    how = {"channel": "online", "submitted_on": date(2024, 11, 1)}
    late = registered(date(2024, 11, 6), organ=organ, **how)
    early = registered(date(2024, 11, 4), organ=organ)

    assert [fee_standing(case).ordinal for case in (early, late)] == [1, 2]


def test_the_account_is_told_line_by_line_with_its_article():
    standing = fee_standing(month_of_requests(12)[-1])

    assert [
        (tier.text, tier.article[-3:]) for tier in standing.month_account.tiers
    ] == [
        ("第1至10件，不收费", "第四条"),
        ("第11至12件，2件×100元，计200元", "第四条"),
    ]
    (proposal,) = standing.proposals
    assert proposal.account.text == "第12件，1件×100元，计100元。合计100元"


def test_pages_are_the_other_way_and_never_added():
    standing = fee_standing(month_of_requests(12)[-1], pages=120)

    assert [(each.way, each.account.total_yuan) for each in standing.proposals] == [
        (FeeWay.BY_REQUESTS, 100),
        (FeeWay.BY_PAGES, 1100),
    ]


def test_pages_do_not_count_for_what_is_public_already():
    case = month_of_requests(1)[0]

    standing = fee_standing(case, pages=300, is_already_public=True)

    assert (standing.proposals, standing.page_account) == ((), None)


def test_who_cannot_be_known_again_is_not_counted():
    case = registered(RECEIVED, applicant=applicant_data(**NAMELESS))

    standing = fee_standing(case)

    assert (standing.ordinal, standing.count) == (None, 0)
    assert "认不出是不是同一申请人，不能按件计数" in standing.uncounted


def test_who_cannot_be_known_again_may_be_charged_by_pages():
    case = registered(RECEIVED, applicant=applicant_data(**NAMELESS))

    decision = decide(case, FeeWay.BY_PAGES, pages=50)

    assert (decision.pages, decision.ordinal) == (50, None)
    assert decision.amount == 200


def test_an_unconfirmed_request_is_in_no_month():
    case = registered(RECEIVED, channel="online", received_on=None)

    assert fee_standing(case).uncounted.startswith("尚未确认收到")


def test_a_request_before_the_measures_is_free():
    case = registered(date(2020, 12, 1))

    standing = fee_standing(case)

    assert standing.proposals == ()
    assert "当时的申请不收费" in standing.uncounted


def test_each_part_of_a_letter_counts():
    letter = month_of_requests(9)[-1]

    parts = split_letter(
        disclosure_request=letter, subjects=["甲", "乙", "丙"], actor=None
    )

    assert [fee_standing(part).ordinal for part in parts] == [9, 10, 11]


def test_asking_for_reasons_makes_the_fee_doubtful():
    case = month_of_requests(12)[-1]
    take_steps(case, Step(StepKind.REASONS_REQUESTED, date(2024, 11, 6)))

    (proposal,) = fee_standing(case).proposals

    assert proposal.warnings[0].startswith("已依《条例》第三十五条要求申请人说明理由")


def queries_for(case):
    with CaptureQueriesContext(connection) as queries:
        fee_standing(case)
    return len(queries)


def test_queries_do_not_grow_with_the_requests_of_the_month():
    one, many = month_of_requests(1)[0], month_of_requests(15)[-1]

    assert queries_for(one) == queries_for(many)


def test_the_office_decides_to_charge():
    case = month_of_requests(31)[-1]
    officer = account_with_role(Role.OGI_OFFICER, case.organ)

    decision = decide_fee(
        disclosure_request=case,
        way=FeeWay.BY_REQUESTS,
        reason="频次明显超过合理范围",
        actor=officer,
        today=NOTIFIED,
    )

    assert (decision.is_charged, decision.ordinal, decision.amount) == (True, 31, 200)
    assert (decision.decided_by, decision.decided_on) == (officer, NOTIFIED)
    assert account_of(decision).text == "第31件，1件×200元，计200元。合计200元"


def test_the_office_may_decide_not_to_charge():
    case = month_of_requests(12)[-1]

    decision = decide(case, None, reason="首次申请，不收取")

    assert (decision.is_charged, decision.way, decision.amount) == (False, "", 0)
    assert AuditEntry.objects.first().action == "决定不收取信息处理费"


def test_a_decision_is_replaced_until_the_notice_goes_out():
    case = charged()

    decide(case, None)

    assert [str(each) for each in case.fee_decisions.all()] == [
        "收取100元",
        "不收取",
    ]
    assert fee_standing(case).decision.is_charged is False


def test_a_fee_that_was_decided_against_is_not_notified():
    case = month_of_requests(12)[-1]
    decide(case, None)

    with pytest.raises(GongkaiError, match="决定不收取信息处理费"):
        take_steps(case, Step(StepKind.FEE_NOTIFIED, NOTIFIED))


def test_a_decision_stands_once_it_is_notified():
    with pytest.raises(GongkaiError, match="收费决定不能再改"):
        decide(notified(), None)


def test_a_free_request_is_not_charged_for():
    case = month_of_requests(10)[-1]

    with pytest.raises(GongkaiError, match="当月第10件，不收费"):
        decide(case, FeeWay.BY_REQUESTS)

    assert FeeDecision.objects.count() == 0


def test_the_place_stays_when_the_month_changes_afterwards():
    case = charged(12)
    registered(date(2024, 11, 1), organ=case.organ, today=NOTIFIED)

    assert fee_standing(case).ordinal == 13
    assert fee_standing(case).decision.ordinal == 12


def test_both_ways_at_once_are_refused_by_the_database():
    decision = charged().fee_decisions.get()
    decision.pages = 40

    with pytest.raises(IntegrityError), transaction.atomic():
        decision.save()


def test_a_second_officer_sees_that_the_case_moved():
    case = month_of_requests(12)[-1]
    seen = case.version
    decide(case, FeeWay.BY_REQUESTS, version=seen)

    with pytest.raises(GongkaiError, match="另一位同事"):
        decide(case, None, version=seen)


def test_the_amount_is_money_without_rounding():
    assert charged().fee_decisions.get().amount == Decimal("100.00")
