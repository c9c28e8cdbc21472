from datetime import date, timedelta

import pytest
from django.core.files.base import ContentFile

from factories.casework import applicant_data, registered
from factories.organs import OfficeFactory, OrganFactory, account_with_role
from gongkai.audit.models import AuditEntry
from gongkai.casework.models import (
    Applicant,
    CaseFile,
    CaseStep,
    CaseworkSettings,
    DisclosureRequest,
    RequestChannel,
)
from gongkai.casework.query_codes import ALPHABET
from gongkai.casework.selectors import by_query_code, clock_of, next_number
from gongkai.casework.services import issue_query_code, submit_online
from gongkai.organs.roles import Role
from gongkai.statute.clock import ClockState
from gongkai.statute.errors import GongkaiError

pytestmark = pytest.mark.django_db

DAY = date(2022, 3, 28)


def submitted(organ=None, form_key="form-1", on=DAY, **fields):
    given = {
        "organ": organ or OrganFactory(),
        "applicant_kind": "natural_person",
        "subject": "申请公开2021年教师招聘方案。",
        "supply_form": "electronic",
        "applicant": applicant_data(),
        "on": on,
        "form_key": form_key,
    }
    return submit_online(**(given | fields))


def test_request_at_the_counter_is_received_the_day_it_is_handed_in():
    case = registered(DAY, received_on=None)

    case.refresh_from_db()
    assert (case.state, case.received_on, case.due_on) == (
        ClockState.REGISTERED,
        DAY,
        date(2022, 4, 25),
    )
    assert case.number == "2022-0001"


def test_request_by_email_waits_for_its_confirmation():
    case = registered(DAY, channel=RequestChannel.EMAIL, received_on=None)

    case.refresh_from_db()
    assert (case.state, case.received_on, case.due_on) == (
        ClockState.SUBMITTED,
        None,
        None,
    )


def test_request_confirmed_at_registration_counts_from_the_confirmation():
    case = registered(
        date(2021, 10, 2),
        channel=RequestChannel.FAX,
        received_on=date(2021, 10, 8),
        today=date(2021, 10, 8),
    )

    assert (case.received_on, case.due_on) == (date(2021, 10, 8), date(2021, 11, 4))
    assert [step.kind for step in case.steps.all()] == ["receipt_confirmed"]


def test_organ_may_let_the_automatic_receipt_confirm():
    organ = OrganFactory()
    CaseworkSettings.objects.create(
        organ=organ, clock={"automatic_receipt_confirms": True}
    )

    case, _ = submitted(organ)

    assert (case.received_on, case.due_on) == (DAY, date(2022, 4, 25))
    assert clock_of(case, as_of=DAY).warnings == ()


def test_registering_keeps_the_applicant_sealed_and_out_of_the_journal():
    registered(DAY)

    (entry,) = AuditEntry.objects.all()
    assert entry.action == "登记"
    assert "林小满" not in str(entry.detail)
    assert Applicant.objects.get().name == "林小满"


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"today": DAY - timedelta(days=1)}, "日期不能晚于今天"),
        ({"submitted_on": DAY + timedelta(days=1)}, "日期不能晚于今天"),
        ({"submitted_on": None, "received_on": None}, "没有写明收到日期"),
        ({"channel": RequestChannel.POST_SIGNED, "received_on": None}, "签收之日"),
        (
            {"channel": RequestChannel.FAX, "submitted_on": None, "received_on": None},
            "没有写明提交日期",
        ),
        ({"submitted_on": DAY, "received_on": date(2022, 3, 1)}, "早于提交日期"),
        ({"subject": "  "}, "申请内容"),
        ({"applicant_kind": "nobody"}, "申请人类别"),
        ({"applicant": applicant_data(name=" ")}, "没有写明申请人"),
        ({"applicant": applicant_data(identity_kind="paw")}, "证件类型"),
    ],
)
def test_registering_refuses_what_cannot_be(fields, message):
    with pytest.raises(GongkaiError, match=message):
        registered(DAY, **fields)

    assert DisclosureRequest.objects.count() == 0
    assert AuditEntry.objects.count() == 0


def test_registering_refuses_an_office_of_another_organ():
    with pytest.raises(GongkaiError, match="不属于"):
        registered(DAY, office=OfficeFactory())


def test_only_an_officer_of_the_organ_registers():
    organ = OrganFactory()
    officer = account_with_role(Role.OGI_OFFICER, organ)
    stranger = account_with_role(Role.OGI_OFFICER, OrganFactory())

    registered(DAY, organ=organ, actor=officer)

    with pytest.raises(GongkaiError, match="没有办理"):
        registered(DAY, organ=organ, actor=stranger)


def test_numbers_run_by_organ_and_year_and_pass_over_imported_ones():
    organ = OrganFactory()
    registered(DAY, organ=organ)
    DisclosureRequest.objects.create(
        organ=organ,
        number="2022-0002",
        applicant_kind="natural_person",
        channel="online",
        subject="导入的申请。",
        received_on=DAY,
    )

    assert next_number(organ, 2022) == "2022-0003"
    assert registered(DAY, organ=organ).number == "2022-0003"
    assert next_number(organ, 2023) == "2023-0001"
    assert next_number(OrganFactory(), 2022) == "2022-0001"


def test_the_first_number_follows_the_highest_imported_one():
    organ = OrganFactory()
    for number in ("2022-10000", "2022-9999", "2022-A7", "依申请3"):
        DisclosureRequest.objects.create(
            organ=organ,
            number=number,
            applicant_kind="natural_person",
            channel="online",
            subject="导入的申请。",
            received_on=DAY,
        )

    assert registered(DAY, organ=organ).number == "2022-10001"


def test_a_year_without_holiday_notice_does_not_hold_up_a_request():
    case = registered(date(2030, 5, 6), today=date(2030, 5, 6))

    answer = clock_of(case, as_of=date(2030, 5, 6))
    assert case.due_on == date(2030, 6, 3)
    assert answer.provisional


def test_submitting_online_gives_a_code_that_opens_the_request():
    case, code = submitted()

    assert len(code) == 8
    assert set(code) <= set(ALPHABET)
    assert by_query_code(case.number, code) == case
    assert by_query_code(f" {case.number}", f"{code[:4].lower()} {code[4:]}") == case


def test_a_wrong_code_or_number_opens_nothing():
    case, code = submitted()
    registered(DAY, organ=case.organ)

    wrong = "22222222" if code != "22222222" else "33333333"
    assert by_query_code(case.number, wrong) is None
    assert by_query_code("2022-0002", code) is None
    assert by_query_code("2022-0002", "") is None


def test_the_code_itself_is_nowhere_in_the_database():
    case, code = submitted()

    case.refresh_from_db()
    assert code not in case.query_code_hash
    assert code not in str(AuditEntry.objects.get().detail)


def test_a_form_submitted_twice_makes_one_request():
    organ = OrganFactory()
    first, code = submitted(organ)
    second, none = submitted(organ)

    assert (second, none) == (first, None)
    assert DisclosureRequest.objects.count() == 1
    assert by_query_code(first.number, code) == first


def test_a_desk_form_sent_twice_makes_one_request():
    organ = OrganFactory()
    first = registered(DAY, organ=organ, form_key="desk-1")

    assert registered(DAY, organ=organ, form_key="desk-1") == first
    assert registered(DAY, organ=organ, form_key="desk-2") != first
    assert DisclosureRequest.objects.count() == 2


def test_two_forms_make_two_requests():
    organ = OrganFactory()
    submitted(organ, "form-1")
    submitted(organ, "form-2")

    numbers = DisclosureRequest.objects.values_list("number", flat=True)
    assert sorted(numbers) == ["2022-0001", "2022-0002"]


def test_submitting_keeps_attachments_under_names_that_tell_nothing():
    submitted(files=[ContentFile(b"%PDF-1.7", name="../林小满身份证.PDF")])

    kept = CaseFile.objects.get()
    assert (kept.title, kept.kind) == ("林小满身份证.PDF", "submitted")
    assert "林小满" not in kept.file.name
    assert kept.file.name.endswith(".pdf")


def test_submitting_refuses_a_form_without_key():
    with pytest.raises(GongkaiError, match="刷新页面"):
        submitted(form_key="")


def test_a_new_query_code_replaces_the_old_one():
    case, old = submitted()

    new = issue_query_code(disclosure_request=case, actor=None)

    assert by_query_code(case.number, old) is None
    assert by_query_code(case.number, new) == case


def test_an_applicant_is_known_again_by_number_or_by_name_and_contact():
    organ = OrganFactory()
    for applicant in (
        applicant_data(),
        applicant_data(name="林 小满", phone=""),
        applicant_data(identity_number="", phone="138 0000 0000"),
        applicant_data(identity_number="", name="林小满", phone="138－0000－0000"),
        applicant_data(identity_number="", phone="", email="a@example.org"),
        applicant_data(identity_number="", phone=""),
    ):
        registered(DAY, organ=organ, applicant=applicant)

    prints = list(
        Applicant.objects.order_by("pk").values_list("fingerprint", flat=True)
    )
    assert prints[0] == prints[1]
    assert prints[2] == prints[3]
    assert len({prints[0], prints[2], prints[4], prints[5]}) == 4
    assert prints[5] == ""


def test_registered_steps_are_recorded_by_the_officer():
    organ = OrganFactory()
    officer = account_with_role(Role.OGI_OFFICER, organ)

    registered(DAY, organ=organ, actor=officer, channel=RequestChannel.ONLINE)

    assert CaseStep.objects.get().recorded_by == officer
