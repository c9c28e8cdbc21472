from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from factories.casework import registered
from factories.corrections import examined, received
from factories.notices import organ_with_settings
from factories.organs import OrganFactory, account_with_role
from gongkai.audit.models import AuditEntry
from gongkai.casework.corrections import Conclusion, conclude_correction
from gongkai.casework.models import RecordCorrection
from gongkai.desk.corrections.hooks import urlpatterns
from gongkai.organs.roles import Action, Role, allowed
from gongkai.statute.corrections import CorrectionResult

pytestmark = pytest.mark.django_db

ASKED = {
    "record": "学籍卡",
    "inaccuracy": "出生日期应为1991年",
    "evidence": "户口簿复印件",
}
FORM = {
    **ASKED,
    "form_key": "k1",
    "channel": "in_person",
    "received_on": "2024-09-02",
    "applicant_kind": "natural_person",
    "name": "林小满",
    "phone": "13800000000",
}
VIEWED = {"page"}
ADDED = {"register"}
#: Needs the right to change the request as well; the table gives both together.
REGISTER = "casework.recordcorrection"
HOME = "/desk/"


def url(name, *args):
    return reverse(f"correction:{name}", args=args)


@pytest.fixture
def correction(organ, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    file = SimpleUploadedFile("户口簿.pdf", b"%PDF-1.7")
    return received(organ, files=[file])[0]


def addresses(correction):
    case = registered(date(2024, 9, 2), organ=correction.organ)
    given = {
        "pk": correction.pk,
        "case_pk": case.pk,
        "file_pk": correction.files.get().pk,
        "suffix": "pdf",
    }
    for pattern in urlpatterns:
        kwargs = {name: given[name] for name in pattern.pattern.converters}
        yield pattern.name, reverse(f"correction:{pattern.name}", kwargs=kwargs)


def needed(name):
    if name in VIEWED:
        return Action.VIEW
    return Action.ADD if name in ADDED else Action.CHANGE


@pytest.mark.parametrize("role", Role)
def test_role_reaches_exactly_what_the_table_allows(client, organ, correction, role):
    client.force_login(account_with_role(role, organ))

    wrong = []
    for name, address in addresses(correction):
        answer = client.get(address)
        if answer.streaming:
            list(answer.streaming_content)
        turned_away = answer.status_code == 302 and answer.url == HOME
        is_allowed = allowed(role, REGISTER, needed(name))
        if answer.status_code != 405 and turned_away is is_allowed:
            wrong.append((name, answer.status_code))

    assert wrong == []


@pytest.mark.parametrize("role", Role)
def test_role_sends_nothing_where_it_may_not_change(client, organ, correction, role):
    client.force_login(account_with_role(role, organ))

    for name, address in addresses(correction):
        if not allowed(role, REGISTER, needed(name)):
            answer = client.post(address, {"reason": "试一试"})
            assert (answer.status_code, answer.url) == (302, HOME), name


def test_no_address_reaches_a_correction_of_another_organ(
    client, other_organ, correction
):
    client.force_login(account_with_role(Role.OGI_OFFICER, other_organ))

    for name, address in addresses(correction):
        if name != "register":
            codes = {client.get(address).status_code, client.post(address).status_code}
            assert codes <= {404, 405}, name


def test_a_correction_is_registered_once_for_each_form(desk, organ):
    for _ in range(2):
        answer = desk.post(url("register"), FORM)

    new = RecordCorrection.objects.get()
    assert answer.url == url("page", new.pk)
    assert (new.number, new.person.name) == ("GZ2024-0001", "林小满")


def test_the_form_says_what_is_missing(desk, organ):
    answer = desk.post(url("register"), FORM | {"evidence": ""})

    assert answer.context["form"].errors == {"evidence": ["请填写证据。"]}
    assert RecordCorrection.objects.count() == 0


def test_the_page_hides_who_asks_until_somebody_looks(desk, correction):
    hidden = desk.get(url("page", correction.pk)).content.decode()

    shown = desk.post(url("person", correction.pk)).content.decode()

    assert ["13800000000" in hidden, "1990年" in hidden] == [False, False]
    assert ["13800000000" in shown, "1990年" in shown] == [True, True]
    assert AuditEntry.objects.order_by("pk").last().action == "查看申请人"


def test_an_officer_examines_ends_and_tells(desk, correction):
    finding = {"version": 0, "power": "held", "finding": "核对了户口簿"}
    desk.post(url("finding", correction.pk), finding)
    end = {
        "version": 1,
        "result": "corrected",
        "on": "2024-09-10",
        "explanation": "改为1991年",
    }
    desk.post(url("conclude", correction.pk), end)
    told = {"version": 2, "told_on": "2024-09-11", "reply_number": "云教〔2024〕9号"}
    desk.post(url("told", correction.pk), told)

    correction.refresh_from_db()
    assert (correction.result, correction.told_on, correction.reply_number) == (
        "corrected",
        date(2024, 9, 11),
        "云教〔2024〕9号",
    )


def test_an_organ_of_the_tree_brings_its_own_contact(desk, organ):
    OrganFactory(name="云溪县公安局", phone="0396-2900110", address="政和路5号")
    correction, _ = examined("not_held", organ)
    end = {
        "version": 1,
        "result": "forwarded",
        "on": "2024-09-10",
        "right_organ": "云溪县公安局",
    }

    desk.post(url("conclude", correction.pk), end)

    correction.refresh_from_db()
    assert correction.right_organ_contact == "地址：政和路5号，电话：0396-2900110"


def test_an_unknown_organ_asks_for_its_contact(desk, organ):
    correction, _ = examined("not_held", organ)
    end = {
        "version": 1,
        "result": "elsewhere",
        "on": "2024-09-10",
        "right_organ": "某局",
    }

    answer = desk.post(url("conclude", correction.pk), end)

    assert answer.context["conclude_form"].errors == {
        "right_organ_contact": ["没有查到这个机关的联系方式，请填写地址、电话。"]
    }


def test_the_second_of_two_officers_is_told_so(desk, correction):
    finding = {"version": 0, "power": "held", "finding": "核对了"}
    desk.post(url("finding", correction.pk), finding)

    answer = desk.post(url("finding", correction.pk), finding)

    assert answer.context["finding_form"].non_field_errors() == [
        "另一位同事刚刚办理了这件更正，请刷新后再办。"
    ]


@pytest.mark.parametrize(("suffix", "begins"), [("pdf", b"%PDF"), ("docx", b"PK")])
def test_the_letter_is_a_file_that_names_nobody(client, suffix, begins):
    organ = organ_with_settings()
    correction, officer = examined("held", organ)
    end = Conclusion(CorrectionResult.REFUSED, date(2024, 9, 10), "记录无误")
    conclude_correction(correction=correction, conclusion=end, actor=officer)
    client.force_login(officer)

    answer = client.get(url("letter", correction.pk, suffix))

    assert answer.content.startswith(begins)
    assert answer["Content-Disposition"].endswith(
        "GZ2024-0001%E6%94%BF%E5%BA%9C%E4%BF%A1%E6%81%AF%E4%B8%8D%E4%BA%88"
        f"%E6%9B%B4%E6%AD%A3%E5%91%8A%E7%9F%A5%E4%B9%A6.{suffix}"
    )


def test_evidence_sent_twice_is_kept_once(desk, correction):
    for _ in range(2):
        file = SimpleUploadedFile("证明.pdf", b"%PDF-1.7")
        sent = {"evidence_files": [file], "form_key": "a1"}
        answer = desk.post(url("add_evidence", correction.pk), sent)

    titles = correction.files.order_by("pk").values_list("title", flat=True)
    assert [*titles] == ["户口簿.pdf", "证明.pdf"]
    assert answer.url == url("page", correction.pk)


def test_every_form_of_a_correction_carries_a_key(desk, correction):
    html = desk.get(url("page", correction.pk)).content.decode()

    forms = [one.partition("</form>")[0] for one in html.split("<form")[1:]]
    once = [form for form in forms if "data-once" in form]
    assert len(once) >= 3
    assert [form for form in once if 'name="form_key"' not in form] == []


def test_a_request_turned_twice_shows_its_case(desk, organ):
    case = registered(date(2024, 9, 2), organ=organ)
    sent = {**ASKED, "version": case.version, "on": "2024-09-04", "reason": "要求改正"}
    desk.post(url("turn", case.pk), sent | {"form_key": "a1"})

    answer = desk.post(url("turn", case.pk), sent | {"form_key": "a1"})

    assert answer.url == reverse("case:page", args=[case.pk])
    assert RecordCorrection.objects.count() == 1


def test_a_request_is_turned_into_a_correction(desk, organ):
    case = registered(date(2024, 9, 2), organ=organ)
    sent = {**ASKED, "version": case.version, "on": "2024-09-04", "reason": "要求改正"}

    answer = desk.post(url("turn", case.pk), sent)

    new = RecordCorrection.objects.get()
    case.refresh_from_db()
    assert answer.url == url("page", new.pk)
    assert (case.outcome, new.disclosure_request) == ("other.other", case)


def test_the_list_asks_as_often_for_one_as_for_three(desk, organ):
    counts = []
    for more in (1, 2):
        for _ in range(more):
            received(organ)
        with CaptureQueriesContext(connection) as queries:
            desk.get(reverse("recordcorrection:index"))
        counts.append(len(queries))

    assert counts[0] == counts[1]
