from datetime import date

import pytest

from factories.casework import DisclosureRequestFactory, registered
from factories.corrections import ASKED
from factories.organs import account_with_role
from gongkai.casework.corrections import turn_into_correction
from gongkai.casework.models import RecordCorrection
from gongkai.casework.notices import draft_notice, missing
from gongkai.organs.roles import Role
from gongkai.statute.errors import GongkaiError

pytestmark = pytest.mark.django_db

ON = date(2024, 9, 4)


def turned(case, **fields):
    officer = account_with_role(Role.OGI_OFFICER, case.organ)
    given = {"asked": ASKED, "reason": "要求改正本人学籍", "on": ON, "actor": officer}
    return turn_into_correction(disclosure_request=case, **(given | fields))


def test_a_request_becomes_a_correction_of_the_same_person_and_receipt():
    case = registered(date(2024, 9, 2))

    correction = turned(case)

    assert correction.received_on == date(2024, 9, 2)
    assert correction.person.name == case.applicant.name
    assert correction.person.fingerprint == case.applicant.fingerprint
    assert correction.disclosure_request == case


def test_the_request_ends_under_the_last_leaf_with_its_reason():
    case = registered(date(2024, 9, 2))

    turned(case)

    assert (case.outcome, case.closed_on) == ("other.other", ON)
    assert case.steps.get().note == (
        "要求更正自身的信息记录，转为更正GZ2024-0001办理（条例第四十一条）。"
        "要求改正本人学籍"
    )


def test_the_applicant_is_told_under_article_41():
    case = registered(date(2024, 9, 2))
    turned(case)

    notice = draft_notice(
        disclosure_request=case, kind="as_correction", ground="41", actor=None
    )

    assert "correction_number" not in {element.key for element in missing(notice)}


@pytest.mark.parametrize("reason", ["", "  "])
def test_the_reason_is_kept_or_nothing_happens(reason):
    case = registered(date(2024, 9, 2))

    with pytest.raises(GongkaiError, match="要写明理由"):
        turned(case, reason=reason)

    assert (case.closed_on, RecordCorrection.objects.count()) == (None, 0)


def test_an_ended_request_does_not_turn_and_nothing_is_half_written():
    case = registered(date(2024, 9, 2))
    turned(case)

    with pytest.raises(GongkaiError):
        turned(case)

    assert RecordCorrection.objects.count() == 1


def test_a_row_of_an_old_ledger_names_nobody_and_does_not_turn():
    case = DisclosureRequestFactory(received_on=date(2024, 9, 2))

    with pytest.raises(GongkaiError, match="没有登记申请人"):
        turned(case)
