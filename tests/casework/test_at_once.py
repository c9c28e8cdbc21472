"""Two people at once, on the database that serves many (PostgreSQL)."""

from datetime import date
from threading import Barrier, Thread

import pytest
from django.db import connection

from factories.casework import applicant_data, decided, registered
from factories.organs import OrganFactory
from gongkai.casework.models import CaseStep, DisclosureRequest
from gongkai.casework.services import record_step, submit_online
from gongkai.statute.errors import GongkaiError

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor == "sqlite", reason="SQLite in memory has one connection"
    ),
]

DAY = date(2022, 3, 28)


def at_once(count, act):
    """Run the act in threads that begin together; return what came of each."""
    barrier, results = Barrier(count), []

    def run(number):
        barrier.wait()
        try:
            results.append(act(number))
        except GongkaiError as error:
            results.append(error.message)
        finally:
            connection.close()

    threads = [Thread(target=run, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def submit(organ, form_key):
    return submit_online(
        organ=organ,
        applicant_kind="natural_person",
        subject="申请公开2021年教师招聘方案。",
        supply_form="",
        applicant=applicant_data(),
        on=DAY,
        form_key=form_key,
    )


def test_one_form_submitted_many_times_at_once_makes_one_request():
    organ = OrganFactory()

    results = at_once(4, lambda _: submit(organ, "form-1"))

    assert DisclosureRequest.objects.count() == 1
    assert len([code for _, code in results if code]) == 1


def test_many_forms_at_once_lose_nothing_and_share_no_number():
    organ = OrganFactory()

    at_once(6, lambda number: submit(organ, f"form-{number}"))

    numbers = DisclosureRequest.objects.values_list("number", flat=True)
    assert sorted(numbers) == [f"2022-000{n}" for n in range(1, 7)]


def test_one_of_two_officers_at_once_is_told_to_look_again():
    case = registered(DAY)

    def answer(_):
        mine = DisclosureRequest.objects.get(pk=case.pk)
        step = decided(date(2022, 4, 1))
        return record_step(disclosure_request=mine, step=step, actor=None, version=0).pk

    results = at_once(2, answer)

    assert CaseStep.objects.count() == 1
    assert [one for one in results if isinstance(one, str)] == [
        "另一位同事刚刚办理了这件申请，请刷新后再办。"
    ]
