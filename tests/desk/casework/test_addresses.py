"""Every address of casework, with every role: exactly the role table."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from factories.casework import DisclosureRequestFactory
from factories.organs import OfficeFactory, account_with_role
from gongkai.casework.models import (
    CaseFile,
    Delivery,
    FeePayment,
    Notice,
    UnitConsultation,
)
from gongkai.desk.casework.hooks import urlpatterns
from gongkai.organs.roles import Action, Role, allowed

pytestmark = pytest.mark.django_db

REGISTER = "casework.disclosurerequest"
#: What each address needs; one that is added without a line here fails.
NEEDS = {
    "worklist": Action.VIEW,
    "register": Action.ADD,
    "similar": Action.ADD,
    "settings": Action.CHANGE,
    "reminders": None,
    "feed_issue": None,
    "feed_stop": None,
    "page": Action.VIEW,
    "applicant": Action.CHANGE,
    "step": Action.CHANGE,
    "preview": Action.CHANGE,
    "undo": Action.CHANGE,
    "amend_confirm": Action.CHANGE,
    "amend_decline": Action.CHANGE,
    "repeat": Action.CHANGE,
    "fee_decide": Action.CHANGE,
    "fee_refund": Action.CHANGE,
    "fee_undo": Action.CHANGE,
    "withdraw": Action.CHANGE,
    "split": Action.CHANGE,
    "join": Action.CHANGE,
    "part": Action.CHANGE,
    "right_organ": Action.CHANGE,
    "archive": Action.CHANGE,
    "note": Action.CHANGE,
    "assign": Action.CHANGE,
    "ask_office": Action.CHANGE,
    "answer": Action.CHANGE,
    "add_file": Action.CHANGE,
    "file": Action.VIEW,
    "notice_register": Action.VIEW,
    "wordings": Action.CHANGE,
    "wording": Action.CHANGE,
    "wording_preview": Action.CHANGE,
    "wording_reset": Action.CHANGE,
    "notice_choose": Action.CHANGE,
    "notice": Action.VIEW,
    "notice_preview": Action.CHANGE,
    "notice_finish": Action.CHANGE,
    "notice_approve": Action.VIEW,
    "notice_withdraw": Action.VIEW,
    "notice_send": Action.CHANGE,
    "notice_arrive": Action.CHANGE,
    "notice_file": Action.VIEW,
}
#: Notices name the applicant: who only looks on does not read them.
SEALED = {"notice", "notice_approve", "notice_withdraw", "notice_file"}
HOME = "/desk/"


@pytest.fixture
def case(organ, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    case = DisclosureRequestFactory(organ=organ, channel="in_person")
    UnitConsultation.objects.create(
        disclosure_request=case,
        office=OfficeFactory(organ=organ),
        question="有吗？",
        asked_on=case.received_on,
        due_on=case.received_on,
    )
    CaseFile.objects.create(
        disclosure_request=case,
        kind="evidence",
        title="笔录",
        file=SimpleUploadedFile("笔录.pdf", b"%PDF-1.7"),
    )
    FeePayment.objects.create(disclosure_request=case, on=case.received_on, amount=100)
    notice = Notice.objects.create(disclosure_request=case, kind="extend")
    Delivery.objects.create(notice=notice, way="post", sent_on=case.received_on)
    return case


def is_allowed(role, name):
    """Return whether the role may reach the address."""
    if NEEDS[name] is None:
        return True
    if name in SEALED and not allowed(role, REGISTER, Action.CHANGE):
        approves = allowed(role, REGISTER, Action.APPROVE)
        return approves and allowed(role, REGISTER, Action.VIEW)
    return allowed(role, REGISTER, NEEDS[name])


def addresses(case):
    """Yield every address of the case with its name."""
    notice = case.notices.get()
    given = {
        "pk": case.pk,
        "first_pk": case.pk,
        "notice_pk": notice.pk,
        "delivery_pk": notice.deliveries.get().pk,
        "suffix": "pdf",
        "slot": "none",
        "kind": "decided",
        "consultation_pk": case.unit_consultations.get().pk,
        "file_pk": case.files.get().pk,
        "earlier_pk": case.pk,
        "payment_pk": case.fee_payments.get().pk,
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
        if answer.streaming:
            list(answer.streaming_content)  # read to its end, a file is closed
        turned_away = answer.status_code == 302 and answer.url == HOME
        # an address that only takes what is sent says 405 to whoever asks
        if answer.status_code != 405 and turned_away is is_allowed(role, name):
            wrong.append((name, answer.status_code))

    assert wrong == []


@pytest.mark.parametrize("role", Role)
def test_role_sends_nothing_where_it_may_not_change(client, organ, case, role):
    client.force_login(account_with_role(role, organ))

    for name, url in addresses(case):
        if not is_allowed(role, name):
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
