from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import IntegrityError, connection, transaction

from factories.notices import (
    approved_notice,
    case_with_applicant,
    director_of,
    finished_notice,
    organ_with_settings,
)
from gongkai.casework.models import Notice, NoticeNumber
from gongkai.casework.notices import approve_notice

DAY, NEXT_YEAR = date(2022, 12, 30), date(2023, 1, 3)


def number_on(organ, day):
    return approved_notice(case_with_applicant(organ), day).number


@pytest.mark.django_db
def test_numbers_run_on_within_an_organ_and_a_year():
    organ = organ_with_settings()

    assert [number_on(organ, day) for day in (DAY, DAY, NEXT_YEAR, DAY)] == [
        "云教公开告〔2022〕1号",
        "云教公开告〔2022〕2号",
        "云教公开告〔2023〕1号",
        "云教公开告〔2022〕3号",
    ]
    assert number_on(organ_with_settings(organ_word="河教"), DAY) == (
        "河教公开告〔2022〕1号"
    )


@pytest.mark.django_db
def test_returned_draft_leaves_no_gap():
    organ = organ_with_settings()
    returned = finished_notice(case_with_applicant(organ), DAY)
    approve_notice(
        notice=returned, is_approved=False, reason="不全", actor=director_of(organ)
    )

    assert number_on(organ, DAY) == "云教公开告〔2022〕1号"


@pytest.mark.django_db
def test_number_of_an_imported_reply_is_not_used_again():
    organ = organ_with_settings()
    case_with_applicant(organ, reply_number="云教公开告〔2022〕41号")
    case_with_applicant(organ, reply_number="云教（2022）第90号")

    assert number_on(organ, DAY) == "云教公开告〔2022〕42号"


@pytest.mark.django_db
def test_database_takes_no_number_twice():
    notice = approved_notice(dated_on=DAY)
    given = NoticeNumber.objects.get()

    with pytest.raises(IntegrityError), transaction.atomic():
        NoticeNumber.objects.create(
            organ=given.organ,
            year=2022,
            serial=1,
            number="云教公复〔2022〕1号",
            notice=finished_notice(notice.disclosure_request, DAY),
        )


@pytest.mark.django_db
def test_series_of_the_organ_stands_in_its_numbers():
    organ = organ_with_settings(number_series="公复")

    assert number_on(organ, DAY) == "云教公复〔2022〕1号"


@pytest.mark.django_db
def test_another_series_goes_on_counting():
    organ = organ_with_settings()
    number_on(organ, DAY)
    organ.casework_settings.number_series = "公复"
    organ.casework_settings.save()

    assert number_on(organ, DAY) == "云教公复〔2022〕2号"


@pytest.mark.django_db(transaction=True)
def test_two_officers_at_once_get_two_numbers(several_connections):
    organ = organ_with_settings()
    notices = [finished_notice(case_with_applicant(organ), DAY) for _ in range(4)]
    director, start = director_of(organ), Barrier(4)

    def approve(notice: Notice) -> str:
        start.wait()
        try:
            approve_notice(notice=notice, is_approved=True, reason="", actor=director)
        finally:
            connection.close()
        return notice.number

    with several_connections(), ThreadPoolExecutor(4) as pool:
        numbers = list(pool.map(approve, notices))

    assert sorted(numbers) == [f"云教公开告〔2022〕{n}号" for n in (1, 2, 3, 4)]
