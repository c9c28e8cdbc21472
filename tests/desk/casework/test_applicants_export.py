"""The applicants go out of the desk to who may know them, by a link of its own."""

from datetime import date

import pytest
from django.urls import reverse

from factories.casework import registered
from gongkai.audit.models import AuditEntry
from gongkai.organs.roles import Action, Role, allowed

pytestmark = pytest.mark.django_db

LABEL = "导出 XLSX（含申请人，留痕）"


@pytest.fixture
def url():
    return reverse("disclosurerequest:index")


@pytest.fixture
def case(organ):
    return registered(date(2024, 9, 2), organ=organ)


@pytest.fixture
def name(case):
    return case.applicant.name


def test_the_list_goes_out_masked(desk, url, name):
    content = desk.get(url, {"export": "csv"}).content.decode()

    assert f",{name[0]}**," in content
    assert name not in content


def test_an_officer_takes_the_applicants_out_and_leaves_a_trace(
    desk, officer, url, case, name
):
    content = desk.get(url, {"export": "csv", "applicants": "1"}).content.decode()

    entry = AuditEntry.objects.order_by("pk").last()
    assert f",{name}," in content
    assert (entry.action, entry.actor_id) == ("导出申请人", officer.pk)
    assert entry.detail["numbers"] == [case.number]


@pytest.mark.parametrize("role", Role)
def test_only_who_may_change_requests_gets_the_link_and_the_names(
    as_role, url, name, role
):
    client = as_role(role)
    page = client.get(url)
    if page.status_code != 200:
        return

    answer = client.get(url, {"export": "csv", "applicants": "1"})

    may_know = allowed(role, "casework.disclosurerequest", Action.CHANGE)
    assert (LABEL in page.content.decode()) is may_know
    assert (name in answer.content.decode()) is may_know
