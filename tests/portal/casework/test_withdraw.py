import pytest
from django.urls import reverse
from django.utils import timezone

from factories.casework import applicant_data
from gongkai.audit.models import AuditEntry
from gongkai.casework.services import submit_online

pytestmark = pytest.mark.django_db

WITHDRAW = reverse("portal:follow-withdraw")


@pytest.fixture
def followed(client, organ):
    """A case that its applicant is looking at, with its query code."""
    case, code = submit_online(
        organ=organ,
        applicant_kind="natural_person",
        subject="申请公开教师招聘方案",
        supply_form="electronic",
        applicant=applicant_data(),
        on=timezone.localdate(),
        form_key="one",
    )
    client.post(reverse("portal:follow"), {"number": case.number, "code": code})
    return case, code


def test_the_applicant_withdraws_with_his_query_code(client, followed):
    case, code = followed

    answer = client.post(WITHDRAW, {"code": code})

    case.refresh_from_db()
    assert answer.url == reverse("portal:follow-case")
    assert (case.outcome, case.steps.get().note) == (
        "other.other",
        "在网上以申请编号和查询码确认",
    )
    assert AuditEntry.objects.order_by("pk").last().actor is None


def test_a_wrong_code_withdraws_nothing(client, followed):
    case, _ = followed

    answer = client.post(WITHDRAW, {"code": "WRONG"})

    case.refresh_from_db()
    assert answer.context["problems"] == [("id_code", "查询码不对。请对照回执核对。")]
    assert case.closed_on is None


def test_a_closed_case_is_not_withdrawn_again(client, followed):
    _, code = followed
    client.post(WITHDRAW, {"code": code})

    answer = client.get(WITHDRAW)

    assert answer.url == reverse("portal:follow-case")


def test_who_follows_nothing_is_asked_for_number_and_code(client):
    answer = client.get(WITHDRAW)

    assert answer.url == reverse("portal:follow")
