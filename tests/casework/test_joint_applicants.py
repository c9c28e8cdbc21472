"""Joint applicants are one case; the first-named counts (0042)."""

from datetime import date

import pytest

from factories.casework import applicant_data, registered
from factories.notices import case_with_applicant
from gongkai.casework.applicants import applicants_of
from gongkai.casework.models import JointApplicant
from gongkai.casework.notices import draft_notice
from gongkai.casework.notices.drafting import elements_of
from gongkai.casework.notices.prefilling import secrets_of
from gongkai.casework.selectors import similar_requests
from gongkai.casework.services import split_letter
from gongkai.statute.errors import GongkaiError

pytestmark = pytest.mark.django_db

DAY = date(2022, 3, 28)
OTHER = applicant_data(name="江一帆", identity_number="000000190001010001")


def join(case, name="江一帆", **fields):
    return JointApplicant.objects.create(
        disclosure_request=case, name=name, position=2, **fields
    )


def test_first_named_stands_first():
    case = registered(DAY, joint=[OTHER])

    assert [one.name for one in applicants_of(case)] == ["林小满", "江一帆"]
    assert case.applicant.name == "林小满"


def test_more_than_five_are_refused_and_nothing_is_kept():
    with pytest.raises(GongkaiError, match="最多由5人共同提出"):
        registered(DAY, joint=[OTHER] * 5)

    assert JointApplicant.objects.count() == 0


def test_one_without_a_name_is_refused():
    with pytest.raises(GongkaiError, match="没有写明申请人"):
        registered(DAY, joint=[applicant_data(name=" ")])


def test_parts_of_a_letter_have_all_of_them():
    case = registered(DAY, joint=[OTHER])

    _, part = split_letter(
        disclosure_request=case, subjects=("甲", "乙"), actor=None, today=DAY
    )

    assert [one.name for one in applicants_of(part)] == ["林小满", "江一帆"]


def test_notice_is_addressed_to_all():
    case = case_with_applicant()
    join(case)

    notice = draft_notice(disclosure_request=case, kind="none", actor=None)

    elements = elements_of(notice)
    assert (elements["addressee"], elements["you"]) == ("乔青禾、江一帆", "你们")


def test_no_third_party_reads_any_of_them():
    case = case_with_applicant()
    join(case, phone="13900000002")
    notice = draft_notice(disclosure_request=case, kind="none", actor=None)

    told = {text for text in secrets_of(notice) if text}
    assert {"乔青禾", "江一帆", "13900000002"} <= told


def test_who_joined_before_is_the_same_applicant_when_he_asks_alone():
    first = registered(DAY, joint=[OTHER])

    again = registered(DAY, organ=first.organ, applicant=OTHER)

    found = similar_requests(again, again.organ)
    assert [one.is_same_applicant for one in found] == [True]
