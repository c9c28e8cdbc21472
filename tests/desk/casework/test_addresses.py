"""Every address of casework, with every role: exactly the role table."""

import pytest
from django.urls import reverse

from factories.casework import DisclosureRequestFactory
from factories.organs import OfficeFactory, account_with_role
from gongkai.casework.models import CaseFile, UnitConsultation
from gongkai.desk.casework.hooks import urlpatterns
from gongkai.organs.roles import Action, Role, allowed

pytestmark = pytest.mark.django_db

REGISTER = "casework.disclosurerequest"
#: What each address needs; one that is added without a line here fails.
NEEDS = {
    "worklist": Action.VIEW,
    "register": Action.ADD,
    "page": Action.VIEW,
    "applicant": Action.CHANGE,
    "step": Action.CHANGE,
    "preview": Action.CHANGE,
    "undo": Action.CHANGE,
    "note": Action.CHANGE,
    "assign": Action.CHANGE,
    "ask_office": Action.CHANGE,
    "answer": Action.CHANGE,
    "add_file": Action.CHANGE,
    "file": Action.VIEW,
}
HOME = "/desk/"


@pytest.fixture
def case(organ):
    case = DisclosureRequestFactory(organ=organ, channel="in_person")
    UnitConsultation.objects.create(
        disclosure_request=case,
        office=OfficeFactory(organ=organ),
        question="有吗？",
        asked_on=case.received_on,
        due_on=case.received_on,
    )
    CaseFile.objects.create(
        disclosure_request=case, kind="evidence", title="笔录", file="none.pdf"
    )
    return case


def addresses(case):
    """Yield every address of the case with its name."""
    given = {
        "pk": case.pk,
        "kind": "decided",
        "consultation_pk": case.unit_consultations.get().pk,
        "file_pk": case.files.get().pk,
    }
    for pattern in urlpatterns:
        kwargs = {name: given[name] for name in pattern.pattern.converters}
        yield pattern.name, reverse(f"case:{pattern.name}", kwargs=kwargs)


@pytest.mark.parametrize("role", Role)
def test_role_reaches_exactly_what_the_table_allows(client, organ, case, role):
    client.force_login(account_with_role(role, organ))

    wrong = []
    for name, url in addresses(case):
        answer = client.get(url)
        turned_away = answer.status_code == 302 and answer.url == HOME
        is_allowed = allowed(role, REGISTER, NEEDS[name])
        # an address that only takes what is sent says 405 to whoever asks
        if answer.status_code != 405 and turned_away is is_allowed:
            wrong.append((name, answer.status_code))

    assert wrong == []


@pytest.mark.parametrize("role", Role)
def test_role_sends_nothing_where_it_may_not_change(client, organ, case, role):
    client.force_login(account_with_role(role, organ))

    for name, url in addresses(case):
        if not allowed(role, REGISTER, NEEDS[name]):
            answer = client.post(url, {"text": "试一试"})
            assert (answer.status_code, answer.url) == (302, HOME), name


def test_nobody_gets_in_without_signing_in(client, case):
    for name, url in addresses(case):
        answer = client.post(url)
        assert answer.status_code == 302, name
        assert answer.url.startswith("/desk/login/"), name


@pytest.mark.parametrize("role", [Role.OGI_OFFICER, Role.DIRECTOR])
def test_no_address_reaches_a_case_of_another_organ(client, other_organ, case, role):
    client.force_login(account_with_role(role, other_organ))

    for name, url in addresses(case):
        if str(case.pk) in url:
            codes = {client.get(url).status_code, client.post(url).status_code}
            assert codes <= {302, 404, 405}, name
