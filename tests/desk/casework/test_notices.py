"""A notice on the desk, from its draft to the proof that it arrived."""

from datetime import date

import pytest
from django.urls import reverse

from desk.pages import english_in, text_of
from factories.organs import account_with_role
from gongkai.audit.models import AuditEntry
from gongkai.casework.applicants import ApplicantData
from gongkai.casework.models import CaseworkSettings, Notice
from gongkai.casework.notices import elements_of, missing
from gongkai.casework.services import register_request
from gongkai.organs.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(organ, officer, today):
    CaseworkSettings.objects.create(
        organ=organ,
        organ_word="云教",
        government="云溪县人民政府",
        government_address="云溪县人民路1号",
        superior_department="驻马店市教育局",
        court="云溪县人民法院",
        court_address="云溪县法院路1号",
    )
    return register_request(
        organ=organ,
        applicant_kind="natural_person",
        channel="in_person",
        subject="2021年教师招聘方案",
        submitted_on=date(2022, 2, 7),
        received_on=date(2022, 2, 7),
        applicant=ApplicantData(name="江一帆", phone="0396-0000000"),
        actor=officer,
    )


def url(name, case, *args):
    return reverse(f"case:{name}", args=[case.pk, *args])


def draft(desk, case, chosen="extend|"):
    desk.post(url("notice_choose", case), {"notice": chosen, "ground": ""})
    return Notice.objects.get()


def filled(notice, **given):
    """Return elements that leave nothing open."""
    wanting = {one.key: "按规定办理" for one in missing(notice)}
    return elements_of(notice) | wanting | given


def finished(desk, case):
    notice = draft(desk, case)
    desk.post(url("notice", case, notice.pk), filled(notice))
    desk.post(url("notice_finish", case, notice.pk), {"dated_on": "2022-02-09"})
    notice.refresh_from_db()
    return notice


def approved(client, desk, case, officer):
    notice = finished(desk, case)
    client.force_login(account_with_role(Role.RELEASE_REVIEWER, case.organ))
    client.post(url("notice_approve", case, notice.pk), {"act": "approve"})
    client.force_login(officer)
    notice.refresh_from_db()
    return notice


def test_choice_puts_what_may_be_done_now_first(desk, case):
    text = text_of(desk.get(url("notice_choose", case)))

    assert "政府信息公开申请延期答复告知书" in text
    assert "政府信息公开告知书（不予公开） 不予公开：国家秘密" in text
    assert english_in(text) == []


def test_partial_disclosure_is_not_drafted_without_its_ground(desk, case):
    data = {"notice": "partial|partially_disclosed", "ground": ""}

    answer = desk.post(url("notice_choose", case), data)

    assert answer.status_code == 200
    assert answer.context["form"].non_field_errors()
    assert not Notice.objects.exists()


def test_draft_shows_the_letter_with_its_open_places_marked(desk, case):
    notice = draft(desk, case)

    page = desk.get(url("notice", case, notice.pk))

    text = text_of(page)
    assert "还缺：" in text
    assert "〔" in text
    assert "江一帆" in text
    notice.refresh_from_db()
    assert "〔" not in str(elements_of(notice))


def test_preview_sets_what_is_typed_and_keeps_nothing(desk, case):
    notice = draft(desk, case)
    entries = AuditEntry.objects.count()
    key = missing(notice)[0].key

    shown = desk.post(
        url("notice_preview", case, notice.pk), elements_of(notice) | {key: "因故"}
    )

    notice.refresh_from_db()
    assert "因故" in text_of(shown)
    assert "因故" not in str(elements_of(notice))
    assert AuditEntry.objects.count() == entries


def test_notice_that_lacks_an_element_is_not_made_final(desk, case):
    notice = draft(desk, case)

    answer = desk.post(
        url("notice_finish", case, notice.pk), {"dated_on": "2022-02-09"}, follow=True
    )

    notice.refresh_from_db()
    assert "请补上再定稿" in text_of(answer)
    assert notice.status == "draft"


def test_writer_does_not_approve_what_he_wrote(desk, case):
    notice = finished(desk, case)

    page = desk.get(url("notice", case, notice.pk))
    desk.post(url("notice_approve", case, notice.pk), {"act": "approve"})

    notice.refresh_from_db()
    assert "不能自己审批" in text_of(page)
    assert notice.status == "awaiting_approval"


def test_reviewer_returns_a_notice_with_a_reason(client, desk, case):
    notice = finished(desk, case)
    client.force_login(account_with_role(Role.RELEASE_REVIEWER, case.organ))
    address = url("notice_approve", case, notice.pk)

    refused = client.post(address, {"act": "return"}, follow=True)
    client.post(address, {"act": "return", "reason": "理由不充分"})

    notice.refresh_from_db()
    assert "退回文书要写明理由" in text_of(refused)
    assert notice.status == "draft"


def test_notice_goes_out_and_its_step_is_recorded(client, desk, case, officer):
    notice = approved(client, desk, case, officer)
    assert (notice.status, notice.number != "") == ("approved", True)

    sent = {"way": "post", "sent_on": "2022-02-09", "tracking_number": "XA1"}
    page = desk.post(url("notice_send", case, notice.pk), sent, follow=True)
    step = page.context["step_url"]
    form = desk.get(step).context["form"]
    desk.post(step, {"on": "2022-02-09", "version": form["version"].value()})

    notice.refresh_from_db()
    case.refresh_from_db()
    assert notice.step.kind == "extended"
    assert case.due_on == date(2022, 4, 2)


def test_arrival_is_recorded(client, desk, case, officer):
    notice = approved(client, desk, case, officer)
    sent = {"way": "post", "sent_on": "2022-02-09", "tracking_number": "XA1"}
    desk.post(url("notice_send", case, notice.pk), sent)
    delivery = notice.deliveries.get()

    desk.post(
        url("notice_arrive", case, notice.pk, delivery.pk),
        {"received_on": "2022-02-09", "signed_by": "本人"},
    )

    delivery.refresh_from_db()
    assert delivery.received_on == date(2022, 2, 9)


@pytest.mark.parametrize(("suffix", "begins"), [("docx", b"PK"), ("pdf", b"%PDF")])
def test_notice_is_handed_out_as_a_file(desk, case, suffix, begins):
    notice = finished(desk, case)

    answer = desk.get(url("notice_file", case, notice.pk, suffix))

    assert answer.content.startswith(begins)
    assert "attachment" in answer["Content-Disposition"]


def test_a_draft_with_open_places_is_not_handed_out(desk, case):
    notice = draft(desk, case)

    answer = desk.get(url("notice_file", case, notice.pk, "pdf"), follow=True)

    assert "还缺" in text_of(answer)


def test_who_only_looks_on_reads_no_notice(client, desk, case):
    notice = draft(desk, case)
    client.force_login(account_with_role(Role.SUPERVISOR, case.organ))

    assert client.get(url("notice", case, notice.pk)).url == "/desk/"
    assert client.get(url("notice_file", case, notice.pk, "pdf")).url == "/desk/"
    assert client.get(url("page", case)).status_code == 200


def test_arrival_of_a_reply_tells_until_when_remedies_are_open(
    client, desk, case, officer
):
    notice = draft(desk, case, "none|unavailable.not_held")
    desk.post(url("notice", case, notice.pk), filled(notice))
    desk.post(url("notice_finish", case, notice.pk), {"dated_on": "2022-02-09"})
    client.force_login(account_with_role(Role.RELEASE_REVIEWER, case.organ))
    client.post(url("notice_approve", case, notice.pk), {"act": "approve"})
    client.force_login(officer)
    sent = {"way": "counter", "sent_on": "2022-02-09"}
    desk.post(url("notice_send", case, notice.pk), sent)
    delivery = notice.deliveries.get()

    page = desk.post(
        url("notice_arrive", case, notice.pk, delivery.pk),
        {"received_on": "2022-02-09", "signed_by": "本人"},
        follow=True,
    )

    assert "可以申请行政复议到 2022年4月11日" in text_of(page)
    assert "可以直接起诉到 2022年8月9日" in text_of(page)
